"""The registers of evidence on sizing, row by row."""

from dataclasses import replace

import pytest

from peacebrief.telling.annex import sizing_evidence
from peacebrief.telling.saying.said import Cited

KNOWN = {"basis": "found", "confidence": "high", "source": "book"}
BOOK = f"[{Cited('book', 'number')}]"
ENDS = {"low": 1.0, "central": 2.0, "high": 3.0}
NUMBERS = [1.0, 2.0, 3.0]
METHOD = {
    **KNOWN,
    **ENDS,
    "id": "Q1",
    "name": "Per head",
    "formula": "F = dP",
    "unit_note": "per 1,000",
    "note": "Old.",
}


def forces(ends):
    return {f"{ends}{end}": number for end, number in ENDS.items()}


PROPOSAL = {
    **KNOWN,
    **forces("force_"),
    "id": "P1",
    "who": "A",
    "date": "2025",
    "role_class": "line_enforcement",
    "note": "",
}


@pytest.fixture
def resting(known):
    """A case of which one fact rests on a row."""

    def of(origin, **tables):
        case = known({"size": 1.0}, **tables)
        return replace(case, facts={"size": replace(case.facts["size"], because=(origin,))})

    return of


@pytest.mark.parametrize(("impact", "basis"), [("low", "found (high, low)"), ("", "found (high)")])
def test_a_method_is_told_with_how_much_it_matters_where_that_was_judged(known, cells, impact, basis):
    case = known(sizing_methods=[METHOD | {"impact": impact}])
    rows = sizing_evidence.methods(case, whole=True)
    assert cells(case, rows) == [["Per head", "F = dP", *NUMBERS, "per 1,000", basis, BOOK, "Old."]]
    assert rows[0].anchor == "row-sizing_methods-Q1"


def test_unless_it_is_whole_the_register_of_methods_has_only_what_a_number_rests_on(resting):
    row = METHOD | {"impact": ""}
    case = resting("table:sizing_methods.csv#other", sizing_methods=[row, row | {"id": "other"}])
    assert len(sizing_evidence.methods(case, whole=True)) == 2
    assert [one.anchor for one in sizing_evidence.methods(case, whole=False)] == ["row-sizing_methods-other"]


def test_the_theatre_is_told_fact_by_fact(known, cells):
    area = {**KNOWN, **ENDS, "id": "A1", "fact": "Area", "unit": "km2", "as_of": "2025"}
    case = known(theatre=[area])
    rows = sizing_evidence.theatre(case)
    assert cells(case, rows) == [["Area", *NUMBERS, "km2", "2025", "found (high)", BOOK]]
    assert rows[0].anchor == "row-theatre-A1"


def test_a_mission_is_told_with_its_years(known, cells):
    row = {**KNOWN, "id": "M1", "name": "First", "lead": "UN", "start_year": 1948, "end_year": "ongoing",
           "type": "observer", "strength": 500.0, "line_km": None, "population": 9.0, "sizing_driver": "line",
           "outcome_code": "partial"}  # fmt: skip
    case = known(missions=[row])
    rows = sizing_evidence.missions(case)
    assert cells(case, rows) == [
        ["First", "UN", "1948–ongoing", "observer", 500.0, None, 9.0, "line", "partial", "found (high)", BOOK]
    ]
    assert rows[0].anchor == "row-missions-M1"


def test_missions_are_told_by_name_with_hits_misses_and_rules_that_do_not_apply(known, aloud, cells):
    def predicted(name, model, *, inside, way="validation"):
        return {
            "name": name,
            "model": model,
            "strength": 100.0,
            "predicted": 1234.0,
            "inside_interval": inside,
            "way": way,
        }

    case = known(mission_predictions=[
        predicted("second", "per_line_km", inside=0), predicted("First", "mandate_and_threat", inside=1),
        predicted("First", "constant_all", inside=1), predicted("Third", "per_line_km", inside=1, way="held_out"),
    ])  # fmt: skip
    heads = [aloud(case, rule) for rule in sizing_evidence.rules(case)]
    rows = [
        dict(zip(["name", "strength", *heads], row, strict=True))
        for row in cells(case, sizing_evidence.predictions(case))
    ]
    assert [row["name"] for row in rows] == ["First", "second"]
    assert rows[0]["Regression on mandate and threat"] == "1,200"
    assert rows[1]["So many per kilometre of line"] == "1,200 (missed)"
    assert rows[1]["Regression on mandate and threat"] is None


def test_a_proposal_is_told_by_who_made_it(known, cells):
    case = known(proposals=[PROPOSAL])
    assert cells(case, sizing_evidence.proposals(case)) == [
        ["A", "2025", "line enforcement", *NUMBERS, "found (high)", BOOK, ""]
    ]


def test_a_contributor_is_told_with_the_brigades_that_it_can_keep(known, cells):
    row = {**KNOWN, **forces("brigades_"), "id": "far", "country": "Farland", "army_active": 9.0, "position": "yes",
           "position_detail": "At once."}  # fmt: skip
    case = known(contributors=[row])
    rows = sizing_evidence.contributors(case)
    assert cells(case, rows) == [["Farland", 9.0, "yes", "At once.", *NUMBERS, "found (high)", BOOK]]
    assert rows[0].anchor == "row-contributors-far"


def assumed(name, choices=""):
    return {**ENDS, "id": name, "label": f"Its {name}", "choices": choices, "unit": "km_per_h", "basis": "judgement",
            "quality": "low", "impact": "high", "note": "So judged.", "source": "declared"}  # fmt: skip


def test_an_assumption_is_told_with_why_it_has_its_range(known, cells):
    case = known(assumptions=[assumed("width"), assumed("line", "2.5:1;3:1")])
    rows = sizing_evidence.assumptions(case, by_name=False)
    told = ["km per h", "judgement; low, high", "So judged. [own judgement]"]
    assert cells(case, rows) == [
        ["Its width <code>width</code>", 1.0, 2.0, 3.0, *told],
        ["Its line <code>line</code>", 1.0, "2.5, 3", 3.0, *told],
    ]
    assert rows[0].anchor == "assumption-width"


def test_by_name_assumptions_are_in_the_order_of_their_names(known, cells):
    case = known(assumptions=[assumed("width"), assumed("line")])
    heads = [row[0] for row in cells(case, sizing_evidence.assumptions(case, by_name=True))]
    assert heads == ["<code>line</code> Its line", "<code>width</code> Its width"]


@pytest.mark.parametrize(
    ("bases", "brigades", "told"),
    [
        (("recalled", "recalled", "found"), ("judgement",) * 3, ["armies_recalled", "brigades_judged"]),
        (("recalled", "found"), ("judgement", "found"), []),
        (("recalled", "recalled"), ("found", "found"), ["armies_recalled"]),
        (("found", "found"), ("judgement", "judgement"), ["brigades_judged"]),
    ],
)
def test_columns_are_weak_by_how_most_of_their_rows_are_known(known, phrases, bases, brigades, told):
    rows = [{"basis": army, "brigades_basis": count} for army, count in zip(bases, brigades, strict=True)]
    found = phrases(sizing_evidence.weak_columns(known(contributors=rows)))
    assert found == [f"sizing_evidence.{name}" for name in told]
