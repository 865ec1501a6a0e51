"""The spaCy side: places, agents, clauses, conditions, pipeline."""
