"""Results as a reader looks at them: pages and pictures."""
