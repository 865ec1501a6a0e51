"""Rules of this family: a card and its code each."""
