"""Results as tidy tables: for data frames, spreadsheets, databases and other programs."""
