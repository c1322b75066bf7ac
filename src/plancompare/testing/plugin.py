"""A pytest plug-in: the laws over a folder of plans, one test for each law and plan or pair.

`pytest --plancompare-library DIR`; without the option nothing happens and nothing is loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from plancompare.library.library import Library
    from plancompare.model import Plan

__all__ = ["FolderOfPlans", "LawItem"]

OPTION = "--plancompare-library"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option."""
    parser.getgroup("plancompare").addoption(
        OPTION,
        metavar="DIR",
        default=None,
        help="also hold the plans of a folder (DIR/proposals, DIR/seeds) to every law",
    )


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(session: pytest.Session, items: list[pytest.Item]) -> None:
    """Add the tests of the folder before `-k` chooses among them."""
    folder = session.config.getoption(OPTION)
    if folder is None:
        return
    if not Path(folder).is_dir():
        raise pytest.UsageError(f"{OPTION}: {folder}: there is no such folder; check the path")
    node = FolderOfPlans.from_parent(
        session, name="plancompare", nodeid="plancompare", path=Path(folder).resolve()
    )
    items.extend(node.collect())


class FolderOfPlans(pytest.Collector):
    """The tests of one folder: its audit, and the laws of each plan and of each ordered pair.

    A plan that cannot be read is left to the audit, which says why.
    """

    def collect(self) -> Iterator[LawItem]:
        from plancompare.testing import laws

        library, plans = self._read()
        yield self._item("audit", _audit(library))
        for plan in plans:
            for law in laws.OF_A_PLAN:
                yield self._item(f"{law.__name__}[{plan.id}]", law, plan)
        for one, other in permutations(plans, 2):
            if one.conflict == other.conflict:
                for pair in laws.OF_A_PAIR:
                    yield self._item(f"{pair.__name__}[{one.id}-{other.id}]", pair, one, other)

    def _read(self) -> tuple[Library, list[Plan]]:
        """The folder on top of the shipped one, as on the command line; only its own plans."""
        from plancompare.errors import InvalidFileError
        from plancompare.library.library import Library
        from plancompare.library.shipped import home

        alone = Library(self.path, shipped=False)
        library = alone if self.path == home().resolve() else Library(self.path)
        plans = []
        try:
            for name in alone.ids:
                try:
                    plans.append(library.load(name))
                except InvalidFileError:
                    continue
        except InvalidFileError:  # two files of one id
            plans.clear()
        return library, plans

    def _item(self, name: str, law: Callable[..., None], *plans: Plan) -> LawItem:
        return LawItem.from_parent(self, name=name, law=law, plans=plans)


def _audit(library: Library) -> Callable[[], None]:
    def audit() -> None:
        """Every file can be read, and the files fit together."""
        from plancompare.library.audit import audit as problems_of

        problems = problems_of(library).problems
        assert not problems, "\n".join(map(str, problems))

    return audit


class LawItem(pytest.Item):
    """One law, held against one plan or pair."""

    def __init__(self, *, law: Callable[..., None], plans: tuple[Plan, ...], **more: Any) -> None:
        super().__init__(**more)
        self.law = law
        self.plans = plans

    def runtest(self) -> None:
        self.law(*self.plans)

    def reportinfo(self) -> tuple[Path, None, str]:
        return self.path, None, self.name

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> str:
        words = (self.law.__doc__ or "").strip().partition("\n")[0]
        names = " and ".join(plan.id for plan in self.plans)
        about = f" (of {names})" if names else ""
        return f"This does not hold{about}: {words}\n{excinfo.value or excinfo.exconly()}"
