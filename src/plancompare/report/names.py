"""Names for what plans refer to by id, and values of terms, in the language of the page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from plancompare.library.library import Library
from plancompare.model import Deadline, Event, Provision, Span
from plancompare.report.labels import Labels, humanised

__all__ = ["Names"]

_MONEY = re.compile(r"^([0-9]+(?:\.[0-9]+)?)(e9|e6)? ([A-Z]{3})$")
_LENGTH = re.compile(r"^([0-9]+) (hour|day|week|month|year)s?$")
_POWERS = {"e9": "billion", "e6": "million"}


class Names:
    """Parties, places, issues, terms and values in words; an id without a name is humanised."""

    def __init__(self, labels: Labels, library: Library) -> None:
        self.labels, self.library = labels, library
        self._issues: dict[str, str] = {}

    @cached_property
    def _registered(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for register in ("event", "treaty", "place", "party"):
            for one in self.library.entries(register).values():
                found[one.id] = getattr(one.names, self.labels.lang) or one.names.en
        return found

    def name(self, name: str) -> str:
        """Anything with an id: a party, place, treaty or event by its name in the register."""
        return self._registered.get(name) or self.labels.word("values", name)

    def named(self, names: Iterable[str]) -> str:
        """Several of them; an open list ends with the others."""
        return ", ".join(map(self.name, _open_last(names)))

    def issue(self, issue: str) -> str:
        """An issue as kind and key; a pattern shows that it stands for all."""
        if (found := self._issues.get(issue)) is None:
            whole, _, part = issue.partition("#")
            kind, *keys = whole.split("/")
            found = self.labels.word("kinds", kind)
            found = found[:1].upper() + found[1:]
            if keys:
                found += f": {', '.join(map(self._key, keys))}"
            if part:
                found += f" ({humanised(part)})"
            self._issues[issue] = found
        return found

    def _key(self, key: str) -> str:
        if key == "*":
            return self.labels.ui["each"]
        return " \N{EN DASH} ".join(map(self.name, key.split("+")))

    def criterion(self, name: str) -> str:
        """What is weighed as one, by its first issue and how many more there are."""
        issue, _, more = name.partition(" and ")
        return f"{self.issue(issue)} (+{more.split()[0]})" if more else self.issue(issue)

    def term(self, name: str) -> str:
        """The name of a term."""
        return self.labels.word("terms", name)

    def value(self, value: Any, silence: str = "not_stated") -> str:
        """The value of a term in words."""
        ui = self.labels.ui
        match value:
            case None:
                return ui[silence]
            case int():
                return self.labels.number(value)
            case str():
                return self._text(value)
            case Event():
                return self._event(value)
            case Span():
                return self._span(value)
            case Deadline():
                return self._deadline(value)
            case tuple() if value and isinstance(value[0], tuple):  # a split
                return ", ".join(f"{self.name(who)} {share}" for who, share in value)
            case tuple():
                return ", ".join(map(self.value, _open_last(value))) or ui["none"]
        return str(value)

    def of_term(self, provision: Provision, name: str, *, public: bool = True) -> str:
        """The value of one term of a clause, or why there is none."""
        silence = "none" if provision.spec.terms[name].none_if_silent else "not_stated"
        return self.value(getattr(provision, name), silence if public else "not_public")

    def _text(self, value: str) -> str:
        if money := _MONEY.match(value):
            power = f" {self.labels.ui[_POWERS[money[2]]]}" if money[2] else ""
            return f"{money[1].replace('.', self.labels.ui['decimal'])}{power} {money[3]}"
        if length := _LENGTH.match(value):
            return self.labels.length(int(length[1]), length[2])
        return self.name(value) if value[:1].islower() else value

    def _event(self, event: Event) -> str:
        parts = [self.name(event.event)]
        for key, who in (("event_by", event.by), ("event_against", event.against)):
            if who:
                parts.append(self.labels.said(key, who=self.named(who)))
        return ", ".join(parts)

    def _span(self, span: Span) -> str:
        if span.length:
            return self._text(span.length)
        if span.until:
            return self.labels.said("until", what=self._event(span.until))
        return self.labels.ui["indefinite"]

    def _deadline(self, deadline: Deadline) -> str:
        said = self.labels.said
        if deadline.on:
            found = said("on_day", what=deadline.on)
        elif deadline.within:
            found = said("within", what=self._text(deadline.within))
        elif deadline.before:
            found = said("before_event", what=self._event(deadline.before))
        else:
            found = self.labels.word("values", deadline.promptly or "")
        return (
            said("after_event", when=found, what=self._event(deadline.after))
            if deadline.after
            else found
        )


def _open_last(values: Iterable[Any]) -> list[Any]:
    """The same values, with the mark of an open list at their end."""
    return sorted(values, key=lambda one: one == "others")
