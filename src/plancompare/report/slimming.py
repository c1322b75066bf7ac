"""Markup without what HTML can do without: quotes of plain values, end tags that what follows implies.

Text is never touched: in a page it has neither angle brackets nor quotes of its own.
"""

from __future__ import annotations

import re

__all__ = ["unclosed", "unquoted"]

_QUOTED = re.compile(r'(?<==)"([\w#.%-]+)"(?=[ >])')
_ENDS = re.compile(
    r"</(?:td|th)>\s*(?=<t[dh]\b|</tr>)"
    r"|</tr>\s*(?=<tr\b|</t(?:head|body)>)"
    r"|</li>\s*(?=<li\b|</[uo]l>)"
)


def unquoted(markup: str) -> str:
    """The same markup without the quotes that an attribute does not need; texts have none.

    >>> unquoted('<a href="#m1" class="one two">said</a>')
    '<a href=#m1 class="one two">said</a>'
    """
    return "".join(_QUOTED.split(markup))


def unclosed(markup: str) -> str:
    """The same markup without the ends of cells, rows and items of a list before the next of them.

    >>> unclosed("<tr><th>Forces</th><td>600,000</td></tr></tbody>")
    '<tr><th>Forces<td>600,000</tbody>'
    """
    return _ENDS.sub("", markup)
