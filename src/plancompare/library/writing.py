"""Values to files: canonically, atomically, and without losing comments when a file is edited."""

from __future__ import annotations

import os
import tempfile
from io import StringIO
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from plancompare.library.document import Document
from plancompare.model import Plan, Provision

__all__ = ["canonical", "edit", "plain", "write", "write_text"]


def plain(value: BaseModel) -> dict[str, Any]:
    """A value as plain data in canonical order, without what is left at its default."""
    dumped = value.model_dump(mode="json")
    return {
        name: _plain(getattr(value, name), dumped[name])
        for name in _order(value)
        if name == "kind" or getattr(value, name) != _default(value, name)
    }


def _default(value: BaseModel, name: str) -> Any:
    return type(value).model_fields[name].get_default(call_default_factory=True)


def _order(value: BaseModel) -> list[str]:
    fields = list(type(value).model_fields)
    if not isinstance(value, Provision):
        return fields
    shared = list(Provision.model_fields)
    own = [name for name in fields if name not in shared]
    return ["kind", *own, *(name for name in shared if name != "kind")]


def _plain(value: Any, dumped: Any) -> Any:
    if isinstance(value, BaseModel):
        return plain(value) if isinstance(dumped, dict) else dumped
    if isinstance(value, tuple) and isinstance(dumped, list):
        return [_plain(one, data) for one, data in zip(value, dumped, strict=True)]
    return dumped


def _yaml() -> Any:
    from ruamel.yaml import YAML

    yaml = YAML(typ="rt")
    yaml.width = 100
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.preserve_quotes = True
    return yaml


def canonical(value: BaseModel) -> str:
    """A value as YAML; equal values give equal text."""
    stream = StringIO()
    _yaml().dump(plain(value), stream)
    return stream.getvalue()


def write(value: BaseModel, path: Path | str) -> None:
    """Write a value to a file; the file is either the old one or the new one, never half of it."""
    write_text(canonical(value), path)


def write_text(text: str, path: Path | str) -> None:
    """Replace a file in one step."""
    path = Path(path)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        Path(name).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def edit(path: Path | str, plan: Plan) -> None:
    """Bring a plan's file up to date in place; comments, order and blank lines stay."""
    document = Document(path)
    yaml = _yaml()
    tree = yaml.load(document.text)
    _update(tree, plain(plan))
    stream = StringIO()
    yaml.dump(tree, stream)
    write_text(stream.getvalue(), path)


def _update(tree: Any, data: Any) -> Any:
    """Change a round-trip tree into data, touching only what differs."""
    if isinstance(tree, dict) and isinstance(data, dict):
        for name in [name for name in tree if name not in data]:
            if not _same(tree[name], None):
                del tree[name]
        for name, value in data.items():
            tree[name] = _update(tree[name], value) if name in tree else value
        return tree
    if isinstance(tree, list) and isinstance(data, list):
        for index, value in enumerate(data[: len(tree)]):
            tree[index] = _update(tree[index], value)
        del tree[len(data) :]
        tree.extend(data[len(tree) :])
        return tree
    return tree if _same(tree, data) else data


def _same(tree: Any, data: Any) -> bool:
    """Whether a value as written means the canonical one: 6 and '6', 2025-11-20 and its text."""
    return bool(tree == data) or str(tree) == str(data)
