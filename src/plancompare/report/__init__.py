"""Results as one page that a reader looks at: self-contained, traceable, in three languages."""
