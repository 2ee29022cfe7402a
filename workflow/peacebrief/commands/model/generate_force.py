"""Who would send troops, how many they can keep deployed, and what is missing."""

from __future__ import annotations

import argparse
from pathlib import Path

from peacebrief.generation import generate_force
from peacebrief.saving import read_json, save_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `run`."""
    parser.add_argument("resolved", type=Path, help="resolved inputs of the stage")
    parser.add_argument("record", type=Path, help="written: facts and tables of the stage")


def run(*, resolved: Path, record: Path) -> str:
    """Write the generation record."""
    inputs = read_json(resolved)
    save_json(record, generate_force(inputs))
    return f"force generated for {len(inputs['options'])} options"
