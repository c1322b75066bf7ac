"""The additive value is a plain mean, whatever the weights of the rule."""

from typing import Any

from plancompare.scoring import aggregation


def plant(monkeypatch: Any) -> None:
    def wrong(criteria: Any, lines: Any, rule: Any) -> Any:
        ends = [one.interval(rule) for one in criteria]
        low, high = (sum(side) / len(ends) for side in zip(*ends, strict=True))
        return (aggregation.Interval(low, high),)

    monkeypatch.setitem(aggregation.AGGREGATIONS, "additive value", wrong)
