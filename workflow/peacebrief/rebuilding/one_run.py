"""One run at a time in a folder, whatever became of the runs before it.

The kernel holds the locks and lets go of them with the process: there is nothing to unlock by hand after a kill, after
a loss of power, or on a machine of another name.
"""

from __future__ import annotations

import fcntl
import os
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from peacebrief.errors import AnalystError

# The run writes its token into the first; its commands share the second for as long as they work.
RUN, COMMANDS = "run.lock", "commands.lock"
# Commands learn from it which run they belong to: the folder of the locks, and the token.
VARIABLE = "PEACEBRIEF_RUN"

_held: list[IO[str]] = []


def begin_run(folder: Path) -> str:
    """Hold `folder` until this process ends; what its commands need as `PEACEBRIEF_RUN`.

    Waits for commands that a killed run has left behind. Raises AnalystError while another run is going on.
    """
    folder.mkdir(parents=True, exist_ok=True)
    run = (folder / RUN).open("a+", encoding="utf-8")
    try:
        fcntl.flock(run, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        run.close()
        raise AnalystError("another build is going on in this folder; wait until it has ended, or stop it.") from None
    token = uuid.uuid4().hex
    run.truncate(0)
    run.write(token)
    run.flush()
    _held.append(run)
    _wait_for_commands(folder)
    return f"{folder.resolve()}{os.pathsep}{token}"


def _wait_for_commands(folder: Path) -> None:
    """A command that starts later finds another token and ends before it has done anything."""
    with (folder / COMMANDS).open("a") as commands:
        try:
            fcntl.flock(commands, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("A run was stopped; waiting until its last commands have ended.", file=sys.stderr, flush=True)
            fcntl.flock(commands, fcntl.LOCK_EX)


@contextmanager
def part_of_run() -> Iterator[None]:
    """The work of one command, which the next run waits for. Raises AnalystError where its own run has ended."""
    named, _, token = os.environ.get(VARIABLE, "").rpartition(os.pathsep)
    if not named:
        yield
        return
    with (Path(named) / COMMANDS).open("a") as commands:
        fcntl.flock(commands, fcntl.LOCK_SH)
        if (Path(named) / RUN).read_text(encoding="utf-8") != token:
            raise AnalystError("the run that this command belongs to has ended; run it again.")
        yield
