"""What each column of a table of inputs, or each name of a YAML file, holds."""

from __future__ import annotations

import argparse

from peacebrief.inputs.explaining.columns import explained, listed
from peacebrief.inputs.explaining.quantities import quantities

QUANTITIES = "quantities"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `run`."""
    parser.add_argument(
        "table", nargs="?", default="", help=f"a table, case, vocabulary or {QUANTITIES}; else all are listed"
    )


def run(*, table: str) -> str:
    """Explain a table, list all of them, or the quantities that assumptions.csv holds."""
    if table == QUANTITIES:
        return "\n".join(quantities())
    return "\n".join(explained(table) if table else listed())
