"""A claimed size is judged by methods and by proposals, and without the proposals that only repeat it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacebrief.facts.claims import verdict_on_number
from peacebrief.facts.collect import claim_facts
from peacebrief.facts.fact import Fact
from peacebrief.facts.size_claims import both, verdict_on_least

RULES = {"close_share": 0.25, "rounding_share": 0.05, "leading_places": 3}
CLAIM = {"id": "K1", "claim": "So many", "rule": "size", "unit": "persons", "verdict_coded": "partly"}


@pytest.mark.parametrize(
    ("ranges", "verdict"),
    [
        ([(95.0, 300.0), (120.0, 130.0)], "supported"),  # 95 is 100 but for rounding
        ([(94.0, 300.0), (120.0, 130.0)], "partly supported"),
        ([(1.0, 2.0), (60.0, 95.0)], "partly supported"),
        ([(1.0, 2.0), (60.0, 94.0)], "contradicted"),
    ],
)
def test_that_so_many_are_needed_holds_as_far_as_the_ranges_of_the_roles_reach(ranges, verdict):
    assert verdict_on_least(claimed=100.0, ranges=ranges, rounding_share=0.05) == verdict


VERDICTS = st.sampled_from(["supported", "partly supported", "contradicted"])


@given(VERDICTS, VERDICTS)
def test_two_ways_to_judge_give_what_both_say_or_a_part(one, other):
    assert both(one, other) == (one if one == other else "partly supported")


def told(claimed, sizes, ranges):
    """Every fact on one claimed size by its last part, from proposals and from ranges of methods by role."""
    facts, methods = {}, []
    ends = {"smallest": min(sizes), "median": sorted(sizes)[len(sizes) // 2], "largest": max(sizes)}
    for part, value in ends.items():
        name = f"evidence.proposals.{part}"
        facts[name] = Fact(id=name, label="", unit="persons", kind="number", method="", because=(), value=value)
    for role, (low, high) in ranges.items():
        span = {"p5": low, "p50": low, "p95": high}
        facts[f"sizing.force.{role}"] = Fact(
            id=f"sizing.force.{role}", label="", unit="persons", kind="quantiles", method="", because=(), **span
        )
        for method, middle in (("low", low), ("high", high)):
            name = f"sizing.method.{method}.{role}"
            facts[name] = Fact(
                id=name, label="", unit="persons", kind="quantiles", method="", because=(), p5=0.0, p50=middle, p95=9e9
            )
            methods.append({"role": role, "method": method, "fits": "yes"})
        methods.append({"role": role, "method": "other", "fits": "no"})
    proposals = [{"id": f"P{n}", "role_class": "deterrence", "force_low": None, "force_central": size,
                  "force_high": None} for n, size in enumerate(sizes)]  # fmt: skip
    found = claim_facts([CLAIM | {"claimed": claimed}], facts=facts, roles=list(ranges), rules=RULES,
                        tables={"proposals": proposals, "role_methods": methods, "missions": []})  # fmt: skip
    return {fact.id.removeprefix("claims.K1."): fact.value for fact in found if fact.id.startswith("claims.K1.")}


RANGES = {"watch": (5.0, 20.0), "hold": (60.0, 300.0)}


def test_methods_and_proposals_are_told_beside_each_other():
    found = told(100.0, [20.0, 90.0, 100.0, 100.0, 200.0], RANGES)
    assert (found["by_methods"], found["by_proposals"]) == ("partly supported", "supported")
    assert found["verdict"] == "partly supported"
    assert (found["answers"], found["answers_reaching"]) == (4, 1)
    assert (found["proposals_reaching"], found["proposals_exactly"]) == (3, 2)
    assert (found["low"], found["central"], found["high"]) == (20.0, 100.0, 200.0)


def test_a_verdict_that_hangs_on_those_who_named_the_number_is_told_without_them():
    """Defect g: the claim stands only as long as those count from whom it was taken."""
    high = {"watch": (100.0, 200.0), "hold": (100.0, 300.0)}
    found = told(100.0, [20.0, 40.0, 50.0, 100.0, 100.0, 100.0, 100.0], high)
    assert found["verdict"] == found["by_proposals"] == "supported"
    assert found["verdict_without"] == "partly supported"
    # By the rule for numbers itself, with the sizes that are left.
    assert verdict_on_number(claimed=100.0, low=20.0, central=40.0, high=50.0, close_share=0.25,
                             rounding_share=0.05) == "contradicted"  # fmt: skip


def test_where_everybody_named_the_number_the_methods_alone_judge_it_without_them():
    found = told(100.0, [100.0, 100.0], RANGES)
    assert (found["by_proposals"], found["verdict"]) == ("supported", "partly supported")
    assert found["verdict_without"] == found["by_methods"] == "partly supported"


@given(st.lists(st.integers(1, 400), min_size=1, max_size=9), st.integers(1, 400))
def test_without_the_number_itself_another_number_of_proposals_changes_nothing(sizes, claimed):
    """Proposals of just that size may be there or not: the verdict without them is the same."""
    others = [size for size in map(float, sizes) if size != claimed] or [float(claimed) + 1]
    with_some = told(float(claimed), [*others, float(claimed), float(claimed)], RANGES)
    assert with_some["verdict_without"] == told(float(claimed), others, RANGES)["verdict"]
