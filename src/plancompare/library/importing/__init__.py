"""Numbered texts to plans: what the numbers are, which lines they open, what they may state."""
