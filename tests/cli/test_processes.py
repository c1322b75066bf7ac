"""The command as a process of its own: streams, terminals, hash seeds, what it imports."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "plancompare"]
DIFF = ["diff", "us-28", "geneva"]

posix = pytest.mark.skipif(os.name != "posix", reason="needs POSIX streams")


def process(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [*COMMAND, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1", "COLUMNS": "90", **environment},
        check=False,
    )


def test_the_same_input_gives_the_same_bytes_under_any_hash_seed() -> None:
    source = (
        "import plancompare as p\n"
        "found = p.diff(p.load('us-28'), p.load('geneva'))\n"
        "print(*(p.render(found, one, sources=True) for one in ('text', 'html', 'json')))\n"
    )
    shown = {
        subprocess.run(
            [sys.executable, "-c", source],
            capture_output=True,
            env={**os.environ, "PYTHONUTF8": "1", "PYTHONHASHSEED": seed},
            check=True,
        ).stdout
        for seed in ("0", "1", "4242")
    }
    assert len(shown) == 1
    assert len(shown.pop()) > 10_000


def test_the_three_exit_statuses() -> None:
    assert process("diff", "us-28", "us-28").returncode == 0
    assert process("diff", "us-28", "europe-28").returncode == 1
    refused = process("diff", "us-28", "nowhere")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr.startswith("unknown plan 'nowhere'; ")


def test_version_and_help_import_nothing_heavy() -> None:
    source = (
        "import sys\n"
        "from plancompare.cli.main import main\n"
        "try:\n    main()\nexcept SystemExit: pass\n"
        "heavy = {'pydantic', 'ruamel', 'tabulate', 'rich', 'deepdiff', 'rapidfuzz', 'numpy'}\n"
        "print(sorted(heavy & {name.split('.')[0] for name in sys.modules}))\n"
    )
    for option in ("--version", "--help"):
        done = subprocess.run(
            [sys.executable, "-c", source, option], capture_output=True, text=True, check=True
        )
        assert done.stdout.endswith("\n[]\n"), done.stdout


def test_only_a_terminal_needs_rich_and_only_markup_needs_tabulate() -> None:
    source = (
        "import sys\n"
        "from plancompare.cli.main import main\n"
        "try:\n    main()\nexcept SystemExit: pass\n"
        "print(*sorted({'rich', 'tabulate', 'deepdiff', 'hypothesis'} & set(sys.modules)),"
        " file=sys.stderr)\n"
    )
    quiet = [(format_, "\n") for format_ in ("text", "json", "csv")]
    for format_, loaded in (("markdown", "tabulate\n"), *quiet):
        done = subprocess.run(
            [sys.executable, "-c", source, *DIFF, "--format", format_],
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONUTF8": "1"},
            check=True,
        )
        assert done.stderr == loaded


@posix
def test_a_terminal_gets_colour_and_a_pipe_does_not() -> None:
    assert "\x1b" not in process(*DIFF).stdout
    assert "\x1b[1mus-28 -> geneva" in on_a_terminal(*DIFF)
    assert "\x1b" not in on_a_terminal(*DIFF, NO_COLOR="1")
    assert "\x1b" not in on_a_terminal(*DIFF, "--format", "text")


def on_a_terminal(*arguments: str, **environment: str) -> str:
    import pty

    ours, theirs = pty.openpty()
    known = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    with subprocess.Popen(
        [*COMMAND, *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**known, "TERM": "xterm", "COLUMNS": "90", **environment},
    ):
        os.close(theirs)
        shown = b""
        try:
            while piece := os.read(ours, 65536):
                shown += piece
        except OSError:  # Linux says so where others send an empty piece
            pass
    os.close(ours)
    return shown.decode()


@posix
def test_a_reader_that_goes_away_is_no_traceback() -> None:
    line = f"{' '.join(COMMAND)} show us-28 --show-sources | head -n 1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=True)
    first, status = done.stdout.splitlines()
    assert first.startswith("us-28: ")
    assert status in ("0", "141")
    assert done.stderr == ""


@posix
def test_a_reader_that_was_never_there_ends_with_141() -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    done = subprocess.run(
        [*COMMAND, "plans"], stdout=theirs, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(theirs)
    assert (done.returncode, done.stderr) == (141, "")


@posix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_a_message_and_status_2() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*COMMAND, "plans"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert (done.returncode, done.stderr) == (2, "output: No space left on device\n")


@posix
def test_a_closed_output_is_a_message_and_status_2() -> None:
    line = f"{' '.join(COMMAND)} plans >&-"
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (2, "the standard output is closed\n")


def test_an_output_without_arrows_gets_escapes_instead() -> None:
    done = process(
        *DIFF, "--topic", "military", "--width", "160", PYTHONUTF8="0", PYTHONIOENCODING="latin-1"
    )
    assert done.returncode == 1
    assert re.search(r" 6 \\u2192 \\u2013\n", done.stdout)
