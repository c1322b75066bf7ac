"""The worst issue is taken to be the best one where something was ruled out."""

from typing import Any

from plancompare.scoring import aggregation
from plancompare.scoring.verdict import Verdict


def plant(monkeypatch: Any) -> None:
    def wrong(criteria: Any, lines: Any, rule: Any) -> Any:
        verdicts = {row.verdict for one in criteria for row in one.rows}
        pick = max if Verdict.REJECTED in verdicts else min
        found = [rule.interval(one) for one in verdicts]
        ends = [pick(one[end] for one in found) for end in (0, 1)]
        return (aggregation.Interval(*ends),)

    monkeypatch.setitem(aggregation.AGGREGATIONS, "worst issue", wrong)
