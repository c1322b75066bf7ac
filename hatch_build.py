"""Put the proposals and seeds into the wheel, each also decoded to JSON.

Loading a shipped plan then needs no YAML parser. The JSON is the YAML's data and nothing else; it
is validated on reading like any other file.
"""

import json
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from ruamel.yaml import YAML


class ShippedData(BuildHookInterface):  # type: ignore[type-arg] # its configuration is not used
    """Adds `proposals/` and `seeds/` to the package."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before it packs the wheel; an editable one reads the checkout."""
        if version == "editable":
            return
        root, made = Path(self.root), Path(self.directory) / "shipped"
        for path in sorted([*root.glob("proposals/*.yaml"), *root.glob("seeds/**/*.yaml")]):
            name = path.relative_to(root)
            twin = made / name.with_suffix(".json")
            twin.parent.mkdir(parents=True, exist_ok=True)
            data = YAML(typ="safe", pure=False).load(path.read_text(encoding="utf-8"))
            twin.write_text(json.dumps(data, default=str, ensure_ascii=False), encoding="utf-8")
            build_data["force_include"][str(path)] = f"plancompare/{name}"
            build_data["force_include"][str(twin)] = f"plancompare/{name.with_suffix('.json')}"
