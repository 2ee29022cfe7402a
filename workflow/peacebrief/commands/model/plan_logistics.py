"""What a force needs, whether it can be had and through where, how fast it gets there and what it costs."""

from __future__ import annotations

import argparse
from pathlib import Path

from peacebrief.logistics import plan_logistics
from peacebrief.saving import read_json, save_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `run`."""
    parser.add_argument("resolved", type=Path, help="resolved inputs of the stage")
    parser.add_argument("record", type=Path, help="written: facts and tables of the stage")


def run(*, resolved: Path, record: Path) -> str:
    """Write the logistics record."""
    inputs = read_json(resolved)
    save_json(record, plan_logistics(inputs))
    return f"supply planned over {len(inputs['links'])} links"
