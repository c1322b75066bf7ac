"""The page as a document: complete, traceable, readable without a script, the same each time."""

import base64
import datetime
import hashlib
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

import plancompare
from plancompare import Library, PlancompareError, UnknownIdError
from plancompare.report.contents import Contents, contents, pairs_of
from plancompare.report.labels import LANGUAGES, labels
from plancompare.report.names import Names
from plancompare.report.page import page
from plancompare.report.standing_view import finding
from plancompare.scoring.aggregation import Relation
from plancompare.scoring.bench import LineState
from plancompare.scoring.pairing import Firmness

from .conftest import DAY, PARTIES, PLANS, Element

LIMIT = 1_500_000


def anchors(root: Element, found: Contents) -> dict[str, str]:
    """Where on the page each source stands that it lists."""
    (listed,) = root.find("ul", **{"class": "sources"})
    places = {
        (one.find("b")[0].raw, *(link.attributes["href"] for link in one.find("a"))): one
        for one in listed.children
    }
    return {
        name: f"#{places[source.title, *source.urls].attributes['id']}"
        for name, source in found.library.sources.items()
        if (source.title, *source.urls) in places
    }


def test_every_link_leads_to_something_on_the_page_or_to_a_source(root: Element) -> None:
    ids = Counter(one.attributes["id"] for one in root.all if "id" in one.attributes)
    assert max(ids.values()) == 1
    for link in root.find("a"):
        where = link.attributes["href"]
        if where.startswith("#"):
            assert where[1:] in ids, where
        else:
            assert where.startswith(("https://", "http://"))
            assert link.within("li")
            assert link.attributes["class"] == "out"


def test_nothing_is_fetched_and_only_our_script_may_run(source: str, root: Element) -> None:
    assert not [
        one for one in root.all if {"src", "srcset", "data", "action"} & set(one.attributes)
    ]
    assert not root.find("link") + root.find("img") + root.find("iframe")
    assert "@import" not in source
    ids = {one.attributes.get("id") for one in root.all}
    assert all(one in ids for one in re.findall(r"url\(#?([^)]*)\)", source))
    assert source.count("url(") == source.count("url(#")
    assert not [one for one in root.all if any(name.startswith("on") for name in one.attributes)]
    data, script = root.find("script")
    assert data.attributes == {"type": "text/plain", "id": "other-languages"}
    digest = base64.b64encode(hashlib.sha256(script.raw.encode()).digest()).decode()
    (policy,) = (one for one in root.find("meta") if "http-equiv" in one.attributes)
    assert policy.attributes["content"].startswith("default-src 'none'; ")
    assert f"script-src 'sha256-{digest}'" in policy.attributes["content"]


def test_tables_have_captions_and_headers_with_scope(root: Element) -> None:
    tables = root.find("table")
    assert len(tables) > len(PLANS)
    for table in tables:
        assert table.children[0].tag == "caption"
        assert table.children[0].text
        assert all(one.attributes.get("scope") for one in table.find("th"))
        body = [row for one in table.children if one.tag == "tbody" for row in one.children]
        assert body


def test_headings_come_in_order_without_a_gap(root: Element) -> None:
    levels = [int(one.tag[1]) for one in root.all if re.fullmatch("h[1-6]", one.tag)]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_what_is_hidden_from_a_reader_without_a_script_are_the_controls_only(root: Element) -> None:
    assert {one.tag for one in root.all if "hidden" in one.attributes} == {"form", "button"}


def test_the_matrix_has_a_cell_for_each_issue_and_plan(english: Element, found: Contents) -> None:
    sources = anchors(english, found)
    for number, row in enumerate(found.matrix):
        (line,) = english.find("tr", id=f"m{number}")
        for place, cell in enumerate(row.cells):
            (shown,) = line.find("td", id=f"m{number}-{place}")
            assert shown.attributes["class"] == cell.treatment
            links = {one.attributes["href"] for one in shown.find("a")}
            if cell.provision and cell.point and cell.point.summary:
                homes = [
                    shown,
                    *(english.find("td", id=one[1:])[0] for one in links if one[1] == "m"),
                ]
                assert any(" ".join(cell.point.summary.split()) in one.text for one in homes)
            assert {one for one in links if one.startswith("#s")} == {
                sources[name] for one in cell.evidence for name in one.sources
            } | {
                sources[name]
                for reading in (cell.provision.readings if cell.provision else ())
                for one in reading.evidence
                for name in one.sources
            }
            if cell.provision and cell.provision.readings:
                assert all(one.says in shown.text for one in cell.provision.readings)


def test_counts_of_changes_are_those_of_the_diff(english: Element, found: Contents) -> None:
    for number, diff in enumerate(found.diffs):
        for kind, count in diff.summary.items():
            links = [
                one for one in english.find("a") if one.attributes["href"] == f"#d{number}-{kind}"
            ]
            assert [one.text for one in links] == ([f"{count} {kind}"] if count else [])
            if count:
                (group,) = (
                    one for one in english.all if one.attributes.get("id") == f"d{number}-{kind}"
                )
                assert len(group.find("th", scope="row")) == count


def test_the_number_of_points_leads_to_all_of_them(english: Element, found: Contents) -> None:
    for place, plan in enumerate(found.plans):
        (row,) = english.find("tr", id=f"p{place}")
        (link,) = (one for one in row.find("a") if one.text == str(len(plan.points)))
        assert link.attributes["href"] == f"#p{place}-points"
        (listed,) = english.find("ul", id=f"p{place}-points")
        for point, shown in zip(plan.points, listed.children, strict=True):
            assert shown.text == " ".join(filter(None, (point.number, point.heading)))
            for home in shown.find("a"):
                (cell,) = english.find("td", id=home.attributes["href"][1:])
                assert point.summary is None or " ".join(point.summary.split()) in cell.text
            assert bool(shown.find("a")) == bool(point.provisions)


def test_a_number_that_heads_a_table_or_a_closed_part_counts_what_is_in_it(
    english: Element, found: Contents
) -> None:
    heads = 0
    for number in range(len(found.pairs)):
        (pair,) = english.find("section", id=f"d{number}")
        for table in pair.find("table"):
            for count in re.findall(r"^[^:·]+: (\d+)", table.find("caption")[0].text):
                assert len(table.find("th", scope="row")) == int(count)
                heads += 1
    assert heads > 10
    for one in english.find("details", **{"class": "standing"}):
        name = one.attributes["id"]
        positions, lines = re.findall(r"\d+", one.find("span", **{"class": "quiet"})[0].text)
        ids = [inner.attributes.get("id", "") for inner in one.all]
        for kind, count in (("q", positions), ("l", lines)):
            assert sum(bool(re.fullmatch(rf"{name}-{kind}\d+", one)) for one in ids) == int(count)


def test_each_number_of_a_table_of_numbers_is_a_link_or_none(root: Element) -> None:
    (summary,) = root.find("section", id="summary")
    scores = root.find("table", **{"class": "scores"})
    counted = [cell for table in scores for cell in table.find("td")]
    counted += summary.find("td", **{"class": "n"})
    assert len(counted) > 100
    for cell in counted:
        linked = Counter(re.findall(r"\d+", " ".join(one.text for one in cell.find("a"))))
        assert set(Counter(re.findall(r"\d+", cell.text)) - linked) <= {"0"}


def test_shifts_stand_beside_both_contents(english: Element) -> None:
    (pair,) = english.find("section", id="d2")
    (row,) = (
        one
        for one in pair.find("tr")
        if one.text.startswith("Force ceiling: Ukraine") and "raised" in one.text
    )
    shown = [one.text for one in row.children]
    assert shown == [
        "Force ceiling: Ukraine",
        "personnel",
        "600,000 point 6",
        "800,000 point 6",
        "raised",
    ]


def test_red_lines_are_counted_as_in_the_verdicts(english: Element, found: Contents) -> None:
    (summary,) = english.find("section", id="summary")
    rows = {row.children[0].text: row for row in summary.find("tr") if row.children[0].find("a")}
    for number, row in enumerate(found.scores.rows):
        name = found.library.parties[row[0].table.stakeholder.party].names.en
        expected = []
        for score in row:
            for state in (LineState.CROSSED, LineState.UNDECIDED, LineState.MET):
                declared = len(score.table.in_state(state))
                inferred = len(score.table.in_state(state, inferred=True))
                expected.append(f"{declared} + {inferred} inferred" if inferred else str(declared))
        assert [one.text for one in rows[name].children[1:]] == expected
        assert rows[name].find("a")[0].attributes["href"] == f"#w{number}"
    assert any(row.find("td", **{"class": "crossed"}) for row in rows.values())


def test_each_red_line_has_its_clause_its_statement_and_both_sources(
    english: Element, found: Contents
) -> None:
    sources = anchors(english, found)
    for number, row in enumerate(found.scores.rows):
        for place, line in enumerate(row[0].table.lines):
            (shown,) = english.find("tr", id=f"w{number}-l{place}")
            assert line.position.line
            assert line.position.line in shown.text
            assert line.position.stated_on in shown.text
            head, *cells = shown.children
            assert {one.attributes["href"] for one in head.find("a")} == {
                sources[name] for one in line.position.evidence for name in one.sources
            }
            for score, cell in zip(row, cells, strict=True):
                state = score.table.lines[place]
                word = "not crossed" if state.state is LineState.MET else str(state.state)
                assert cell.children[0].text == word
                for issue, found_state in state.issues:
                    evidence = score.table.verdict(issue).cell.evidence
                    if state.state is found_state is LineState.CROSSED and evidence:
                        links = {one.attributes["href"] for one in cell.find("a")}
                        assert sources[evidence[0].sources[0]] in links


def test_verdicts_on_the_heat_map_are_those_of_the_tables(
    english: Element, found: Contents
) -> None:
    (heat,) = english.find("table", **{"class": "heat"})
    shown = Counter(
        (one.attributes["href"].split("-")[0], one.attributes["aria-label"])
        for one in heat.find("a")
        if "aria-label" in one.attributes
    )
    expected: Counter[tuple[str, str]] = Counter()
    for number, row in enumerate(found.scores.rows):
        by_plan = [{one.issue: one.verdict for one in score.table.addressed} for score in row]
        for issue in {issue for verdicts in by_plan for issue in verdicts}:
            shown_verdicts = [str(one.get(issue, "unaddressed")) for one in by_plan]
            expected[f"#w{number}", ", ".join(shown_verdicts)] += 1
    assert shown == expected


def test_scores_are_intervals_that_lead_to_what_they_are_made_of(
    english: Element, found: Contents
) -> None:
    for number, row in enumerate(found.scores.rows):
        (table,) = english.find("section", id=f"c{number}")
        first = table.find("tbody")[0].children[0]
        texts = [one.find("a")[0].text for one in first.find("td")]
        assert texts == [str(score.interval) for score in row]
        assert {one.find("a")[0].attributes["href"] for one in first.find("td")} == {
            f"#w{number}-verdicts"
        }


def test_each_rank_of_eight_has_a_look_of_its_own(read: Callable[[str], Element]) -> None:
    draft = plancompare.load("us-28")
    plans = [draft.model_copy(update={"id": f"plan-{place}"}) for place in range(8)]
    root = read(page(contents(plans, ["ukraine"], samples=10)))
    (style,) = root.find("style")
    looks = re.findall(r"\.r(\d){([^}]*outline[^}]*)}", style.raw)
    assert [int(rank) for rank, _ in looks] == list(range(8))
    assert len({look for _, look in looks}) == 8


def test_how_firm_an_order_is_stands_in_the_words_of_the_result(
    english: Element, found: Contents
) -> None:
    parties = [row[0].table.stakeholder.party for row in found.scores.rows]
    for party, firm in found.robustness.items():
        (section,) = english.find("section", id=f"c{parties.index(party)}")
        (listed,) = section.find("ul", **{"class": "firm"})
        for item, pair in zip(listed.children, firm.pairs, strict=True):
            firmness, _, words = item.text.rstrip(".").partition(" ")
            assert firmness == pair.firmness
            if firmness == "undetermined":
                assert f"undetermined: {words}" == pair.in_words
            elif firmness == "fragile":
                for method, order in pair.methods:
                    assert (method in words) == (order == "undetermined"), words
                assert ("hangs on" in words) == bool(pair.hinges)


def test_a_fragile_order_names_the_methods_that_turn_it(found: Contents) -> None:
    pair = found.robustness["russia"].pairs[0]
    turned = replace(
        pair,
        share=0.97,
        other_share=0.03,
        certain=0.97,
        firmness=Firmness.FRAGILE,
        methods=(("worst issue", Relation.BELOW), ("additive value", Relation.ABOVE)),
        hinges=("force-ceiling/ukraine and 2 more",),
    )
    names = Names(labels("en"), found.library)
    assert finding(turned, names) == (
        "us-28 is above geneva in 97% of the weights and values; "
        "ordered otherwise by worst issue; hangs on Force ceiling: Ukraine (+2)"
    )
    assert finding(replace(turned, firmness=Firmness.LEVEL), names).startswith("us-28 and geneva")
    hanging = finding(replace(turned, certain=0.5), names)
    assert "in 97% of the weights and values, in 50% whatever becomes of open issues" in hanging


def test_the_method_names_seed_draws_rule_version_and_day(english: Element) -> None:
    (method,) = english.find("section", id="method")
    for text in ("Draws: 200; seed: 7", "The rule: default", plancompare.__version__, str(DAY)):
        assert text in method.text
    reasons = [worth.reason for _, worth in Library().rule().values] + [
        weight.reason for _, weight in Library().rule().weights
    ]
    assert all(reason in method.text for reason in reasons)


def test_the_method_names_its_data_by_a_digest(found: Contents, english: Element) -> None:
    (method,) = english.find("section", id="method")
    assert found.digest in method.text
    twin = contents(found.plans, PARTIES, as_of=DAY, samples=50)
    assert twin.digest == found.digest
    retitled = found.plans[0].model_copy(update={"title": "Another title"})
    other = contents([retitled, *found.plans[1:]], PARTIES, as_of=DAY, samples=50)
    assert other.digest != found.digest


def test_the_method_names_the_youngest_day_in_the_data(english: Element, found: Contents) -> None:
    (method,) = english.find("section", id="method")
    assert f"a statement or a source in the data is {found.youngest}." in method.text
    assert found.youngest in {one.published for one in found.library.sources.values()}


def test_the_youngest_day_is_that_of_a_plan_a_statement_or_a_source(outspoken: Library) -> None:
    draft = outspoken.load("us-28")
    bare = draft.model_copy(
        update={"evidence": (), "reports": (), "points": (), "omits": (), "defers": ()}
    )

    def youngest(plan: plancompare.Plan, as_of: datetime.date | None = None) -> str:
        return contents([plan], as_of=as_of, samples=10, library=outspoken).youngest

    assert youngest(bare, datetime.date(2025, 1, 1)) == str(bare.date)
    assert youngest(bare) == "2025-11-23"  # of the source of a position
    late = bare.model_copy(update={"date": datetime.date(2025, 12, 1)})
    assert youngest(late) == "2025-12-01"
    cited = bare.model_copy(update={"evidence": draft.evidence})
    published = [
        outspoken.sources[name].published or "" for one in draft.evidence for name in one.sources
    ]
    assert youngest(cited, datetime.date(2025, 1, 1)) == max(*published, str(bare.date))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_library_without_stakeholders_says_so_where_their_chapters_would_stand(
    lang: str, silent: Library, read: Callable[[str], Element]
) -> None:
    ui = labels(lang).ui
    plans = [silent.load(one) for one in ("us-28", "europe-28")]
    root = read(page(contents(plans, library=silent), lang))
    (verdicts,) = root.find("section", id="verdicts")
    assert verdicts.text == " ".join((ui["verdicts"], ui["nobody"], ui["begin_positions"]))
    (summary,) = root.find("section", id="summary")
    assert ui["none_on_record"] in summary.text
    navigation = [one.attributes["href"] for one in root.find("nav")[0].find("a")]
    assert "#verdicts" in navigation
    assert "#scores" not in navigation
    (method,) = root.find("section", id="method")
    for gone in (*ui["method_verdicts"].split("|"), ui["no_day"], ui["data_all"]):
        assert gone not in root.text
    for kept in ui["method_points"].split("|"):
        assert kept in method.text


def test_without_stakeholders_the_rule_is_no_part_of_the_data(silent: Library) -> None:
    plans = [silent.load("us-28")]
    rule = Library().rule()
    other = rule.model_copy(update={"id": "mine"})
    one, two = (contents(plans, rule=given, library=silent).digest for given in (rule, other))
    assert one == two


def test_labels_follow_the_language_and_free_text_says_that_it_does_not(found: Contents) -> None:
    text = page(found, "uk")
    for word in ("Червоні лінії", "Гранична чисельність сил: Україна", "Європейський Союз"):
        assert word in text
    assert "<html lang=uk>" in text
    summary = found.plans[0].points[0].summary
    assert f"<p lang=en>{summary}</p>" in text


def test_a_phone_shows_the_heads_of_a_table_in_its_cells(root: Element) -> None:
    tables = [
        one
        for one in root.find("table", **{"class": "stacked"})
        if "by-plan" not in one.attributes["class"]
    ]
    assert len(tables) > len(PLANS)
    for table in tables:
        heads = [one.text for one in table.find("thead")[0].find("th")][1:]
        assert not set("'\\\n") & set("".join(heads))
        assert table.attributes["style"] == "".join(
            f"--h{place}:'{head}';" for place, head in enumerate(heads, 1)
        )


def test_equal_input_gives_equal_bytes_and_no_clock(tmp_path: Path) -> None:
    plans = [plancompare.load(one) for one in PLANS[:2]]
    files = [tmp_path / "one.html", tmp_path / "other.html"]
    for file in files:
        plancompare.write_report(plans, file, ["russia"], samples=100)
    one, other = (file.read_bytes() for file in files)
    assert one == other
    assert b"No day was set" in one
    assert str(datetime.datetime.now(tz=datetime.UTC).date()).encode() not in one


@pytest.mark.parametrize("language", ["en", "uk", "ru"])
def test_the_report_on_three_plans_for_everybody_stays_small(language: str) -> None:
    everything = contents([plancompare.load(one) for one in PLANS], samples=10)
    assert len(page(everything, language).encode()) < LIMIT


def test_one_plan_has_no_changes_and_no_ranks(read: Callable[[str], Element]) -> None:
    root = read(page(contents([plancompare.load("us-28")], ["hungary"], samples=10)))
    assert not root.find("section", id="changes")
    assert "rank 1" not in root.text


def test_plans_that_differ_in_wording_only_have_no_changed_issue(
    read: Callable[[str], Element],
) -> None:
    plan = plancompare.load("us-28")
    renamed = plan.model_copy(update={"id": "same"})
    root = read(page(contents([plan, renamed], ["hungary"], samples=10)))
    (summary,) = root.find("section", id="summary")
    assert summary.find("div", **{"class": "card"})[0].text == "us-28 → same 74 kept"


def test_before_anything_was_said_nobody_has_a_position(read: Callable[[str], Element]) -> None:
    early = datetime.date(2000, 1, 1)
    root = read(page(contents([plancompare.load("us-28")], ["ukraine"], as_of=early)))
    assert "No position on record: Ukraine." in root.text
    assert "No red line on record: Ukraine." in root.text


def test_texts_on_record_on_both_sides_stand_as_a_redline_that_loses_nothing(
    read: Callable[[str], Element],
) -> None:
    plan = plancompare.load("us-28")
    old, new = (
        "Forces  shall withdraw.\nAll & <every>.",
        "Forces  may not withdraw.\nAll & <every>.",
    )
    texts = [
        plan.model_copy(
            update={
                "id": name,
                "points": (plan.points[0].model_copy(update={"text": text}), *plan.points[1:]),
            }
        )
        for name, text in (("one", old), ("other", new))
    ]
    root = read(page(contents(texts, ["hungary"], samples=10)))
    (redline,) = root.find("p", **{"class": "redline"})
    for text, gone in ((old, "ins"), (new, "del")):
        kept = [one for one in redline.parts if isinstance(one, str) or one.tag != gone]
        assert "".join(one if isinstance(one, str) else one.raw for one in kept) == text
    assert [(one.tag, one.raw) for one in redline.find("", **{"class": "weighs"})] == [
        ("del", "shall"),
        ("ins", "may"),
        ("ins", " not"),
    ]
    assert "modal verb: shall → may" in root.text
    assert "negation: – → not" in root.text
    assert "No issue changed" not in root.text


@pytest.mark.parametrize("count", [1, 2, 3, 4, 50])
def test_pairs_grow_with_the_plans(count: int) -> None:
    pairs = pairs_of(count)
    assert len(pairs) == len(set(pairs)) == (count if count > 2 else count - 1)
    assert all(one < other for one, other in pairs)


def test_a_report_on_nothing_or_twice_the_same_is_refused() -> None:
    with pytest.raises(PlancompareError, match="a report needs a plan; name one or more"):
        contents([])
    plan = plancompare.load("us-28")
    with pytest.raises(PlancompareError, match="named twice: us-28, us-28; name each plan once"):
        contents([plan, plan])


def test_an_unknown_language_or_stakeholder_leaves_no_file(tmp_path: Path) -> None:
    plans = [plancompare.load("us-28")]
    with pytest.raises(UnknownIdError, match="unknown language 'fr'"):
        plancompare.write_report(plans, tmp_path / "a.html", lang="fr")
    with pytest.raises(UnknownIdError, match="unknown stakeholder 'russland'"):
        plancompare.write_report(plans, tmp_path / "a.html", ["russland"])
    assert list(tmp_path.iterdir()) == []


def test_a_report_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text("the old one", encoding="utf-8")
    with pytest.raises(UnknownIdError):
        plancompare.write_report([plancompare.load("us-28")], path, ["russland"])
    assert path.read_text(encoding="utf-8") == "the old one"
    assert list(tmp_path.iterdir()) == [path]


def test_stakeholders_are_those_asked_for(english: Element) -> None:
    (standings,) = english.find("div", id="standings")
    assert len(standings.find("details", **{"class": "standing"})) == len(PARTIES)
