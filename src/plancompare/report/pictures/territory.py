"""Regions as plans treat them: a schematic map of tiles, one for each plan, nothing to scale."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from plancompare.diffing.cell import Cell
from plancompare.model import Plan, Treatment
from plancompare.model.kinds.territory import DemilitarisedZone, ForceWithdrawal, TerritorialStatus
from plancompare.report.looks import CLAUSES, PARTIES, TREATMENTS
from plancompare.report.palette import Look, Pattern
from plancompare.report.pictures.legend import MARGIN, head, legend, note
from plancompare.report.pictures.lettering import wrapped
from plancompare.report.pictures.region_words import elsewhere, readings, says
from plancompare.report.pictures.regions import RegionView, TerritoryView, territory_views
from plancompare.report.pictures.scene import Box, Drawing, Item, Label, Picture
from plancompare.report.pictures.words import Words

__all__ = ["territory", "territory_maps"]

_TILE, _GAP, _BAND, _LINE, _APART = 116, 6, 14, 14.5, 3
_SIZE = 11.5
_BELOW = 100
_ACROSS = 3
"""So many tiles are as wide as a phone shows with letters of ten pixels."""

_BESIDE = 3
"""So many maps stand side by side."""
WIDTH = 2 * MARGIN + _ACROSS * _TILE + (_ACROSS - 1) * _GAP

_LOOKS = {**CLAUSES, **{one: TREATMENTS[one] for one in ("deferred", "undisclosed", "silent")}}
"""Of what is stated, the map tells more than that it is; so it shows three treatments."""


@cache
def _layout() -> dict[str, tuple[int, int]]:
    text = files("plancompare.report.pictures").joinpath("tiles.json").read_text("utf-8")
    return {place: (across, down) for place, (across, down) in json.loads(text).items()}


def territory(plans: Sequence[Plan], words: Words) -> Picture:
    """One map for each plan, side by side, with the same tiles at the same places."""
    views = territory_views(plans, tuple(_layout()))
    return _picture(views, _looks(views), _heights(views, words), words)


def territory_maps(plans: Sequence[Plan], words: Words) -> tuple[Picture, ...]:
    """The same with a picture for each plan: tiles and looks agree in all."""
    views = territory_views(plans, tuple(_layout()))
    looks, heights = _looks(views), _heights(views, words)
    return tuple(_picture((view,), looks, heights, words) for view in views)


def _picture(
    views: Sequence[TerritoryView],
    looks: Mapping[str, Look],
    heights: Mapping[str, float],
    words: Words,
) -> Picture:
    title = words.word("territory", plans=", ".join(view.plan.id for view in views))
    width = WIDTH * min(len(views), _BESIDE)
    drawing = Drawing()
    head(drawing, title, width)
    note(drawing, words.word("territory_note"), width)
    meant = {_state_word(state, words): look for state, look in looks.items()}
    legend(drawing, meant, width)
    drawing.bottom += MARGIN
    told = [words.word("territory_note")]
    top = reached = drawing.bottom
    for place, view in enumerate(views):
        if place % _BESIDE == 0:
            top = reached
        drawing.bottom = top
        _map(drawing, view, WIDTH * (place % _BESIDE), looks=looks, heights=heights, words=words)
        reached = max(reached, drawing.bottom)
        told += [f"{view.plan.id}:", *_told(view, words)]
    return Picture(title, "\n".join(told), width, reached, words.lang, tuple(drawing.shapes))


def _map(
    drawing: Drawing,
    view: TerritoryView,
    left: float,
    *,
    looks: Mapping[str, Look],
    heights: Mapping[str, float],
    words: Words,
) -> None:
    """The tiles of one plan, and what it says of territory without naming a region."""
    drawing.text(left + MARGIN, [view.plan.id], 13, bold=True)
    about = wrapped(view.plan.title, WIDTH - 2 * MARGIN, 11.5)
    drawing.text(left + MARGIN, about, 11.5, hue="muted", lang="en")
    drawing.bottom += 6
    regions = {region.place: region for region in view.regions}
    for row in _rows(regions):
        tall = max(heights[place] for place in row)
        for place, (across, wide) in row.items():
            x = left + MARGIN + across * (_TILE + _GAP)
            _tile(drawing, view, regions[place], (x, _wide(wide), tall), looks=looks, words=words)
        drawing.bottom += tall + _GAP
    note(drawing, elsewhere(view, words), WIDTH, left)
    drawing.bottom += MARGIN


def _rows(regions: Iterable[str]) -> list[dict[str, tuple[float, float]]]:
    """Rows of tiles: for each place where it begins and how many tiles wide it is.

    Places that the layout does not know stand below, two to a row.
    """
    rows: dict[int, dict[str, tuple[float, float]]] = {}
    half = _ACROSS / 2
    below = 0
    for place in regions:
        if place in _layout():
            across, down = _layout()[place]
            rows.setdefault(down, {})[place] = across, 1
        else:
            rows.setdefault(_BELOW + below // 2, {})[place] = half * (below % 2), half
            below += 1
    return [rows[down] for down in sorted(rows)]


def _heights(views: Sequence[TerritoryView], words: Words) -> dict[str, float]:
    """How tall the tile of each region is: as tall as the plan needs that says most of it."""
    found: dict[str, float] = {}
    for view in views:
        regions = {region.place: region for region in view.regions}
        for row in _rows(regions):
            for place, (_, wide) in row.items():
                tall = _tall(regions[place], wide, words)
                found[place] = max(found.get(place, 0), tall)
    return found


def _wide(tiles: float) -> float:
    return tiles * (_TILE + _GAP) - _GAP


def _tall(region: RegionView, tiles: float, words: Words) -> float:
    texts = _texts(region, _wide(tiles), words)
    return _BAND + 9 + sum(_LINE * len(lines) + _APART for lines in texts)


def _tile(
    drawing: Drawing,
    view: TerritoryView,
    region: RegionView,
    place: tuple[float, float, float],
    *,
    looks: Mapping[str, Look],
    words: Words,
) -> None:
    x, width, tall = place
    top = drawing.bottom
    name = f"{view.plan.id}/{region.place}"
    drawing.add(Box(x, top, width, tall, Look("raised")))
    states = _states(region)
    for count, state in enumerate(states):
        part = width / len(states)
        drawing.add(
            Box(x + count * part, top, part, _BAND, looks[state], Item("region", name, state))
        )
    drawing.add(Box(x, top, width, tall, Look("line", Pattern.EMPTY)))
    base = top + _BAND + 3
    for count, lines in enumerate(_texts(region, width, words)):
        for line in lines:
            base += _LINE
            drawing.add(Label(x + 6, round(base - 3, 1), line, _SIZE, bold=not count))
        base += _APART


def _texts(region: RegionView, width: float, words: Words) -> list[list[str]]:
    """The name of a region, then each thing said of it, in lines."""
    texts = [words.place(region.place), *says(region, words)]
    return [wrapped(text, width - 10, _SIZE, bold=not count) for count, text in enumerate(texts)]


def _looks(views: Sequence[TerritoryView]) -> dict[str, Look]:
    """A look for each state that occurs: attributions first, by party."""
    found = {state for view in views for region in view.regions for state in _states(region)}
    parties = sorted(state for state in found if state.startswith("attributed/"))
    looks = {state: PARTIES[count % len(PARTIES)] for count, state in enumerate(parties)}
    return looks | {state: look for state, look in _LOOKS.items() if state in found}


def _states(region: RegionView) -> tuple[str, ...]:
    """What a tile shows: every stated clause, and what is deferred or not public; or no clause."""
    stated = [_stated_as(found) for _, found in region.cells if found.provision is not None]
    unstated = [str(found.treatment) for _, found in region.cells if found.provision is None]
    states = dict.fromkeys([*(state for states in stated for state in states), *unstated])
    if len(states) > 1:
        states.pop(Treatment.SILENT, None)
    return tuple(states)


def _stated_as(found: Cell) -> list[str]:
    match found.provision:
        case TerritorialStatus() as clause:
            parties = readings(clause, "attributed_to")
            return [f"attributed/{party}" for party in parties] or ["unattributed"]
        case DemilitarisedZone():
            return ["zone"]
        case ForceWithdrawal():
            return ["withdrawal"]
    return ["clause"]


def _state_word(state: str, words: Words) -> str:
    kind, _, party = state.partition("/")
    if party:
        return words.word("attributed", party=words.party(party))
    return words.treatment(kind) if kind in TREATMENTS else words.word(kind)


def _told(view: TerritoryView, words: Words) -> Iterator[str]:
    for region in view.regions:
        said = "; ".join(says(region, words))
        yield f"{words.place(region.place)}: {said}."
    yield elsewhere(view, words)
