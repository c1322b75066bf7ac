"""Any result as a picture: in memory, as a file, or in words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

from plancompare.diffing.matrix import Matrix
from plancompare.diffing.plandiff import PlanDiff, diff
from plancompare.errors import NoStakeholdersError, PlancompareError, shown
from plancompare.library.library import Library
from plancompare.library.writing import write_bytes, write_text
from plancompare.model import Plan
from plancompare.report.pictures.bars import acceptability_picture, intervals
from plancompare.report.pictures.grids import heat_map, matrix_picture
from plancompare.report.pictures.point_map import point_map
from plancompare.report.pictures.raster import png
from plancompare.report.pictures.scene import Picture
from plancompare.report.pictures.svg import svg
from plancompare.report.pictures.territory import territory
from plancompare.report.pictures.words import Words
from plancompare.scoring.panel import ScorePanel, VerdictPanel
from plancompare.scoring.robustness import Robustness

__all__ = [
    "Plottable",
    "acceptability_svg",
    "describe",
    "heat_map_svg",
    "intervals_svg",
    "matrix_svg",
    "picture",
    "plot",
    "point_map_svg",
    "territory_svg",
]

Plottable: TypeAlias = PlanDiff | Matrix | VerdictPanel | ScorePanel | Robustness | Sequence[Plan]
"""A diff gives the map of points, several plans that of territory, and so on."""


def picture(result: Plottable, lang: str = "en", library: Library | None = None) -> Picture:
    """The picture of a result: what is drawn, and the same in words.

    Raises `UnknownIdError` for an unknown language, and `PlancompareError` without any plan or, for
    a panel, any stakeholder, or where two plans have one id.
    """
    words = Words(lang, library)
    _told_apart(result)
    match result:
        case PlanDiff():
            return point_map(result, words)
        case Matrix():
            return matrix_picture(result, words)
        case VerdictPanel():
            return heat_map(result, words)
        case ScorePanel():
            return intervals(result, words)
        case Robustness():
            return acceptability_picture(result, words)
    return territory(result, words)


def _told_apart(result: Plottable) -> None:
    """Refuse plans that have one id, except in a diff, and no plans or no stakeholders at all."""
    if isinstance(result, PlanDiff):
        return
    if isinstance(result, VerdictPanel | ScorePanel) and not result.rows:
        raise NoStakeholdersError
    ids = [plan.id for plan in (result if isinstance(result, Sequence) else result.plans)]
    if not ids:
        raise PlancompareError("there is nothing to draw; name one plan or more")
    if twice := next((one for one in ids if ids.count(one) > 1), None):
        raise PlancompareError(f"two plans have the id {twice!r}; name each plan once")


def describe(result: Plottable, lang: str = "en", library: Library | None = None) -> str:
    """What the picture of a result shows, in words: for whoever does not see it.

    >>> import plancompare
    >>> drafts = [plancompare.load("us-28"), plancompare.load("europe-28")]
    >>> "Kherson: attributed to Russia" in describe(drafts)
    True
    """
    return picture(result, lang, library).description


def plot(
    result: Plottable,
    path: Path | str,
    *,
    lang: str = "en",
    library: Library | None = None,
) -> str:
    """Draw a result into a file, SVG or PNG by the end of its name, and say in words what it shows.

    A diff gives the map of points; a matrix, a panel of verdicts or of scores, and a robustness
    each their own picture; a list of plans the map of territory. PNG needs the extra `plot`.

    Raises `UnknownIdError` for an unknown language, and `PlancompareError` for no plans, for a panel
    without stakeholders, for another kind of file, where matplotlib is missing, or where the file
    cannot be written.

    >>> import plancompare, tempfile
    >>> us, europe = plancompare.load("us-28"), plancompare.load("europe-28")
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     told = plot(plancompare.diff(us, europe), Path(folder) / "points.svg")
    >>> "14 Frozen funds to 14 Reconstruction and frozen assets: changed." in told
    True
    """
    drawn = picture(result, lang, library)
    match Path(path).suffix.lower():
        case ".svg":
            write_text(svg(drawn), path)
        case ".png":
            write_bytes(png(drawn), path)
        case _:
            raise PlancompareError(
                f"{shown(str(path))}: is neither SVG nor PNG; end the name in .svg or .png"
            )
    return drawn.description


def point_map_svg(
    before: Plan, after: Plan, lang: str = "en", library: Library | None = None
) -> str:
    """Which point of one plan became which of the other, as SVG. Raises `UnknownIdError`.

    >>> import plancompare
    >>> drawn = point_map_svg(plancompare.load("us-28"), plancompare.load("europe-28"))
    >>> drawn.count('data-kind="point"')
    55
    """
    return svg(picture(diff(before, after), lang, library))


def territory_svg(plans: Sequence[Plan], lang: str = "en", library: Library | None = None) -> str:
    """What plans say of regions, as SVG: schematic, a status being a clause and never a fact.

    Raises `UnknownIdError`.
    """
    return svg(picture(plans, lang, library))


def heat_map_svg(panel: VerdictPanel, lang: str = "en", library: Library | None = None) -> str:
    """Verdicts by issue and stakeholder, as SVG. Raises `UnknownIdError`."""
    return svg(picture(panel, lang, library))


def intervals_svg(panel: ScorePanel, lang: str = "en", library: Library | None = None) -> str:
    """Scores as intervals, as SVG. Raises `UnknownIdError`."""
    return svg(picture(panel, lang, library))


def acceptability_svg(
    robustness: Robustness, lang: str = "en", library: Library | None = None
) -> str:
    """How often each plan comes at which rank, as SVG. Raises `UnknownIdError`."""
    return svg(picture(robustness, lang, library))


def matrix_svg(matrix: Matrix, lang: str = "en", library: Library | None = None) -> str:
    """How plans treat each issue, as SVG. Raises `UnknownIdError`."""
    return svg(picture(matrix, lang, library))
