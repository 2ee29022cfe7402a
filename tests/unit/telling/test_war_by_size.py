"""How many are needed by the risk they leave: every size has its row, and what decides more is told as it is."""

import pytest

from peacebrief.telling.compared import size_tables, war_by_size

CASE = {
    "feasibility": {"war_sizes": [0, 2000, 9000]},
    "roles": {"watching": {"label": "Watching"}, "holding": {"label": "Holding"}},
}
BASE = (0.04, 0.2, 0.3)


@pytest.fixture
def sized(known):
    """Risks of the larger size with a third and all carried over, those of the smaller one a given way above them."""

    def of(*, step=0.01, more=None, **tables):
        facts = {f"feasibility.war_size.{size}": float(size) for size in (2000, 9000)} | {"feasibility.war_size.0": 0}
        facts |= {f"feasibility.war_risk.{size}.none": BASE for size in (0, 2000, 9000)}
        facts |= {f"feasibility.war_risk.0.{carry}": BASE for carry in ("third", "full")}
        for carry, risk in (("third", 0.12), ("full", 0.06)):
            facts[f"feasibility.war_risk.2000.{carry}"] = (0.01, risk + step, 0.35)
            facts[f"feasibility.war_risk.9000.{carry}"] = (0.0, risk, 0.4)
        facts |= {"feasibility.planning_horizon": 5, "feasibility.raises_risk": 0.25}
        facts |= {"sizing.force.watching": (500.0, 1000.0, 2500.0), "sizing.force.holding": (1500.0, 3000.0, 8000.0)}
        return known(facts | (more or {}), case=CASE, **tables)

    return of


def test_every_size_has_its_risks_and_the_roles_that_span_it(sized, cells):
    case = sized()
    assert cells(case, war_by_size.rows(case)) == [
        ["0", "20% (4% to 30%)", "20% (4% to 30%)", "20% (4% to 30%)", "no force"],
        ["2,000", "20% (4% to 30%)", "13% (1% to 35%)", "7% (1% to 35%)", "watching and holding"],
        ["9,000", "20% (4% to 30%)", "12% (0% to 40%)", "6% (0% to 40%)", "none"],
    ]


@pytest.mark.parametrize(("step", "decides"), [(0.01, "carry_decides"), (0.08, "size_decides")])
def test_what_decides_more_is_told(sized, phrases, step, decides):
    told = phrases(war_by_size.answer(sized(step=step)))
    assert [name for name in told if name.endswith("_decides")] == [f"war_by_size.{decides}"]


def test_the_answer_gives_the_smallest_and_the_largest_force(sized, aloud):
    case = sized()
    told = aloud(case, war_by_size.answer(case))
    assert "renewed war within 5 years at 20% (4% to 30%)." in told
    assert "2,000 soldiers leave 13% and 9,000 leave 12%; if all of it does, 7% and 6%" in told
    assert told.endswith("In 25% of draws a force makes renewed war more likely.")
    assert "same curve" in aloud(case, war_by_size.options_between(case))


@pytest.mark.parametrize(("more", "said"), [({}, False), ({"feasibility.size_studied": 4000}, True)])
def test_extrapolation_is_named_where_studies_by_number_end(sized, aloud, more, said):
    case = sized(more=more)
    told = aloud(case, war_by_size.limits(case))
    assert told.startswith("Almost all of this evidence is from civil wars.")
    assert ("Above 4,000 soldiers all of it is extrapolation." in told) is said


EFFECT = {
    "id": "old", "study": "Old", "population": "Truces", "treatment": "Soldiers", "outcome": "War", "estimate": 0.5,
    "low": 0.3, "high": 0.8, "dose": 1000.0, "direction": "lowers", "pooled": 1, "basis": "found", "confidence": "low",
    "source": "declared", "note": "Made up.",
}  # fmt: skip


@pytest.mark.parametrize(
    ("cells_changed", "told"),
    [
        ({}, ["0.50 (0.30 to 0.80)", "lowers it", "pooled"]),
        ({"estimate": None, "low": 0.25, "high": 0.5, "pooled": 0}, ["0.25 to 0.50", "lowers it", "shown only"]),
        ({"low": None, "high": None, "direction": "raises"}, ["0.50", "raises it", "pooled"]),
        ({"estimate": None, "low": None, "high": None, "direction": "none"}, ["no number read", "no effect", "pooled"]),
    ],
)
def test_an_estimate_is_told_as_far_as_it_is_known(sized, cells, cells_changed, told):
    case = sized(peacekeeping_effects=[EFFECT | cells_changed])
    (row,) = cells(case, size_tables.effects(case))
    assert [row[4], row[6], row[7]] == told


def test_forms_and_models_have_their_results(sized, cells, aloud):
    form = {"id": "linear", "label": "each adds", "scale": 4000.0, "weight": 0.5, "note": "Made up."}
    models = [
        {"base_rate": "again", "weight": 0.6, "watched_low": None, "watched_central": None, "watched_high": None},
        {"base_rate": "ever", "weight": 0.4, "watched_low": 5.0, "watched_central": 10.0, "watched_high": 20.0},
    ]
    facts = {"feasibility.pooled_ratio.linear": (0.3, 0.7, 1.5)}
    for model in ("again", "ever"):
        facts[f"feasibility.base_risk.{model}"] = BASE
    rates = [{"id": "again", "label": "Again"}, {"id": "ever", "label": "Ever"}]
    tables = {"dose_forms": [form], "base_rate_models": [row | {"note": "Why."} for row in models], "base_rates": rates}
    tables["war_risk_by_model"] = [
        {"base_rate": model, "troops": size, "p5": 0.1, "p50": 0.15, "p95": 0.2}
        for model in ("again", "ever") for size in (2000, 9000)
    ]  # fmt: skip
    case = sized(more=facts, **tables)
    assert cells(case, size_tables.forms(case)) == [["each adds", 4000.0, 0.5, "0.70 (0.30 to 1.5)", "Made up."]]
    risks = ["20% (4% to 30%)", "15% (10% to 20%)", "15% (10% to 20%)", "Why."]
    assert cells(case, size_tables.models(case)) == [
        ["Again", 0.6, None, *risks], ["Ever", 0.4, "10 (5 to 20)", *risks],
    ]  # fmt: skip
    assert [aloud(case, size) for size in size_tables.sizes(case)] == ["2,000", "9,000"]
