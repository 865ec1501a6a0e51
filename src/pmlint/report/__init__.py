"""Reports as text and as data: pure functions that know the records alone."""
