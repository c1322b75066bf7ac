"""One planted bug a module: `plant(monkeypatch)` puts it in, and its first line says what it is."""
