"""Results as a reader looks at them: pages, pictures, documents, notebooks."""
