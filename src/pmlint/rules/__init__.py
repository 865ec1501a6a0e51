"""Rules: one card and one module each, found by walking this package."""
