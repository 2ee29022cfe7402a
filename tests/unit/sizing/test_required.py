"""What the sizing of a task reads is what stands at the roots of its graph of steps: no more is asked for, no less."""

import copy

import pytest

from peacebrief.inputs.expected.required import BY_TASK, OF_COMPARED_ARMY, PARAMETERS, required_assumptions
from peacebrief.sizing.given import SizingInputs
from peacebrief.sizing.needs.sizing_plan import plan_sizing

TABLED = ("statistical_strength.", "published_size.", "brigades.", "army.", "comparator.")


def roots(steps):
    """What the steps take that is no step, nor comes from a table of missions, proposals or armies."""
    taken = {source for step in steps.values() for source in step.takes.values()} - steps.keys()
    return {name for name in taken if not name.startswith(TABLED)}


@pytest.mark.parametrize("task", BY_TASK)
def test_the_assumptions_asked_for_are_the_roots_of_the_graph(resolved, task):
    case = copy.deepcopy(resolved)
    role, members = next(iter(case["roles"].items()))
    case["roles"] = {role: members | {"tasks": [task]}}
    case["methods"] = [row for row in case["methods"] if row["role"] == role]
    plan = plan_sizing(SizingInputs.from_record(case))
    ratios = {row["method"] for row in case["ratios"]}
    asked = required_assumptions({role: [task]}) | set(PARAMETERS) | {OF_COMPARED_ARMY}
    unused = {"post_manning"} if task != "posts" else set()
    assert roots(plan.steps) - ratios == asked - unused
