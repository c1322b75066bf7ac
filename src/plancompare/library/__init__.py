"""From files to plans and back: reading, the catalogue, the audit, writing, schemas."""
