"""How many troops each role needs."""

from __future__ import annotations

import argparse
from pathlib import Path

from peacebrief.saving import read_json, save_json
from peacebrief.sizing import size_force


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `run`."""
    parser.add_argument("resolved", type=Path, help="resolved inputs of the stage")
    parser.add_argument("record", type=Path, help="written: facts and tables of the stage")


def run(*, resolved: Path, record: Path) -> str:
    """Write the sizing record."""
    inputs = read_json(resolved)
    save_json(record, size_force(inputs))
    return f"force sized for {len(inputs['roles'])} roles"
