"""docs/command-line.md names every command, argument and option there is, and no other."""

import re
from pathlib import Path

import click
import pytest

import plancompare
from plancompare.cli.main import cli

TEXT = (Path(__file__).parents[2] / "docs" / "command-line.md").read_text("utf-8")


LEAVES = [
    one
    for command in cli.commands.values()
    for one in (command.commands.values() if isinstance(command, click.Group) else [command])
]
"""Commands that do something, those inside groups too."""


@pytest.mark.parametrize("name", cli.commands)
def test_each_command_has_its_line_and_its_chapter(name: str) -> None:
    assert re.search(rf"^\| `plancompare {name}\b", TEXT, re.MULTILINE)
    assert f"\n## {name}\n" in TEXT


@pytest.mark.parametrize("command", LEAVES, ids=str)
def test_each_option_is_described(command: click.Command) -> None:
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help
            for option in parameter.opts:
                assert re.search(rf"`{option}[ `]", TEXT), option


def test_no_option_is_described_that_does_not_exist() -> None:
    known = {option for one in LEAVES for p in one.params for option in p.opts}
    known |= {"--help", "--version"}
    assert set(re.findall(r"--[a-z][a-z-]*", TEXT)) <= known


def test_options_of_some_commands_name_these_commands() -> None:
    for option in ("--topic", "--show-sources"):
        (named,) = re.findall(rf"`{option}[^`]*` \(([^)]*)\)", TEXT)
        takers = [
            name
            for name, command in cli.commands.items()
            if any(option in parameter.opts for parameter in command.params)
        ]
        assert named == ", ".join(f"`{name}`" for name in takers)


def test_each_format_and_kind_of_change_is_described() -> None:
    for name in (*plancompare.FORMATS, *plancompare.ChangeKind):
        assert f"`{name}`" in TEXT
