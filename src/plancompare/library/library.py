"""Folders of plans and of what they refer to, read on demand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from plancompare.errors import PlancompareError, UnknownIdError, shown
from plancompare.library.own_kinds import load_kinds
from plancompare.library.reading import read, read_plan
from plancompare.library.shipped import compiled, home
from plancompare.library.textfile import files_in, refused
from plancompare.model import Plan
from plancompare.model.identifiers import Register
from plancompare.model.positions import Stakeholder
from plancompare.model.registers import (
    Events,
    Parties,
    Party,
    Place,
    Places,
    Source,
    Sources,
    Treaties,
)
from plancompare.model.rules import Rule

__all__ = ["REGISTERS", "Entry", "Library"]

REGISTERS: dict[Register, tuple[str, type[Any]]] = {
    "source": ("sources", Sources),
    "party": ("parties", Parties),
    "place": ("places", Places),
    "treaty": ("treaties", Treaties),
    "event": ("events", Events),
}
"""For each register the name of its file, which is also its one field, and its model."""

T = TypeVar("T")

_DEFAULT = "default"


class Entry(NamedTuple):
    """One line of the catalogue."""

    id: str
    title: str
    date: str
    text_status: str
    disclosure: str
    points: int
    issues: int

    @classmethod
    def of(cls, plan: Plan) -> Entry:
        """The line of a plan."""
        return cls(
            plan.id,
            plan.title,
            plan.date.isoformat(),
            plan.text_status,
            plan.disclosure,
            len(plan.points),
            len(plan.stated),
        )


class Library:
    """Plans and registers from one folder or more; later folders add to earlier ones.

    A folder holds `proposals/*.yaml`, `seeds/*.yaml`, `seeds/positions/*.yaml` and
    `seeds/rules/*.yaml`; without a folder `proposals`, the plans lie in the folder itself. The
    shipped folder comes first unless `shipped` is false. `kinds` names Python files that define
    kinds of provision, which are run; without it no code of a folder ever is.

    >>> "us-28" in Library().ids
    True
    """

    def __init__(
        self, *folders: Path | str, shipped: bool = True, kinds: Iterable[Path | str] = ()
    ) -> None:
        for file in kinds:
            load_kinds(file)
        self.folders = tuple(([home()] if shipped else []) + [Path(one) for one in folders])
        for folder in self.folders:
            if not folder.is_dir():
                raise PlancompareError(
                    f"{shown(str(folder))}: there is no such folder; check the path"
                )

    @cached_property
    def _paths(self) -> dict[str, Path]:
        found: dict[str, Path] = {}
        for folder in self.folders:
            plans = folder / "proposals"
            for path in files_in(plans if plans.is_dir() else folder):
                if path.stem in found:
                    what = f"the id {path.stem} is already taken by {found[path.stem]}"
                    raise refused(str(path), what, "rename the file and its id")
                found[path.stem] = path
        return found

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all plans, by name."""
        return tuple(sorted(self._paths))

    def path(self, plan_id: str) -> Path:
        """The file of a plan. Raises `UnknownIdError`."""
        if plan_id not in self._paths:
            if "/" in plan_id or "\\" in plan_id or plan_id.endswith((".yaml", ".yml")):
                what = f"{shown(repr(plan_id), 200)} is a path, not the id of a plan"
                raise PlancompareError(f"{what}; read a file with load_plan()")
            raise UnknownIdError("plan", plan_id, self._paths)
        return self._paths[plan_id]

    def load(self, plan_id: str) -> Plan:
        """Read a plan by its id. Raises `UnknownIdError` or `InvalidFileError`."""
        path = self.path(plan_id)
        twin = compiled(path)
        return read_plan(path) if twin is None else Plan.model_validate_json(twin)

    def plans(self) -> Iterator[Plan]:
        """Every plan, by id."""
        return map(self.load, self.ids)

    def catalogue(self) -> tuple[Entry, ...]:
        """What plans there are, oldest first."""
        return tuple(sorted(map(Entry.of, self.plans()), key=lambda one: (one.date, one.id)))

    def register_files(self, register: Register) -> Iterator[Path]:
        """The files of a register, in the order of the folders."""
        name, _ = REGISTERS[register]
        for folder in self.folders:
            if (path := folder / "seeds" / f"{name}.yaml").is_file():
                yield path

    def entries(self, register: Register) -> Mapping[str, Any]:
        """A register by id. Raises `InvalidFileError`."""
        if register not in self._registers:
            name, model = REGISTERS[register]
            found: dict[str, Any] = {}
            for path in self.register_files(register):
                twin = compiled(path)
                value = read(path, model) if twin is None else model.model_validate_json(twin)
                found.update((entry.id, entry) for entry in getattr(value, name))
            self._registers[register] = found
        return self._registers[register]

    @cached_property
    def position_paths(self) -> Mapping[str, Path]:
        """The file of each stakeholder whose positions are on record, by the id of the party."""
        return self._files_of("positions", "put them into one file")

    @cached_property
    def rule_paths(self) -> Mapping[str, Path]:
        """The file of each rule, by its id."""
        return self._files_of("rules", "rename the file and its id")

    def _files_of(self, seeds: str, remedy: str) -> dict[str, Path]:
        found: dict[str, Path] = {}
        for folder in self.folders:
            for path in files_in(folder / "seeds" / seeds):
                if path.stem in found:
                    what = f"{seeds} of {path.stem} already stand in {found[path.stem]}"
                    raise refused(str(path), what, remedy)
                found[path.stem] = path
        return found

    def rule(self, name: str = _DEFAULT) -> Rule:
        """A rule by its id. Raises `UnknownIdError` or `InvalidFileError`.

        The shipped one is at hand where a library that stands alone has no `default` of its own:
        it holds no facts of a conflict.
        """
        path = self.rule_paths.get(name)
        if path is None and name == _DEFAULT:
            path = home() / "seeds" / "rules" / f"{_DEFAULT}.yaml"
        if path is None:
            raise UnknownIdError("rule", name, self.rule_paths)
        twin = compiled(path)
        return read(path, Rule) if twin is None else Rule.model_validate_json(twin)

    @cached_property
    def stakeholders(self) -> Mapping[str, Stakeholder]:
        """Whose positions are on record, by id; each with what it said together with others.

        Raises `InvalidFileError`.
        """
        files = {}
        for name, path in self.position_paths.items():
            twin = compiled(path)
            files[name] = (
                read(path, Stakeholder, self.folders)
                if twin is None
                else Stakeholder.model_validate_json(twin)
            )
        return {name: _joined(name, files) for name in sorted(files)}

    def stakeholder(self, party: str) -> Stakeholder:
        """The positions of a party. Raises `UnknownIdError` or `InvalidFileError`.

        >>> Library().stakeholder("ukraine").party
        'ukraine'
        """
        if party not in self.position_paths:
            raise UnknownIdError("stakeholder", party, self.position_paths)
        return self.stakeholders[party]

    @cached_property
    def _registers(self) -> dict[Register, Mapping[str, Any]]:
        return {}

    @property
    def sources(self) -> Mapping[str, Source]:
        """What claims rest on, by id."""
        return self.entries("source")

    @property
    def parties(self) -> Mapping[str, Party]:
        """Who can owe, receive or say something, by id."""
        return self.entries("party")

    @cached_property
    def closed_groups(self) -> Mapping[str, tuple[str, ...]]:
        """The members of each closed group, into which a predicate may look."""
        return {name: one.members for name, one in self.parties.items() if one.closed}

    @property
    def places(self) -> Mapping[str, Place]:
        """Regions, zones, cities, waterways, facilities and countries, by id."""
        return self.entries("place")

    def known(self, registers: Iterable[Register]) -> set[str]:
        """All ids in some registers."""
        return {
            one
            for register in registers
            for one in (self._paths if register == "plan" else self.entries(register))
        }


def _joined(name: str, files: Mapping[str, Stakeholder]) -> Stakeholder:
    """A stakeholder with its share in what stands in the files of others."""
    shared: dict[str, list[Any]] = {"positions": [], "statements": []}
    for other, file in files.items():
        for field, found in shared.items():
            found += [
                one for one in getattr(file, field) if other != name and name in one.joint_with
            ]
    if not any(shared.values()):
        return files[name]
    own = files[name]
    return own.model_copy(
        update={field: (*getattr(own, field), *found) for field, found in shared.items()}
    )
