"""What a plan says of a region, in words: one line for each thing said, with its rival readings."""

from __future__ import annotations

from collections.abc import Iterator

from plancompare.diffing.cell import Cell
from plancompare.model import Provision, Treatment, kind_of_issue
from plancompare.model.kinds.territory import DemilitarisedZone, ForceWithdrawal, TerritorialStatus
from plancompare.report.pictures.regions import RegionView, TerritoryView
from plancompare.report.pictures.words import Words

__all__ = ["elsewhere", "readings", "says"]


def says(region: RegionView, words: Words) -> list[str]:
    """What a plan says of a region, one line for each thing said; the same is not said twice."""
    unstated = {_unstated(found, words) for _, found in region.cells if found.provision is None}
    stated = [one for one in region.cells if one[1].provision is not None]
    if not stated and len(unstated) == 1:
        silent = all(found.treatment is Treatment.SILENT for _, found in region.cells)
        return [words.word("none_of_its_own")] if silent else list(unstated)
    lines: list[str] = []
    for issue, found in region.cells:
        if found.provision is not None:
            lines += _clause(found, region.disclosure, words)
            lines += _force(found.provision, words)
        elif not stated or found.treatment is not Treatment.SILENT:
            lines.append(f"{_about(issue, words)}: {_unstated(found, words)}")
    return lines


def _about(issue: str, words: Words) -> str:
    known = {"territorial-status": "status", "demilitarised-zone": "zone"}
    kind = kind_of_issue(issue)
    if kind == "force-withdrawal":
        return words.word("withdrawal_of", party=words.party(issue.split("/")[1]))
    return words.word(known[kind]) if kind in known else words.issue(issue)


def _unstated(found: Cell, words: Words) -> str:
    if found.treatment is Treatment.DEFERRED and found.left_to:
        return words.word("deferred_to", parties=words.parties(found.left_to))
    return words.treatment(found.treatment)


def _clause(found: Cell, disclosure: str, words: Words) -> Iterator[str]:
    match found.provision:
        case TerritorialStatus() as clause:
            yield from _status(clause, disclosure, words)
        case DemilitarisedZone() as clause:
            yield words.word("zone")
            if clause.barred_forces:
                yield words.word("zone_barred", parties=words.parties(clause.barred_forces))
        case ForceWithdrawal() as clause:
            yield words.word("withdrawal_of", party=words.party(clause.force))
        case clause:
            assert clause is not None
            yield words.issue(clause.issue)


def _force(clause: Provision, words: Words) -> Iterator[str]:
    """What makes a clause less than a plain commitment or declaration."""
    if clause.modality not in {"commitment", "declaration"}:
        yield words.word(f"modality_{clause.modality}")
    if clause.conditions:
        yield words.word("conditional")


def _status(clause: TerritorialStatus, disclosure: str, words: Words) -> Iterator[str]:
    parties = [words.party(one) for one in readings(clause, "attributed_to")]
    if len(parties) > 1:
        yield words.word("attributed_rival", parties=" / ".join(parties))
    elif parties:
        yield words.word("attributed", party=parties[0])
    else:
        yield words.word(f"unattributed_{disclosure}")
    levels = [words.word(f"recognition_{one}") for one in readings(clause, "recognition")]
    if len(levels) > 1:
        yield words.word("recognition_rival", levels=" / ".join(levels))
    elif levels:
        yield words.word("recognition", level=levels[0])
    if clause.recognised_by:
        yield words.word("recognised_by", parties=words.parties(clause.recognised_by))
    for line in readings(clause, "boundary"):
        yield words.word("boundary", boundary=words.word(f"boundary_{line}"))


def elsewhere(view: TerritoryView, words: Words) -> str:
    """What a plan says on territory without naming a region."""
    if not view.elsewhere:
        return words.word("elsewhere_none")
    issues = (
        words.issue(issue)
        + ("" if treatment is Treatment.STATED else f" ({words.treatment(treatment)})")
        for issue, treatment in view.elsewhere
    )
    return words.word("elsewhere", issues="; ".join(issues))


def readings(clause: Provision, term: str) -> list[str]:
    """The values that a clause gives to a term, under each of its readings."""
    values = (content[term] for content in clause.contents)
    return [value for value in dict.fromkeys(values) if value is not None]
