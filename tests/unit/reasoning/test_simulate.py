"""Steps that are declared by their formulas, and simulated: variants of one formula, numbers on both sides of zero."""

from types import SimpleNamespace

import pytest
from scipy.stats import norm

from peacebrief.reasoning.node import node, step_of
from peacebrief.reasoning.record import step_facts
from peacebrief.reasoning.sampled import Sampled
from peacebrief.reasoning.simulate import simulate
from peacebrief.reasoning.subject import Named


@node("lead.{side}", "lead of {side}", "points", family="lead.{side}", signed=True, mine="{side}", theirs="{other}")
@node("head_start", variant="early", theirs="head_start_of_others")
def lead(*, mine, theirs):
    """One number less the other.

    More than a fact says.
    """
    return mine - theirs


US, THEM = Named("us", "Us"), Named("them", "Them")


def test_a_formula_declared_twice_is_two_steps():
    step, early = step_of(lead, side=US, other=THEM), step_of(lead, {}, "early", side=US)
    assert (step.id, step.fact, step.takes) == ("lead.us", "lead.us", {"mine": "us", "theirs": "them"})
    assert (early.id, early.fact) == ("head_start", "")
    assert early.takes == {"mine": "mine", "theirs": "head_start_of_others"}
    assert step.method == early.method == "One number less the other."


def test_a_fact_is_about_the_subjects_that_it_names():
    assert step_of(lead, side=US, other=THEM).about == {"side": US}
    assert step_of(lead, {}, "early", side=US).about == {}


def test_a_formula_that_is_no_such_step_is_refused():
    with pytest.raises(KeyError):
        step_of(lead, {}, "late")


def test_a_result_on_both_sides_of_zero_has_the_quantiles_of_its_distribution():
    # The difference of two independent standard normal numbers has the standard deviation of the square root of two.
    numbers = {name: Sampled(id=name, central=0.25, origins=(f"table:{name}",), stream=name, inverse=norm.ppf)
               for name in ("us", "them")}  # fmt: skip
    inputs = SimpleNamespace(draws=2**15, seed=5, ties={})
    found = simulate(inputs, {"lead.us": step_of(lead, side=US, other=THEM)}, numbers)
    [told] = step_facts(found)
    expected = [norm.ppf(share) * 2**0.5 for share in (0.05, 0.5, 0.95)]
    assert [told["p5"], told["p50"], told["p95"]] == pytest.approx(expected, abs=0.02)
    assert (told["central"], told["because"], told["subjects"]) == (0, ["table:them", "table:us"], {"side": "us"})
