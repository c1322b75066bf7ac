"""The last chapters of a document: sources, and the method with its limits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from plancompare.library.references import references
from plancompare.report.chapter import Chapter, Grid, GridRow, Line, Run, texts
from plancompare.report.citing import Citing
from plancompare.report.contents import Contents
from plancompare.report.names import Names
from plancompare.version import __version__

__all__ = ["method_chapters", "sources_chapter"]


def sources_chapter(values: Iterable[Any], names: Names, citing: Citing) -> Chapter:
    """Every source that plans and stakeholders cite, by the name under which it is cited."""
    ui = names.labels.ui
    cited = {one.id for value in values for one in references(value) if "source" in one.registers}
    rows = [GridRow(tuple(_source(one, names, citing)), source=one) for one in cited]
    rows.sort(key=lambda row: (row.cells[0][0][0].text.casefold(), row.source))
    head = tuple(ui[one] for one in ("source", "what", "address"))
    return Chapter(1, ui["sources"], grid=Grid(head, tuple(rows)))


def _source(name: str, names: Names, citing: Citing) -> Iterator[tuple[Line, ...]]:
    ui, word = names.labels.ui, names.labels.word
    found, shown = citing.named(name)
    yield ((Run(shown),), *(((Run(name, small=True),),) if shown != name else ()))
    if found.source is None:
        yield texts(ui["not_in_register"])
        yield ()
        return
    about = word("source_kinds", found.source.kind)
    if found.source.language:
        about += f"; {ui['language']}: {word('languages', found.source.language)}"
    note = found.source.note
    yield (
        (Run(found.source.title, free=True), Run(f"; {about}")),
        *(((Run(note, free=True, small=True),),) if note else ()),
    )
    yield tuple((Run(url, small=True, url=url),) for url in found.source.urls)


def method_chapters(found: Contents, names: Names, *, scored: bool) -> Iterator[Chapter]:
    """How results are made and what limits them; where there are scores, the rule and methods."""
    ui, said, word = names.labels.ui, names.labels.said, names.labels.word
    points = ui["method_points"].split("|")
    if found.stakeholders:
        points += ui["method_verdicts"].split("|")
        points.append(said("as_of", day=found.as_of) if found.as_of else ui["no_day"])
    what = ui["data_all" if found.stakeholders else "data_plans"]
    version = said("data_version", version=__version__, what=what, digest=found.digest)
    yield Chapter(1, ui["method"], texts(*points, version, said("youngest", day=found.youngest)))
    if not scored:
        return
    rule = found.rule
    about: list[Run] = [Run(f"{rule.title}.{f' {rule.note}' if rule.note else ''}", free=True)]
    head = tuple(ui[one] for one in ("what", "counts_as", "reason"))
    rows = tuple(
        GridRow((texts(what), texts(counts), ((Run(reason, free=True),),)))
        for what, counts, reason in _rule(found, names)
    )
    lines = (tuple(about), *texts(ui["rule_caption"]))
    yield Chapter(2, said("rule", id=rule.id), lines, Grid(head, rows))
    meanings = names.labels.groups["method_meaning"].items()
    drawn = names.labels.number(found.sample.size)
    ranks = said("ranks_meaning", samples=drawn, seed=found.sample.seed)
    methods = [*((word("methods", name), text) for name, text in meanings), (ui["ranks"], ranks)]
    lines = tuple((Run(f"{name}: ", bold=True), Run(text)) for name, text in methods)
    yield Chapter(2, ui["methods"], lines)


def _rule(found: Contents, names: Names) -> Iterator[tuple[str, str, str]]:
    """What verdicts are worth and saliences weigh, each with the reason."""
    ui, word, rule = names.labels.ui, names.labels.word, found.rule
    for name, worth in rule.values:
        yield word("verdicts", name), str(worth.value), worth.reason
    for name, bounds in rule.bounds:
        yield word("verdicts", name), f"{bounds.low} {ui['to']} {bounds.high}", bounds.reason
    for name, weight in rule.weights:
        level = word("salience", name.replace("_", "-"))
        yield f"{ui['salience']}: {level}", f"{ui['weight']} {weight.weight}", weight.reason
    yield ui["robust_from"], str(rule.robust_from.share), rule.robust_from.reason
