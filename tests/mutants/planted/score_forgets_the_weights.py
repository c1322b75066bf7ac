"""The additive value is a plain mean, whatever the weights of the rule."""

from typing import Any

from plancompare.scoring import aggregation


def plant(monkeypatch: Any) -> None:
    def wrong(tally: Any) -> Any:
        found = [tally.rule.interval(one) for one in tally.counts.elements()]
        low, high = (sum(side) / len(found) for side in zip(*found, strict=True))
        return (aggregation.Interval(low, high),)

    monkeypatch.setitem(aggregation.AGGREGATIONS, "additive value", wrong)
