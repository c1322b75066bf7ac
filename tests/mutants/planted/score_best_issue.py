"""The worst issue is taken to be the best one where something was ruled out."""

from typing import Any

from plancompare.scoring import aggregation
from plancompare.scoring.ruling import Verdict


def plant(monkeypatch: Any) -> None:
    def wrong(tally: Any) -> Any:
        verdicts = {verdict for _, verdict in tally.weights}
        pick = max if Verdict.REJECTED in verdicts else min
        found = [tally.rule.interval(one) for one in verdicts]
        ends = [pick(one[end] for one in found) for end in (0, 1)]
        return (aggregation.Interval(*ends),)

    monkeypatch.setitem(aggregation.AGGREGATIONS, "worst issue", wrong)
