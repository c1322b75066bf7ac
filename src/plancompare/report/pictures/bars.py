"""Pictures of figures: scores as intervals, and how often each plan comes at which rank."""

from __future__ import annotations

from collections.abc import Iterator

from plancompare.report.looks import INTERVAL, RANKS
from plancompare.report.palette import Dash, Look
from plancompare.report.pictures.legend import MARGIN, head, legend, note
from plancompare.report.pictures.lettering import cut, wrapped
from plancompare.report.pictures.scene import Box, Drawing, Item, Label, Picture, Rule
from plancompare.report.pictures.words import Words
from plancompare.scoring.panel import ScorePanel
from plancompare.scoring.robustness import Robustness
from plancompare.scoring.score import Score

__all__ = ["acceptability_picture", "intervals"]

WIDTH = 500
_SIDE, _VALUE = 150, 100
_AXIS = WIDTH - 2 * MARGIN - _SIDE - _VALUE
_BAR = 12


def intervals(panel: ScorePanel, words: Words) -> Picture:
    """Each score as a bar from its low to its high bound, one group for each stakeholder."""
    title = words.word("intervals", plans=", ".join(plan.id for plan in panel.plans))
    remark = words.word("intervals_note")
    drawing = Drawing()
    head(drawing, title, WIDTH)
    told = [remark]
    for row in panel.rows:
        party = words.party(row[0].table.stakeholder.party)
        drawing.text(MARGIN, [party], 12.5, bold=True)
        top = drawing.bottom + 3
        bars: list[Box] = []
        for score in row:
            drawing.bottom += 17
            bars += _bar(drawing, score, drawing.bottom, words)
            drawing.bottom += 15
            told.append(
                f"{party}, {score.table.plan.id}: {words.interval(score.interval)}; {_covered(score, words)}."
            )
        drawing.bottom += 2
        for part in (0, 0.25, 0.5, 0.75, 1):
            x = MARGIN + _SIDE + part * _AXIS
            dash = Dash.WHOLE if part in {0, 1} else Dash.SHORT
            drawing.add(Rule(x, top, x, drawing.bottom, dash))
        drawing.add(*bars)
        drawing.bottom += 8
    for part in (0, 0.5, 1):
        x = MARGIN + _SIDE + part * _AXIS
        drawing.add(
            Label(
                x,
                drawing.bottom + 6,
                words.labels.decimal(part, 1) if part % 1 else str(part),
                11,
                "muted",
                anchor="middle",
            )
        )
    drawing.bottom += 12
    note(drawing, remark, WIDTH)
    return Picture(title, "\n".join(told), WIDTH, drawing.bottom, words.lang, tuple(drawing.shapes))


def _covered(score: Score, words: Words) -> str:
    coverage = score.coverage
    return words.word("covered", decided=coverage.decided, all=sum(coverage))


def _bar(drawing: Drawing, score: Score, base: float, words: Words) -> Iterator[Box]:
    plan, party = score.table.plan.id, score.table.stakeholder.party
    low, high = map(float, score.interval)
    drawing.add(Label(MARGIN, base, cut(plan, _SIDE - 8, 1)[0]))
    value = WIDTH - MARGIN - _VALUE + 10
    drawing.add(Label(value, base, words.interval(score.interval)))
    for lower, line in enumerate(wrapped(_covered(score, words), _SIDE - 6, 9.5)):
        drawing.add(Label(MARGIN, base + 11.5 * (lower + 1), line, 9.5, "muted"))
    start = MARGIN + _SIDE + min(low * _AXIS, _AXIS - 3)
    item = Item("interval", f"{party}/{plan}", str(score.interval))
    length = max((high - low) * _AXIS, 3)
    hint = f"{plan}: {words.interval(score.interval)}; {_covered(score, words)}"
    yield Box(start, base - _BAR + 2, length, _BAR, Look("surface"))
    yield Box(start, base - _BAR + 2, length, _BAR, INTERVAL, item, hint)


def acceptability_picture(found: Robustness, words: Words) -> Picture:
    """For each plan, a bar whose parts are the shares of its ranks."""
    drawn = found.acceptability
    title = words.word("accepted", party=words.party(found.stakeholder.party))
    remark = words.word(
        "accepted_note",
        count=words.labels.number(drawn.sample.size),
        seed=drawn.sample.seed,
        error=words.labels.decimal(drawn.error, 3),
    )
    drawing = Drawing()
    head(drawing, title, WIDTH)
    told = [remark]
    whole = WIDTH - 2 * MARGIN
    ranks = {place: words.rank(place + 1) for place in range(len(found.plans))}
    for plan, shares, certain in zip(found.plans, drawn.ranks, drawn.certain_ranks, strict=True):
        drawing.text(MARGIN, [plan.id], 12.5, bold=True)
        x: float = MARGIN
        drawing.bottom += 3
        for place, share in enumerate(shares):
            if share:
                item = Item("rank", f"{plan.id}/{place + 1}", f"{share:.6f}")
                look = RANKS[place % len(RANKS)]
                drawing.add(Box(x, drawing.bottom, share * whole, 18, look, item))
            x += share * whole
        drawing.bottom += 20
        said = ", ".join(
            f"{ranks[place]}: {words.share(*parts)}"
            for place, parts in enumerate(zip(shares, certain, strict=True))
        )
        drawing.text(MARGIN, wrapped(said, whole, 11.5), 11.5, hue="muted")
        drawing.bottom += MARGIN
        told.append(f"{plan.id}: {said}.")
    meant = {word: RANKS[place % len(RANKS)] for place, word in ranks.items()}
    legend(drawing, meant, WIDTH)
    note(drawing, remark, WIDTH)
    return Picture(title, "\n".join(told), WIDTH, drawing.bottom, words.lang, tuple(drawing.shapes))
