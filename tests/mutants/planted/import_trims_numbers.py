"""What is printed after a number is dropped on import."""

from typing import Any

from plancompare.library.importing import layout


def plant(monkeypatch: Any) -> None:
    right = layout.marker

    def wrong(line: str, known: Any = None) -> Any:
        found = right(line, known)
        return found and found._replace(printed=found.printed.rstrip(".):"))

    monkeypatch.setattr(layout, "marker", wrong)
