"""One call in a process of its own: how much memory it needs, and whether it ends at all."""

from __future__ import annotations

import contextlib
import ctypes
import gc
import multiprocessing
import resource
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple

__all__ = ["Outcome", "alone"]

_STATUS = Path("/proc/self/status")
_CLEAR = Path("/proc/self/clear_refs")
_MEBI = 2**20


class Outcome(NamedTuple):
    """What one call took: None if it was stopped, or if the system does not tell its memory."""

    seconds: float | None
    peak_mb: float | None


def alone(call: Callable[[], object], limit: float) -> Outcome:
    """Run a call in a forked child; stop it after `limit` seconds."""
    context: Any = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_measured, args=(call, sender), daemon=True)
    child.start()
    sender.close()
    try:
        if not receiver.poll(limit):
            child.kill()
            return Outcome(None, None)
        return Outcome(*receiver.recv())
    finally:
        child.join()


def _measured(call: Callable[[], object], sender: Connection) -> None:
    gc.collect()
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)  # else the call lives off memory freed before it
    with contextlib.suppress(OSError):
        _CLEAR.write_text("5", encoding="ascii")  # the peak starts from here
    before = _resident("VmRSS:")
    start = perf_counter()
    call()
    seconds = perf_counter() - start
    sender.send((seconds, _resident("VmHWM:") - before))


def _resident(name: str) -> float:
    """Resident memory in MB; where the system keeps no such file, the peak of the process."""
    try:
        lines = _STATUS.read_text(encoding="ascii").splitlines()
    except OSError:
        unit = 1 if sys.platform == "darwin" else 1024
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / _MEBI
    return next(int(line.split()[1]) for line in lines if line.startswith(name)) / 1024
