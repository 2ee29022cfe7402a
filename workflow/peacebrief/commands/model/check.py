"""Whether the inputs of a case are sound, as a build would find them, without building anything."""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from peacebrief.inputs.cells.problem import Problem
from peacebrief.inputs.handing_on.resolving import resolved
from peacebrief.inputs.loading import load_case

# Of warnings that differ in names and numbers alone, so many are told one by one.
MOST_TOLD = 3
NAME_OR_NUMBER = re.compile(r'"[^"]*"|\S*\d\S*')


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `run`."""
    parser.add_argument("case", help="the case, a folder of inputs")
    parser.add_argument("--inputs", type=Path, default=Path("inputs"), help="the folder of all inputs")


def run(*, case: str, inputs: Path) -> str:
    """Say that all is sound, and what deserves a look. Raises AnalystError with every problem found."""
    loaded = load_case(inputs, case)
    # A build hands the inputs on; what cannot be handed on is found here, too.
    resolved(loaded)
    tables = [table for _, table in loaded.tables.evidence() if table.rows]
    rows = sum(len(table.rows) for table in tables)
    return "\n".join((f"{len(tables)} tables and {rows:,} rows of {case} are sound", *_told(loaded.warnings)))


def _told(warnings: Sequence[Problem]) -> Iterator[str]:
    """The first warnings of every kind, and how many more there are."""
    kinds: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    for warning in warnings:
        kinds[(warning.column, NAME_OR_NUMBER.sub("", warning.message))].append(warning)
    for alike in kinds.values():
        yield from (f"WARNING {warning}" for warning in alike[:MOST_TOLD])
        if len(alike) > MOST_TOLD:
            yield f"WARNING and {len(alike) - MOST_TOLD} more of this kind, {len(alike)} in all"
