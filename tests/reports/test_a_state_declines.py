"""One cell, from the inputs to the words: a contributor that had set conditions says no."""

from __future__ import annotations

import shutil

import pytest
from sentences.chain import told_world
from sentences.changes import MINIATURE, Inputs

pytestmark = pytest.mark.slow
DRAWS, OPTION, LEVEL, STATE = 2048, "observers", "alone", "southland"


@pytest.fixture(scope="module")
def worlds(tmp_path_factory):
    """The miniature case with the state's position as it is, and with `no`."""
    found = []
    for name, position in (("conditional", "conditional"), ("no", "no")):
        root = tmp_path_factory.mktemp(name) / "inputs"
        shutil.copytree(MINIATURE, root)

        def stated(row, position=position):
            if row["id"] == STATE:
                row["position"] = position

        Inputs(root, "island").edit("contributors.csv", stated)
        found.append(told_world(root, "island", seed=0, draws=DRAWS))
    return found


def rows(world, table):
    return [row for row in world.tables[table] if (row["option"], row["support_level"]) == (OPTION, LEVEL)]


def test_its_line_in_the_burden_table_changes(worlds):
    before, after = ({row["contributor"]: row for row in rows(world, "burden")}[STATE] for world in worlds)
    assert after["chance"] < before["chance"]
    assert (before["position"], after["position"]) == ("conditional", "no")


def test_the_supply_curve_falls_somewhere_and_rises_nowhere(worlds):
    before, after = ([row["probability"] for row in rows(world, "supply_curve")] for world in worlds)
    assert all(late <= early for early, late in zip(before, after, strict=True))
    assert any(late < early for early, late in zip(before, after, strict=True))


def test_the_gate_of_force_generation_falls_and_all_gates_together_do_not_rise(worlds):
    (gate,) = [row["id"] for row in worlds[0].tables["gates"] if row["kind"] == "generation"]
    at = f"{OPTION}.{LEVEL}"
    before, after = ([world.facts[f"feasibility.{name}.{at}"].value for name in (f"gate.{gate}", "joint")]
                     for world in worlds)  # fmt: skip
    assert after[0] < before[0]
    assert after[1] <= before[1]


def test_the_brief_and_the_brief_on_the_option_say_other_things(worlds):
    for page in ("brief", f"option_{OPTION}"):
        assert worlds[0].pages[page] != worlds[1].pages[page]
