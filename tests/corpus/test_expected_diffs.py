"""The differences that the sources themselves name come out, each on exactly one issue."""

from typing import Any

import plancompare

US, EUROPE, GENEVA = (plancompare.load(one) for one in ("us-28", "europe-28", "geneva"))

CHANGED = {
    "non-aggression-pact/russia+ukraine": "other_parties europe -> nato (replaced)",
    "past-disputes/russia+ukraine": "modality declaration -> commitment (replaced)",
    "dialogue/nato+russia": "conditions not stated -> signature (made conditional), "
    "mediators united-states -> not stated (dropped)",
    "security-guarantee/ukraine": "model not stated -> article-5-like (specified)",
    "force-ceiling/ukraine": "personnel 600,000 -> 800,000 (raised), "
    "period always -> peacetime (narrowed)",
    "organisation-membership/ukraine/nato": "modality commitment -> statement (weakened), "
    "path barred -> no-prospect (raised), "
    "candidate_instrument constitution -> not stated (dropped), "
    "organisation_instrument founding-treaty -> not stated (dropped)",
    "foreign-forces/ukraine/nato": "presence any -> permanent (narrowed), "
    "command not stated -> alliance (specified), period always -> peacetime (narrowed)",
    "weapons-stationing/poland/fighter-aircraft": "owners europe -> nato (replaced)",
    "economic-reintegration/russia": "phasing not stated -> phased (specified)",
    "frozen-assets/russia": "status released -> frozen (replaced), "
    "until not stated -> compensation-paid by russia (introduced)",
    "implementation-mechanism/security": "members russia, united-states -> "
    "europe, russia, ukraine, united-states (widened), "
    "mandate ensure-compliance, promote -> enforce, promote (replaced)",
    "arms-control/russia+united-states": "treaties others, start-i -> fair-start, others "
    "(replaced)",
    "elections/ukraine": "deadline within 100 days -> as-soon-as-possible after signature "
    "(replaced)",
}

ADDED = {
    "compensation/ukraine",
    "renunciation-of-force/present-lines",
    "territorial-negotiation/russia+ukraine",
    "implementation-mechanism/ceasefire",
}

STATUS = {
    f"territorial-status/{place}"
    for place in (
        "crimea",
        "donetsk",
        "luhansk",
        "kherson",
        "zaporizhzhia",
        "donetsk-ukrainian-held",
    )
}

TERRITORY = STATUS | {
    "force-withdrawal/russia/ukraine-outside-five-regions",
    "demilitarised-zone/donetsk-ukrainian-held",
    "force-withdrawal/ukraine/donetsk-ukrainian-held",
}

ASSETS = {
    "asset-allocation/russia/reconstruction",
    "resource-sharing/reconstruction-investment/profits",
    "financial-contribution/europe/reconstruction",
    "asset-allocation/russia/joint-investment",
}

POINT_3 = {"alliance-enlargement/nato", "renunciation-of-force/neighbouring-states"}

REMOVED = (
    TERRITORY
    | ASSETS
    | POINT_3
    | {
        "forfeiture/ukraine/security-guarantee/unprovoked-strike",
        "education-programme",
        "non-discrimination",
        "ideology-ban/nazism",
        "amnesty",
        "claims-waiver",
    }
)


def issues(diff: Any, kind: Any) -> Any:
    return {change.issue for change in diff.changes if change.change == kind}


def test_us_28_to_europe_28() -> None:
    diff = plancompare.diff(US, EUROPE)
    changed = {
        one.issue: str(one).removeprefix(f"{one.issue}: ")
        for one in diff.changes
        if one.change == "changed"
    }
    assert changed == CHANGED
    assert issues(diff, "added") == ADDED
    assert issues(diff, "removed") == REMOVED
    assert diff.summary == {
        "changed": 13,
        "added": 4,
        "removed": 21,
        "reopened": 0,
        "settled": 0,
        "unknown": 0,
        "kept": 40,
    }


def test_points_without_a_difference_of_substance_are_kept() -> None:
    diff = plancompare.diff(US, EUROPE)
    for number in ("11", "12", "16", "18", "19", "22", "23"):
        point = next(point for point in US.points if point.number == number)
        assert {diff.change(one.issue).change for one in point.provisions} == {"kept"}


def test_us_28_to_geneva() -> None:
    diff = plancompare.diff(US, GENEVA)
    assert issues(diff, "changed") == {"force-ceiling/ukraine"}
    assert issues(diff, "removed") == ASSETS | {
        "market-access/ukraine/european-union",
        "organisation-membership/ukraine/european-union",
        "economic-cooperation/russia+united-states",
        "frozen-assets/russia",
        "amnesty",
    }
    assert issues(diff, "reopened") == TERRITORY | POINT_3 | {
        "dialogue/nato+russia",
        "security-guarantee/ukraine",
        "organisation-membership/ukraine/nato",
    }
    assert len(issues(diff, "kept")) == 5
    assert len(issues(diff, "unknown")) == 45


def test_nothing_is_reported_as_changed_where_geneva_is_not_public() -> None:
    diff = plancompare.diff(US, GENEVA)
    whole = ("1", "2", "9", "12", "15", "16", "17", "18", "20", "22", "23", "25", "27", "28")
    for point in US.points:
        if point.number in whole:
            assert {diff.change(one.issue).change for one in point.provisions} == {"unknown"}
    for issue in ("foreign-forces/ukraine/nato", "facility-control/zaporizhzhia-npp"):
        assert diff.change(issue).change == "unknown"
        assert diff.change(issue).reported == "modified"


def test_geneva_to_europe_28() -> None:
    summary = plancompare.diff(GENEVA, EUROPE).summary
    assert (summary["settled"], summary["added"], summary["kept"]) == (14, 4, 6)
    assert (summary["changed"], summary["unknown"]) == (0, 44)


def test_the_number_of_geneva_points_is_reported_not_decided() -> None:
    counts = {report.points for report in GENEVA.reports if report.points}
    assert counts == {19, 20, 22}
    assert all(report.evidence for report in GENEVA.reports)


def test_unverified_points_of_europe_28_say_so() -> None:
    unverified = {
        label
        for point in EUROPE.points
        for provision in point.provisions
        if provision.checked == "unverified"
        for label in point.labels(provision)
    }
    assert {"15", "16", "17", "18", "20", "22", "23", "27"} <= unverified
    assert not unverified & {"1", "2", "4", "5", "6", "7", "8", "9", "11", "14", "19", "21", "25"}


def test_rival_readings_are_kept() -> None:
    held: Any = US.stated["territorial-status/donetsk-ukrainian-held"].provision
    assert held.recognition is None
    assert {held.under(one).recognition for one in held.readings} == {"de-jure", "de-facto"}
    arms: Any = US.stated["arms-control/russia+united-states"].provision
    assert arms.under(arms.readings[0]).treaties == ("new-start", "others")


def test_point_3_is_an_expectation() -> None:
    point = US.points[2]
    assert {one.modality for one in point.provisions} == {"expectation"}


def test_every_clause_cites_a_known_source() -> None:
    known = plancompare.Library().sources
    for plan in (US, EUROPE, GENEVA):
        for provision in plan.provisions:
            assert provision.evidence
            for one in provision.evidence:
                assert set(one.sources) <= set(known)


def test_every_sub_point_of_us_28_is_encoded() -> None:
    labels = {
        label
        for point in US.points
        for provision in point.provisions
        for label in point.labels(provision)
    }
    subs = {"10": "abcd", "12": "abcdef", "13": "abc", "14": "abcde", "20": "abc", "21": "abcd"}
    subs["24"] = "abcd"
    assert {f"{number}{letter}" for number, all_ in subs.items() for letter in all_} <= labels
    assert {str(number) for number in range(1, 29)} == {point.number for point in US.points}
    assert len(EUROPE.points) == 27
