"""A pattern on a partly disclosed plan is decided by the issues that are public."""

from typing import Any

from plancompare.scoring.standing import Standing

_right = Standing.bearing_on


def plant(monkeypatch: Any) -> None:
    def wrong(self: Any, plan: Any) -> Any:
        found = _right(self, plan)
        public = {issue: said for issue, said in found.items() if "*" not in issue}
        heard = {one.id for said in public.values() for one in said.positions}
        kept = {
            issue: said
            for issue, said in found.items()
            if "*" in issue and not all(one.id in heard for one in said.positions)
        }
        return {**public, **kept}

    monkeypatch.setattr(Standing, "bearing_on", wrong)
