"""The codebook as tables: all kinds, or the fields of one."""

from __future__ import annotations

from typing import Any

from plancompare.library.codebook import Codebook, FieldNote, KindNote
from plancompare.tables.table import Row, Table

__all__ = [
    "codebook_record",
    "codebook_table",
    "kind_record",
    "kind_table",
    "order_text",
    "remarks_text",
]


def codebook_table(book: Codebook) -> Table:
    """A row per kind, by topic."""
    rows = tuple(
        Row(
            one.topic,
            (
                one.kind,
                one.purpose,
                ", ".join(f"{key.name}?" if key.is_optional else key.name for key in one.keys),
                ", ".join(term.name for term in one.terms),
                one.pax or "",
            ),
        )
        for one in book.kinds
    )
    notes = (
        "A key with ? may be left out. Every kind also has the terms modality, conditions and "
        "deadline.",
    )
    columns = ("kind", "what it is for", "key", "terms", "PA-X")
    return Table(f"{len(rows)} kinds of provision", columns, rows, notes=notes, leading=True)


def kind_table(note: KindNote) -> Table:
    """A row per field: what it may hold, its order and its words."""
    groups = (("key", note.keys), ("terms", note.terms), ("terms of every kind", note.shared))
    rows = tuple(
        Row(group, (one.name, one.values, order_text(one), remarks_text(one)))
        for group, fields in groups
        for one in fields
    )
    source = f" (from {note.example_from})" if note.example_from else " (a form to fill in)"
    notes = (
        f"topic: {note.topic}\nnearest PA-X code: {note.pax or 'none'}"
        f"\nused by: {', '.join(note.plans) or 'no plan of this library'}",
        f"in YAML{source}:\n{note.example.rstrip()}",
    )
    columns = ("field", "values", "scale", "remarks")
    return Table(f"{note.kind}: {note.purpose}", columns, rows, "field", notes)


def order_text(field: FieldNote) -> str:
    """Values from low to high, and the words for going up and down."""
    chains = [" < ".join(chain) for chain in field.order]
    words = f"{field.up} / {field.down}" if field.up else ""
    return "\n".join(filter(None, (*chains, words)))


def remarks_text(field: FieldNote) -> str:
    """What else is to be said of a field: its role, and what it means to leave it out."""
    said = (
        field.role,
        "may be left out" if field.is_key and field.is_optional else "",
        "silence means none" if field.none_if_silent else "",
    )
    return "; ".join(filter(None, said))


def codebook_record(book: Codebook) -> list[dict[str, Any]]:
    """Every kind, for programs."""
    return [kind_record(one) for one in book.kinds]


def kind_record(note: KindNote) -> dict[str, Any]:
    """One kind, for programs."""
    return {
        "kind": note.kind,
        "topic": note.topic,
        "purpose": note.purpose,
        "pax": note.pax,
        "keys": [_field_record(one) for one in note.keys],
        "terms": [_field_record(one) for one in (*note.terms, *note.shared)],
        "example": note.example,
        "example_from": note.example_from,
        "plans": list(note.plans),
    }


def _field_record(field: FieldNote) -> dict[str, Any]:
    return {
        "name": field.name,
        "optional": field.is_optional,
        "role": field.role or None,
        "values": field.values,
        "low_to_high": [list(chain) for chain in field.order],
        "up": field.up or None,
        "down": field.down or None,
        "none_if_silent": field.none_if_silent,
    }
