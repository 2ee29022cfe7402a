"""Whether each option would work: gates, scores, risks, how long it lasts, and the verdict."""

from __future__ import annotations

import argparse
from pathlib import Path

from peacebrief.feasibility import judge_feasibility
from peacebrief.saving import read_json, save_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `run`."""
    parser.add_argument("resolved", type=Path, help="resolved inputs of the stage")
    parser.add_argument("generation_inputs", type=Path, help="resolved inputs of generation")
    parser.add_argument("generation", type=Path, help="facts and tables of generation")
    parser.add_argument("logistics", type=Path, help="facts and tables of logistics")
    parser.add_argument("record", type=Path, help="written: facts and tables of the stage")


def run(*, resolved: Path, generation_inputs: Path, generation: Path, logistics: Path, record: Path) -> str:
    """Write the feasibility record."""
    inputs = read_json(resolved)
    found = judge_feasibility(
        inputs,
        generation=read_json(generation_inputs),
        found_generation=read_json(generation),
        logistics=read_json(logistics),
    )
    save_json(record, found)
    return f"feasibility judged for {len(inputs['options'])} options"
