"""The next steps as indicators, which of them are met, and what the public thinks."""

import pytest

from peacebrief.facts.fact import Fact
from peacebrief.telling.pages import next_steps
from peacebrief.telling.saying.known import Known


def indicator(name, *, met=False, label="Favour", field="public", direction="at_least"):
    return {"id": name, "met": met, "label": label, "field": field, "direction": direction}


def measured(name, unit, kind="number"):
    """The facts of an indicator of 0.25 that should be 0.75, in some unit."""
    common = {"label": name, "unit": unit, "kind": kind, "method": "made up", "because": ()}
    numbers = {"value": 0.25, "threshold": 0.75, "distance": 0.5}
    facts = [Fact(id=f"feasibility.indicator.{name}.{part}", value=one, **common) for part, one in numbers.items()]
    return {fact.id: fact for fact in facts}


@pytest.mark.parametrize(
    ("unit", "kind", "told"),
    [
        ("probability", "probability", ["25%", "at least 75%", "50 points"]),
        ("share", "number", ["25%", "at least 75%", "50 points"]),
        ("points", "number", ["0.25 points", "at least 0.75 points", "0.50 points"]),
        ("persons", "number", ["0.25", "at least 0.75", "0.50"]),
    ],
)
def test_an_indicator_is_told_in_its_unit(cells, unit, kind, told):
    case = Known(measured("favour", unit, kind), {"indicator_results": [indicator("favour")]}, {})
    assert cells(case, next_steps.rows(case)) == [["Public support", "Favour", *told]]


@pytest.mark.parametrize(
    ("field", "told"), [("diplomatic", "Diplomatic agreement"), ("military", "Military readiness")]
)
def test_an_indicator_that_is_met_says_so(cells, field, told):
    row = indicator("favour", met=True, field=field, direction="at_most")
    case = Known(measured("favour", "persons"), {"indicator_results": [row]}, {})
    assert cells(case, next_steps.rows(case)) == [[told, "Favour", "0.25", "at most 0.75", "met"]]


@pytest.mark.parametrize(
    ("labels", "told"),
    [
        ({}, "None of them meets its threshold."),
        ({"Favour, Nearland": True, "Troops": True}, "All of them meet their thresholds."),
        ({"Favour, Nearland": True, "Troops": False}, "Only this meets its threshold: favour (Nearland)."),
        ({"Favour, Nearland": True, "Law": True, "Favour, Farland": True, "Troops": False},
         "Only these meet their thresholds: favour (Nearland and Farland); law."),
    ],
)  # fmt: skip
def test_the_indicators_that_are_met_are_named(known, aloud, labels, told):
    rows = [indicator(label, met=met, label=label) for label, met in (labels or {"Troops": False}).items()]
    case = known(indicator_results=rows)
    assert aloud(case, next_steps.met(case)) == told


def poll(country, low, high):
    return {"country": country, "p5": low, "p95": high}


@pytest.mark.parametrize(
    ("polls", "told"),
    [
        ([poll("Nearland", 1, 9), poll("Netherlands", 2, 9)],
         "The public is in favour in Nearland and the Netherlands."),
        ([poll("Farland", -9, -1)], "It is against in Farland."),
        ([poll("Upland", -9, 1)], "In Upland the range reaches both sides."),
        ([poll("Upland", -9, 0), poll("Farland", -9, -1), poll("Nearland", 1, 9)],
         "The public is in favour in Nearland. It is against in Farland. In Upland the range reaches both sides."),
    ],
)  # fmt: skip
def test_a_public_stands_on_the_side_of_its_whole_range(known, aloud, polls, told):
    case = known(net_support=polls)
    assert aloud(case, next_steps.public(case)) == (
        "Polls of comparable wording asked about sending one’s own soldiers after a ceasefire. "
        f"{told} Other wordings give other answers and are not mixed in."
    )


def test_without_polls_nothing_is_said_of_the_public(known):
    assert next_steps.public(known(net_support=[])) == ""


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        (["feasibility.gate.law.watch.alone", "feasibility.enabler_coverage.watch.alone"], "An enabler is measured by"),
        (["feasibility.gate.law.watch.alone"], ""),
        ([], ""),
    ],
)
def test_how_enablers_are_measured_is_told_where_an_indicator_is_one(known, aloud, facts, told):
    case = known(indicators=[{"fact": fact} for fact in facts])
    assert aloud(case, next_steps.on_enablers(case)).startswith(told)
    assert bool(aloud(case, next_steps.on_enablers(case))) is bool(told)
