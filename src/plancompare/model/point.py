"""One numbered item of a plan, as the document prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Union

from pydantic import Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema

from plancompare.model.evidence import Citations
from plancompare.model.frozen import Frozen
from plancompare.model.identifiers import Label, Labels
from plancompare.model.provision import KINDS, Provision, embeds_provisions
from plancompare.model.text import Text

__all__ = ["Point"]

if TYPE_CHECKING:
    AnyProvision = Provision
else:

    class _OfAnyKind:
        """A provision of any kind known when the schema is built, told apart by its `kind`."""

        def __get_pydantic_core_schema__(
            self, source: Any, handler: GetCoreSchemaHandler
        ) -> CoreSchema:
            kinds = Union[tuple(KINDS.values())]  # noqa: UP007 - built at run time
            return handler.generate_schema(Annotated[kinds, Field(discriminator="kind")])

    AnyProvision = Annotated[Provision, _OfAnyKind()]


class Point(Frozen):
    """A point: its number, a summary in own words, and the provisions found in it.

    A point with text and no provisions is legal; encoding is progressive. `replaces` names the
    points of the plan that this one revises.

    >>> Point(number="5", heading="Security guarantees").name
    '5'
    """

    number: Label | None = None
    heading: Text | None = None
    summary: Text | None = None
    text: Text | None = None
    replaces: Labels = ()
    provisions: tuple[AnyProvision, ...] = ()
    evidence: Citations = ()
    note: Text | None = None

    @property
    def name(self) -> str:
        """What to call the point: its number, else its heading."""
        return self.number or self.heading or "unnumbered"

    def labels(self, provision: Provision) -> tuple[str, ...]:
        """Where a provision of this point stands, as printed; empty if nothing is printed."""
        return provision.at or ((self.number,) if self.number else ())


embeds_provisions(Point)
