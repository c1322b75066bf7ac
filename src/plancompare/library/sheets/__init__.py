"""Plans as tidy sheets, for people who work in spreadsheets: CSV folders and workbooks."""
