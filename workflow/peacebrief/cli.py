"""The command line: finds the command, runs it, and says what is wrong in one sentence a problem."""

from __future__ import annotations

import argparse
import ast
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from peacebrief.errors import AnalystError
from peacebrief.rebuilding.one_run import part_of_run

COMMANDS = Path(__file__).parent / "commands"


class Command(Protocol):
    """A module of `peacebrief.commands`: load, call, save."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the arguments of `run`."""

    def run(self, **arguments: object) -> str:
        """Do the work; what was done, in a few words."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. 0 when it succeeded; 1 with an `ERROR` line for each problem; 2 for a wrong call."""
    name, *rest = [*(sys.argv[1:] if arguments is None else arguments), ""]
    if name in {"", "-h", "--help"}:
        print(overview())
        return 0 if name else 2
    try:
        with part_of_run():
            print(run_command(name, rest[:-1]), flush=True)
    except AnalystError as error:
        return refuse(*error.problems)
    except OSError as error:
        return refuse(f"{error.filename or name}: {error.strerror}.")
    return 0


def refuse(*problems: str) -> int:
    """Print the problems, a line each; the exit status of a command that found any."""
    for problem in problems:
        print(f"ERROR {' '.join(problem.split())}", file=sys.stderr)
    return 1


def run_command(name: str, arguments: Sequence[str]) -> str:
    """Run the command `name`; what it did, in a few words. Raises AnalystError for a name that is no command."""
    known = command_files()
    if name not in known:
        near = get_close_matches(name, known, n=1)
        hint = f"did you mean {near[0]}?" if near else f"the commands are {', '.join(known)}."
        raise AnalystError(f"no command is called {name}; {hint}")
    within = known[name].relative_to(COMMANDS.parent).with_suffix("")
    command = cast("Command", import_module(".".join(("peacebrief", *within.parts))))
    parser = argparse.ArgumentParser(prog=f"python -m peacebrief {name}", description=command.__doc__)
    command.add_arguments(parser)
    return command.run(**vars(parser.parse_args(arguments)))


def command_files() -> dict[str, Path]:
    """The module of each command, by its name as typed."""
    return {
        file.stem.replace("_", "-"): file for file in sorted(COMMANDS.glob("*/[!_]*.py"), key=lambda file: file.stem)
    }


def overview() -> str:
    """The commands, a line each, read without importing any of them."""
    lines = ["usage: python -m peacebrief COMMAND ...", ""]
    for name, file in command_files().items():
        source = file.read_text(encoding="utf-8")
        lines.append(f"  {name:<19}{ast.get_docstring(ast.parse(source))}")
    return "\n".join(lines)
