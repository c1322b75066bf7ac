"""Results for people who read them elsewhere: documents and notebooks."""
