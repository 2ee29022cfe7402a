"""What is said of the conditions that would open every gate, and of a smaller force."""

import pytest

from peacebrief.telling.answers import closing

OPTION = {"id": "watch", "in_sentence": "a watch", "support_level": "alone", "role": "watching"}
CASE = {"roles": {"watching": {"label": "Watching"}}}
NEVER = "none of those looked at"
AT_SIZE = (
    "At the published size no combination of the conditions looked at would bring each gate to 75% and all together "
    "to 50%."
)


@pytest.fixture
def judged(known):
    """A case by its verdict, the conditions that would close its gates at its size and at the size that holds."""

    def of(ruling, conditions="", smaller="", held=None):
        facts = {"feasibility.threshold.feasible": 0.75, "feasibility.threshold.joint": 0.5,
                 "feasibility.verdict.watch.alone": ruling, "generation.size.watch": 10_000.0,
                 "sizing.force.watching": (500.0, 1000.0, 2000.0)}  # fmt: skip
        told = {"closing": conditions, "closing_smaller": smaller, "size_held": held}
        facts |= {f"feasibility.{name}.watch.alone": fact for name, fact in told.items() if fact not in {"", None}}
        return known(facts, case=CASE, options=[OPTION])

    return of


LARGER = "But it would be smaller than watching takes by this model (500 to 2,000)."
LESS = f"{AT_SIZE} A force of no more than 600 would"
REACH = "bring each gate, taken by itself, to 75%, provided that it signs."


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (("feasible",), "No further condition is needed."),
        (("conditional", "it signs"),
         "Each gate would reach 75%, and all together 50%, if conditions are met: it signs."),
        (("x", NEVER), AT_SIZE),
        (("x", NEVER, NEVER), AT_SIZE),
        (("x", NEVER, NEVER, 0.0), AT_SIZE),
        (("x", NEVER, "it signs", 20_000.0), AT_SIZE),
        (("x", NEVER, NEVER, 600.0),
         f"{AT_SIZE} Nor would they at 600, the most that could be both generated and kept up."),
        (("x", NEVER, "no further condition", 600.0), f"{LESS} pass each gate as it is."),
        (("x", NEVER, "it signs", 600.0), f"{LESS} {REACH}"),
        (("x", NEVER, "it signs", 400.0),
         f"{LESS.replace('600', '400')} {REACH} {LARGER}"),
    ],
)  # fmt: skip
def test_conditions_are_told_at_the_size_judged_and_at_the_size_that_holds(judged, aloud, found, told):
    case = judged(*found)
    assert aloud(case, closing.answer(case, "watch")) == told
