"""How far a document shows the traits of a good account of an incident.

The shape is that of the Learning Response Review and Improvement Tool of health services; the levels are read
off what pmlint found, and no part of this is the tool itself.
"""

from pmlint.traits.card import card_of

__all__ = ["card_of"]
