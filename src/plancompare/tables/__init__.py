"""Results as rows, and rows as text: one table, many formats."""
