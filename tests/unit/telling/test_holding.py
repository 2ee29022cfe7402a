"""What could be kept up, what else it takes and what it would be worth are told for the options that it is true of."""

import pytest

from peacebrief.feasibility.verdict.ruling import NONE_CLOSES
from peacebrief.feasibility.verdict.smaller_force import NO_FURTHER
from peacebrief.telling.answers import holding

QUESTION = "How large a force could be both generated and kept up for 5 years with a chance of 75%?"
REACH = "At that size each gate, taken by itself, can reach 75% for"
NEVER = "Even at that size no conditions looked at would bring every gate to 75% for"


@pytest.fixture
def held(known):
    """Options by their name: the size that holds and the words of its conditions, each None where there is no fact."""

    def of(more=None, source="declared", **options):
        facts = {
            "feasibility.planning_horizon": 5.0,
            "feasibility.threshold.feasible": 0.75,
            "assumptions.recovery_needs": 4e9,
        }
        for name, (size, closing) in options.items():
            facts[f"generation.size.{name}"] = 1000.0
            found = {f"feasibility.size_held.{name}.alone": size, f"feasibility.closing_smaller.{name}.alone": closing}
            facts |= {fact: value for fact, value in found.items() if value is not None}
        rows = [
            {"id": name, "in_sentence": f"a {name}", "short_label": name.capitalize(), "support_level": "alone"}
            for name in options
        ]
        return known(facts | (more or {}), options=rows, assumptions=[{"id": "recovery_needs", "source": source}])

    return of


@pytest.mark.parametrize(
    ("sizes", "told"),
    [
        ((400.0, 300.0), "At most 400 of the 1,000 for a watch and 300 of the 1,000 for a wall."),
        ((400.0, None), "At most 400 of the 1,000 for a watch. No size looked at for a wall."),
        ((0.0, None), "No size looked at for a watch and a wall."),
    ],
)
def test_the_size_that_holds_is_told_for_options_that_have_one(held, aloud, sizes, told):
    watch, wall = sizes
    case = held(watch=(watch, None), wall=(wall, None))
    assert aloud(case, holding.answer(case)) == f"{QUESTION} {told}"
    assert aloud(case, holding.question(case)) == QUESTION


def test_in_full_the_conditions_follow_the_answer(held, aloud):
    case = held(watch=(400.0, NO_FURTHER))
    told = aloud(case, holding.in_full(case))
    assert told == f"{aloud(case, holding.answer(case))} {aloud(case, holding.conditions(case))}"


def test_options_that_need_the_same_share_a_sentence(held, aloud):
    case = held(watch=(4.0, NO_FURTHER), wall=(4.0, "a treaty holds"), patrol=(4.0, NO_FURTHER))
    assert aloud(case, holding.conditions(case)) == (
        f"{REACH} a watch and a patrol, with no further condition. So it can for a wall, provided that a treaty holds."
    )


def test_options_for_which_no_conditions_would_do_are_named_at_the_end(held, aloud):
    case = held(watch=(4.0, "a treaty holds"), wall=(4.0, NONE_CLOSES), hut=(0.0, NONE_CLOSES))
    assert aloud(case, holding.conditions(case)) == (f"{REACH} a watch, provided that a treaty holds. {NEVER} a wall.")
    free = held(watch=(4.0, NO_FURTHER))
    assert aloud(free, holding.beyond(free)) == ""


def test_the_list_tells_every_option_as_it_stands(held, aloud):
    case = held(watch=(400.0, "a treaty holds"), wall=(300.0, NO_FURTHER), patrol=(200.0, None), hut=(None, None))
    assert [aloud(case, item) for item in holding.listed(case)] == [
        "<strong>Watch:</strong> 400, provided that a treaty holds.",
        "<strong>Wall:</strong> 300, with no further condition.",
        "<strong>Patrol:</strong> 200, but no conditions looked at would bring every gate that far.",
        "<strong>Hut:</strong> no size looked at.",
    ]


@pytest.mark.parametrize(("source", "said"), [("declared", "taken"), ("book", "said")])
def test_a_force_is_worth_its_cost_where_it_spares_anything(held, aloud, source, said):
    case = held({"feasibility.break_even.watch": 2e9}, source, watch=(1.0, None), wall=(1.0, None))
    assert aloud(case, holding.worth(case)) == (
        "A force, once there, pays for itself over 5 years if renewed war would cost enough. Enough is "
        f"2 billion euros for a watch. Recovery from the war so far is {said} to need 4 billion euros."
    )
    nothing = held(watch=(1.0, None))
    assert aloud(nothing, holding.worth(nothing)) == ""


@pytest.mark.parametrize(("spares", "source", "said"), [(True, "book", "said"), (False, "declared", "taken")])
def test_what_a_war_must_cost_is_told_where_the_force_spares_anything(held, aloud, spares, source, said):
    facts = {
        "feasibility.whole_cost.watch": (1e9, 2e9, 3e9),
        "feasibility.pays.watch": 0.6,
        "feasibility.risk_with_force.watch.alone": 0.3,
        "feasibility.raises_risk": 0.2,
    }
    case = held(facts | ({"feasibility.break_even.watch": 2e9} if spares else {}), source, watch=(1.0, None))
    told = aloud(case, holding.break_even(case, "watch"))
    assert told.startswith("Kept in place for 5 years, a watch would cost 2 billion euros (1 billion to 3 billion).")
    pays = (
        " With it the risk of renewed war within that time would be 30% in the middle result. The force pays for "
        "itself if such a war would cost at least 2 billion euros; in 20% of draws it makes war more likely and never "
        "does."
    )
    assert (pays in told) is spares
    assert f"the 4 billion euros that recovery from this one is {said} to need." in told
    assert told.endswith("Then the force spares more than it costs in 60% of draws.")


ENOUGH = "After 5 years 70% of the start is taken to be enough (50% to 95%)"
GATES = [{"id": "G1", "kind": "judged", "in_sentence": "a mandate"},
         {"id": "G4", "kind": "generation", "in_sentence": "enough troops"},
         {"id": "G6", "kind": "rotation", "in_sentence": "rotation"}]  # fmt: skip


@pytest.fixture
def with_plan(known):
    """Two options, of which those named have a plan; past forces are known or not."""

    def of(*planned, past=True, gates=GATES, full=0.18):
        facts = {"feasibility.planning_horizon": 5.0}
        facts |= {"feasibility.past_strength.median.5": 0.7} if past else {}
        for name in ("watch", "wall"):
            facts |= {f"feasibility.gate.G4.{name}.alone": 0.32, f"feasibility.gate.G6.{name}.alone": 0.31,
                      f"feasibility.rotation_full_strength.{name}.alone": full,
                      f"generation.probability.{name}.alone": 0.28}  # fmt: skip
            if name in planned:
                facts[f"feasibility.planned_strength.{name}.5"] = (0.5, 0.7, 0.95)
        rows = [{"id": name, "in_sentence": f"a {name}", "support_level": "alone"} for name in ("watch", "wall")]
        return known(facts, case={"feasibility": {"planning_horizon": 5}}, options=rows, gates=gates)

    return of


def test_a_plan_is_told_beside_past_forces_and_what_it_does_to_the_gates(with_plan, aloud):
    case = with_plan("watch")
    assert aloud(case, holding.plan(case, "watch")) == (
        f"{ENOUGH}; the middle past peace force had 70%. At full strength throughout, and without a surge at the "
        "start, the chance would be 28% and not 32% for enough troops and 18% and not 31% for rotation."
    )


def test_an_option_without_a_plan_is_asked_for_in_full(with_plan, aloud):
    case = with_plan("watch")
    assert aloud(case, holding.plan(case, "wall")) == "Full strength is asked for over all 5 years."


def test_past_forces_are_left_out_where_they_are_not_known(with_plan, aloud):
    case = with_plan("watch", past=False, gates=GATES[:1])
    assert aloud(case, holding.plan(case, "watch")) == f"{ENOUGH}."


def test_the_gate_at_full_strength_is_told_for_the_options_that_have_a_plan(with_plan, aloud):
    case = with_plan("watch")
    assert aloud(case, holding.plans(case)) == (
        "The force is taken to come down as past peace forces did. At full strength throughout the chance of rotation "
        "would be 18% and not 31% for a watch."
    )
    assert holding.plans(with_plan()) == ""
    assert holding.plans(with_plan("watch", gates=GATES[:2])) == ""


def test_what_would_be_printed_alike_is_not_told(with_plan, aloud):
    case = with_plan("watch", full=0.31)
    assert aloud(case, holding.plan(case, "watch")).endswith("the chance would be 28% and not 32% for enough troops.")
    assert holding.plans(case) == ""
