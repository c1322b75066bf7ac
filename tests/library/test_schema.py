"""The JSON Schemas: what the library reads they accept, what they refuse it refuses."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal

import jsonschema
import pytest
from pydantic import StringConstraints

import plancompare
from plancompare import KINDS, Key, Library, Obligor, PartyId, Plan, Point, Provision, Term
from plancompare.library.document import Document
from plancompare.library.schema import SCHEMAS, schema
from plancompare.library.shipped import home
from plancompare.model import Limit

FILES = [*home().glob("proposals/*.yaml"), *home().glob("seeds/*.yaml")]


def validator(path: Path) -> Any:
    found = schema("plan" if path.parent.name == "proposals" else path.stem)
    jsonschema.Draft202012Validator.check_schema(found)
    return jsonschema.Draft202012Validator(found)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_shipped_file_fits_its_schema(path: Path) -> None:
    data = json.loads(Document(path).json)
    assert list(validator(path).iter_errors(data)) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_unknown_field_does_not_fit(path: Path) -> None:
    data = json.loads(Document(path).json)
    entry = next(iter(data.values()))[0] if path.parent.name == "seeds" else data["points"][0]
    entry["sumary"] = "x"
    (error, *_) = validator(path).iter_errors(data)
    assert "'sumary' was unexpected" in error.message


def test_every_kind_of_file_has_a_schema() -> None:
    registers = {path.stem for path in FILES if path.parent.name == "seeds"}
    assert {*SCHEMAS} == {"plan", "positions", "rule", *registers}


@pytest.fixture
def forget() -> Iterator[None]:
    """Kinds defined in a test are forgotten after it."""
    before = set(KINDS)
    yield
    for name in set(KINDS) - before:
        del KINDS[name]
    for model in (Point, Plan):
        model.model_rebuild(force=True)


def test_a_kind_of_ones_own_is_in_the_schema_and_its_clauses_are_read(
    forget: None, library: Library, draft: str
) -> None:
    class FleetLimit(Provision):
        """Upper limit on the warships of a party."""

        kind: Literal["fleet-limit"] = "fleet-limit"
        topic: ClassVar[str] = "military"
        party: Key[Obligor[PartyId]]
        warships: Term[Limit] = None
        share: Term[float] = None

    text = draft.replace("force-ceiling", "fleet-limit").replace("personnel", "warships")
    Path("draft.yaml").write_text(text, "utf-8")
    read = plancompare.load_plan("draft.yaml", library)
    assert read.stated["fleet-limit/north"].provision == FleetLimit(
        party="north",
        warships=600_000,
        evidence=read.points[0].provisions[0].evidence,
    )
    found = schema("plan")
    jsonschema.Draft202012Validator(found).validate(json.loads(Document("draft.yaml").json))
    assert "Upper limit on the warships of a party." in json.dumps(found)


def test_a_type_that_only_a_users_kind_has_is_explained_as_well_as_can_be(
    forget: None, library: Library, draft: str
) -> None:
    class Rate(Provision):
        """A rate, and a code."""

        kind: Literal["rate"] = "rate"
        topic: ClassVar[str] = "economy"
        party: Key[Obligor[PartyId]]
        rate: Term[float] = None
        code: Term[Annotated[str, StringConstraints(pattern="^Q[0-9]$")]] = None
        binding: Term[bool] = None

    text = draft.replace("force-ceiling", "rate")
    text = text.replace("personnel: 600000", "rate: high\n        code: 7\n        binding: maybe")
    Path("draft.yaml").write_text(text.replace("code: 7", "code: Q"), "utf-8")
    place = "points[0].provisions[0]"
    assert list(map(str, plancompare.check("draft.yaml", library=library))) == [
        f"draft.yaml:15:9: {place}.rate: 'high' is refused: Input should be a valid number, "
        "unable to parse string as a number; see the schema of the file",
        f"draft.yaml:16:9: {place}.code: 'Q' does not have the right form; "
        "write text that matches ^Q[0-9]$",
        f"draft.yaml:17:9: {place}.binding: 'maybe' is not true or false; write true or false",
    ]
