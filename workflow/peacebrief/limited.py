"""Commands run in a child process that may take only so much memory, processor time and time.

A page made of other people's words can hold something that keeps a renderer busy for ever. The system itself ends a
child that takes too much, even where no line of Python is reached any more, and even when its parent is gone.
"""

from __future__ import annotations

import os
import resource
import runpy
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self

MEGABYTE = 1_000_000
# How a child ends that asked for more memory than it may have, or that went in too deep; 1 and 2 are our own commands'.
OUT_OF_MEMORY, TOO_DEEP = 70, 71
PACKAGES = Path(__file__).resolve().parents[1]
REMEDY = "look for a loop, table, list, word or picture without end in its template and in the inputs that it prints"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The most that a child may take: address space, processor time, and time by the clock."""

    megabytes: int
    processor_seconds: int
    seconds: int


class Child:
    """A command of a module of Python (`python -m`), run as a process of its own within `limits`.

    `task` says in a few words what it does. `reads` and `writes` are open files, the first as its standard input, the
    second under its own number.
    """

    def __init__(
        self,
        *command: object,
        limits: Limits,
        task: str,
        reads: int = subprocess.DEVNULL,
        writes: int | None = None,
        module: str = "peacebrief",
    ) -> None:
        self.limits, self.task = limits, task
        bounds = (limits.megabytes, limits.processor_seconds, limits.seconds)
        self.process = subprocess.Popen(
            [sys.executable, "-m", __name__, *(str(word) for word in (*bounds, module, *command))],
            # The child imports the package that this process has imported, whatever else is installed.
            env=os.environ | {"PYTHONPATH": os.pathsep.join([str(PACKAGES), os.environ.get("PYTHONPATH", "")])},
            stdin=reads,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            pass_fds=[] if writes is None else [writes],
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """A child that still runs when nobody waits for it any more is ended."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.communicate()

    def problems(self) -> list[str]:
        """Waits for the child to end; what went wrong, a sentence each.

        Where the program itself is at fault, what it said is passed on and this process ends too.
        """
        said = self.process.communicate()[1].decode("utf-8", "replace")
        status = self.process.returncode
        told = [line.removeprefix("ERROR ") for line in said.splitlines() if line.startswith("ERROR ")]
        if status == 0 or told:
            return told
        if status in (1, 2):
            sys.stderr.write(said)
            raise SystemExit(status)
        return [f"{self.task} {self._excess(status)}; {REMEDY}."]

    def lost_its_reader(self) -> bool:
        """Whether the child ended because nobody took what it wrote."""
        return self.process.returncode == -signal.SIGPIPE

    def _excess(self, status: int) -> str:
        memory = f"{self.limits.megabytes:,} MB of memory"
        excesses = {
            -signal.SIGXCPU: f"took more than {self.limits.processor_seconds:,} s of processor time",
            -signal.SIGALRM: f"took longer than {self.limits.seconds:,} s",
            OUT_OF_MEMORY: f"needed more than {memory}",
            TOO_DEEP: "met parts within parts, deeper than can be followed",
        }
        # Libraries outside Python know no other answer to a refused request than to break down.
        return excesses.get(status, f"broke down (status {status}), as happens when it needs more than {memory}")


def keep_within(*, megabytes: int, processor_seconds: int, seconds: int) -> None:
    """Have the system end this process when it takes more."""
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    signal.alarm(seconds)
    bounds = {
        resource.RLIMIT_AS: (megabytes * MEGABYTE,) * 2,
        # At the second number the system ends the process without giving the reason.
        resource.RLIMIT_CPU: (processor_seconds, processor_seconds + 5),
        resource.RLIMIT_CORE: (0, 0),
    }
    for bound, most in bounds.items():
        # macOS keeps no limit of address space, and nobody may raise a limit that is lower already.
        with suppress(ValueError, OSError):
            resource.setrlimit(bound, most)


def main() -> None:
    """Run a module as a program within limits: MEGABYTES PROCESSOR_SECONDS SECONDS MODULE ARGUMENTS..."""
    megabytes, processor_seconds, seconds = (int(bound) for bound in sys.argv[1:4])
    keep_within(megabytes=megabytes, processor_seconds=processor_seconds, seconds=seconds)
    sys.argv = sys.argv[4:]
    try:
        runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
    except MemoryError:
        raise SystemExit(OUT_OF_MEMORY) from None
    except RecursionError:
        raise SystemExit(TOO_DEEP) from None


if __name__ == "__main__":
    main()
