"""Faults of gates, criteria, risks, enablers, conditions and past operations: each is one sentence with its remedy."""

from __future__ import annotations

import pytest

G, GC, C, S, V, CO, R, RC, E, EN, D, WATCH = (
    f"island/{name}.csv"
    for name in (
        "gates", "gate_chances", "criteria", "scores", "viewpoints", "carry_over", "risks", "risk_chances", "enablers",
        "enabler_needs", "conditions", "indicators",
    )
)  # fmt: skip
DU, CF, K = "reference/durations.csv", "reference/ceasefires.csv", "island/claims.csv"
RQ, PT = "island/risk_consequences.csv", "reference/past_tolls.csv"
PV, PG, PO = (f"reference/past_{name}.csv" for name in ("verdicts", "gates", "outcomes"))
SET: dict[str, tuple[str, str, str, str, str]] = {
    # name: file, row, column, value typed, what the one sentence must hold
    "probability above 1": (GC, "law/observers/alone", "high", "1.2", "1.2 is above 1, the most for the unit prob"),
    "probability in per cent": (RC, "storm/observers", "high", "70", "70 is above 1"),
    "chance below 0": (RC, "storm/observers", "low", "-0.1", "-0.1 is negative"),
    "chance out of order": (D, "law_passed/separation", "low", "0.95", "0.95 is above central (0.9)"),
    "carried over twice": (CO, "observers/alone", "high", "2", "2 is above 1"),
    "no reason for a judgement": (GC, "law/observers/alone", "note", "", "column note: the cell is empty"),
    "unknown option": (GC, "law/observers/alone", "option", "observer", "not in options.csv; did you mean observers?"),
    "unknown level": (CO, "observers/alone", "support_level", "alnoe", "not one of the support_levels"),
    "unknown gate": (D, "law_passed/separation", "gate", "lwa", "not in gates.csv; did you mean law?"),
    "unknown criterion": (V, "effect_first", "criterion", "efect", "not in criteria.csv; did you mean effect?"),
    "unknown enabler": (EN, "kites/observers", "enabler", "kite", "not in enablers.csv; did you mean kites?"),
    "unknown kind of gate": (G, "law", "kind", "judge", "closed list; did you mean judged?"),
    "place that is none": (G, "law", "place", "0", "0 is not a place"),
    "place taken": (G, "law", "place", "2", '"2" is already in row'),
    "anchors alike": (C, "tools", "anchor_full", "0", "worth both nothing and everything"),
    "anchors the wrong way": (C, "tools", "direction", "lower", "the anchors say that higher is better"),
    "unknown measure": (C, "tools", "computed_by", "enabler_cover", "is not a measure of the model"),
    "measure of an unknown risk": (C, "danger", "computed_by", "risk:riad", '"riad" is not in risks.csv; did you mean'),
    "weight above 1": (C, "tools", "weight_high", "20", "20 is above 1"),
    "score worked out": (S, "observers/standing", "criterion", "tools", "tools is worked out by enabler_coverage"),
    "risk with itself": (R, "raid", "correlated_with", "raid", '"raid" is said to be correlated with itself; remove'),
    "risk with an unknown risk": (R, "raid", "correlated_with", "strom", '"strom" is no risk of the register; did you'),
    "risk twice": (R, "raid", "correlated_with", "storm;storm", "names a risk twice"),
    "cost out of order": (RQ, "raid/killed", "low", "99", "99 is above central (4)"),
    "cost below nothing": (RQ, "raid/killed", "low", "-1", "-1 is negative"),
    "unknown toll": (RQ, "storm/euros", "toll", "severity", '"severity" is not'),
    "war that is no chance": (RQ, "raid/war", "high", "2", "2 is above 1"),
    "cost of an unknown risk": (RQ, "storm/days", "risk", "strom", "not in risks.csv; did you mean storm?"),
    "toll that nobody counted": (RQ, "raid/killed", "counted", "odl_raid", "not in past_tolls.csv; did you mean old"),
    "counted in another unit": (RQ, "storm/days", "counted", "old_raid", "old_raid was counted as killed and not as"),
    "toll of nobody": (PT, "old_raid", "present", "0", "0 is not above zero"),
    "challenge of nothing": (R, "raid", "challenge", "rebel", "one of the challenges of vocabulary.yaml; write one of"),
    "no horizon": (R, "raid", "horizon_months", "0", "0 is no horizon"),
    "gap off the scale": (E, "kites", "gap", "6", "6 is not a rating; write 0 to 5"),
    "need off the scale": (EN, "kites/observers", "criticality", "-1", "-1 is not a rating"),
    "years out of order": (E, "kites", "years_low", "20", "20 is above years_high (10)"),
    "lent at an unknown level": (E, "kites", "lent_at", "help", '"help" is not one of the support_levels of case.yaml'),
    "fact without a name": (WATCH, "truce_holds", "fact", "truce holds", "the id of a fact"),
    "wrong direction": (WATCH, "truce_holds", "direction", "at least", "did you mean at_least?"),
    "past chance above 1": (PG, "strait/supply", "high", "1.2", "1.2 is above 1, the most for the unit prob"),
    "past chance out of order": (PG, "strait/supply", "low", "0.8", "0.8 is above central (0.75)"),
    "past gate of another kind": (PG, "strait/supply", "gate", "suply", "closed list; did you mean supply?"),
    "past term of no month": (PV, "strait", "term_months", "0", "0 is no term; write the months planned"),
    "nobody asked for": (PV, "strait", "size", "0", "0 is not above zero; write how many persons were asked for"),
    "past force that shrank": (PO, "harbour", "share_6", "1.3", "1.3 is above share_12 (1.1)"),
    "past mission by the name of a score": (PV, "strait", "id", "brier", "brier is the name of a score"),
    "kept up without anybody": (PO, "strait", "share_12", "0", "1 for a force of which nobody was there; write 0"),
    "end before the start": (DU, "ALPHA", "end", "1999-01", "1999-01 is before the start in 2000-01"),
    "year for a month": (DU, "ALPHA", "start", "2000", "a year and a month, such as 1993-08"),
    "end that nobody knows of yet": (DU, "ALPHA", "end", "2031-01", "2031-01 is after as_of, 2030-01-15; correct one"),
    "start that nobody knows of yet": (DU, "CHARLIE", "start", "2031-01", "2031-01 is after as_of, 2030-01-15"),
    "no time at all": (DU, "ECHO", "years", "0", "0 is no time; write the years it lasted"),
    "threshold beyond its unit": (WATCH, "truce_holds", "threshold", "75", "75 is above 1, the most for the unit prob"),
    "ended and going on": (DU, "ALPHA", "ongoing", "1", "either goes on or has ended"),
    "ended without an end": (DU, "ALPHA", "end", "", "has ended without a month"),
    "years that the dates deny": (DU, "ALPHA", "years", "5", "5 differs from the 3.00 years that the dates give"),
    "garrison of another type": (DU, "ALPHA", "garrison", "1", "a garrison is of the type alliance_deterrent"),
    "successor of nobody": (DU, "DELTA", "successor_of", "BRAV", "not in durations.csv; did you mean BRAVO?"),
    "successor before its time": (DU, "ALPHA", "successor_of", "DELTA", "DELTA did not start before 2000-01"),
    "interval out of order": (CF, "effect", "low", "0.6", "0.6 is above estimate (0.5)"),
    "more wars than ceasefires": (CF, "effect", "events", "50", "50 is above n (40)"),
    "nothing found": (CF, "words", "result", "", "neither a number nor words"),
    "opinion that is judged": (K, "K3", "verdict_coded", "supported", "an opinion is not judged"),
    "claim of no part": (K, "K1", "group", "sizes", "one of the claim_groups of vocabulary.yaml; did you mean size?"),
    "unknown tie": (
        "island/correlations.csv", "neighbour/risk.raid", "quantity", "risk.riad", "did you mean risk.raid?"
    ),
    "odds as a ratio": ("island/assumptions.csv", "provocation_chance", "high", "1.5", "1.5 is above 1"),
}  # fmt: skip


@pytest.mark.fast_cases(6)
@pytest.mark.parametrize("name", SET)
def test_a_bad_cell_is_named_in_one_sentence(folder, name):
    file, row, column, value, expected = SET[name]
    folder.set(file, row, column, value)
    problems = folder.problems()
    assert problems
    assert all(problem.count("\n") == 0 for problem in problems)
    named = [problem for problem in problems if problem.startswith(file) and expected in problem]
    assert len(named) == 1, problems


def without(folder, file, *key):
    folder.edit_rows(file, lambda rows: [row for row in rows if tuple(row[: len(key)]) != key])


REMOVED: dict[str, tuple[str, tuple[str, ...], str]] = {
    "chance of a gate at a level": (
        GC, ("law", "observers", "alone"), "law/observers, support_level: there is no row for the level alone; add it."
    ),
    "what carries over": (CO, ("observers", "helped"), "support_level: there is no row for the level helped"),
    "chance of a risk": (RC, ("fewer", "observers"), "fewer/observers: the judged number is missing; add a row."),
    "chance of a risk at a level": (RC, ("raid", "separation", "alone"), "no row for the level alone"),
    "cost of a risk": (RQ, ("fewer", "missing"), "fewer: nothing says what it costs; add a row."),
    "cost in lives": (RQ, ("raid", "killed"), "toll: no risk of the register costs lives; write killed"),
    "score": (S, ("observers", "standing"), "observers/standing: the judged number is missing; add a row."),
    "rating": (EN, ("bells", "observers"), "bells/observers: the rating is missing; add a row."),
    "gate of a past mission": (PG, ("strait", "supply"), "strait/supply: the judged chance is missing; add a row."),
    "outcome of a past mission": (PO, ("strait",), "strait: what came of this past mission is missing; add a row."),
}  # fmt: skip


@pytest.mark.fast_cases(2)
@pytest.mark.parametrize("name", REMOVED)
def test_what_is_missing_is_named(folder, name):
    file, key, expected = REMOVED[name]
    without(folder, file, *key)
    (problem,) = folder.problems()
    assert problem.startswith(file)
    assert expected in problem


def set_all(folder, file, column, value):
    records = folder.records(file)
    place = records[0].index(column)
    folder.save(file, [records[0], *([*row[:place], value, *row[place + 1 :]] for row in records[1:])])


def test_weights_that_are_all_zero_are_named(folder):
    for part in ("low", "central", "high"):
        set_all(folder, C, f"weight_{part}", "0")
    (problem,) = folder.problems()
    assert problem == f"{C}, weight_high: the weights of all criteria are zero; give at least one of them a weight."


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [("0.2", "0.5", "the lowest weights sum to 1.6, above 1"), ("0", "0.1", "the highest weights sum to 0.8, below 1")],
)
def test_weights_that_cannot_sum_to_one_are_named(folder, low, high, expected):
    for part, value in (("low", low), ("central", low), ("high", high)):
        set_all(folder, C, f"weight_{part}", value)
    (problem,) = folder.problems()
    assert expected in problem


def test_a_chance_given_for_all_levels_and_for_one_is_named(folder):
    folder.set(RC, "raid/separation/alone", "support_level", "")
    assert any("one row holds at all levels and another at one of them" in problem for problem in folder.problems())


def test_an_option_without_a_critical_enabler_is_named(folder):
    set_all(folder, EN, "criticality", "3")
    problems = folder.problems()
    assert len(problems) == 2
    assert "no enabler is rated 4 or more for the option observers" in problems[0]


def test_a_chance_of_a_gate_that_the_model_works_out_is_named(folder):
    folder.set(G, "troops", "kind", "judged")
    assert any("troops/observers: the judged number is missing" in problem for problem in folder.problems())
    folder.set(G, "troops", "kind", "generation")
    folder.set(G, "law", "kind", "supply")
    assert any("law is worked out by the model (supply); remove the row." in problem for problem in folder.problems())


def test_no_operation_that_resembles_the_case_is_named(folder):
    set_all(folder, DU, "analogue", "0")
    (problem,) = folder.problems()
    assert "no operation that has ended resembles the case" in problem


def test_a_row_for_all_levels_is_called_by_what_it_names(folder):
    scores = folder.load().tables.scores.rows
    assert [row.row_key() for row in scores] == [
        "observers/standing",
        "separation/standing/alone",
        "separation/standing/helped",
    ]


def test_an_option_whose_contributors_have_no_budget_is_named(folder):
    assert "cost_share" in folder.read(C)
    set_all(folder, "island/contributors.csv", "budget_usd_bn", "")
    problems = folder.problems()
    assert len(problems) == 2
    assert "no contributor to the option observers has a budget, which cost_share asks for; fill one in" in problems[0]


def test_a_horizon_that_no_past_operation_reached_is_named(folder):
    folder.replace("island/case.yaml", "years: [3, 5, 10]", "years: [3, 5, 10, 30]")
    folder.replace("island/case.yaml", "planning_horizon: 5", "planning_horizon: 30")
    (problem,) = folder.problems()
    assert problem.startswith(f"{DU}, analogue: no operation that resembles the case lasted more than 19.83 years; ")
