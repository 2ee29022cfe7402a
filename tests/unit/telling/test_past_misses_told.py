"""Wherever days of arrival are told, the days once past misses are counted stand beside them."""

import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[3]
# What a place may name, and what it must name with it.
BESIDE = {"deployment_days": "deployment_days_with_misses", "option_arrival": "option_arrival_with_misses"}


def places():
    """Everything that may print a fact: modules that tell and draw, templates, and the words of a case."""
    folders = ("peacebrief/telling", "peacebrief/figures", "peacebrief/briefs/pages", "templates")
    for folder in folders:
        yield from (PROJECT / "workflow" / folder).rglob("*.py")
        yield from (PROJECT / "workflow" / folder).rglob("*.jinja")
    yield from (PROJECT / "inputs").glob("*/*.yaml")
    yield from (PROJECT / "inputs").glob("*/indicators.csv")


def bare(text):
    """The families of days that a text names without those of past misses."""
    return [
        name for name, other in BESIDE.items() if re.search(rf"logistics\.{name}(?![a-z_])", text) and other not in text
    ]


def test_no_place_names_the_bare_days_alone():
    told = {str(place.relative_to(PROJECT)): place.read_text(encoding="utf-8") for place in places()}
    assert {name: bare(text) for name, text in told.items() if bare(text)} == {}
    assert sum("logistics.deployment_days_with_misses" in text for text in told.values()) >= 2


@pytest.mark.parametrize("name", BESIDE)
def test_a_place_that_did_so_would_be_found(name):
    assert bare(f'Number("logistics.{name}.30000", "p50")') == [name]
    assert bare(f'f"logistics.{name}.x" and f"logistics.{BESIDE[name]}.x"') == []
