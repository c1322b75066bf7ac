"""Two plans or more, side by side: alignment, changes, edits, matrix."""
