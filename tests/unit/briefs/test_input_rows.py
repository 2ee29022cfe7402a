"""What a fact rests on in the end, told in words."""

import pytest
from plain_words import SAY

from peacebrief.briefs.spelling.input_words import GROUPS, QUANTITIES, SETTINGS, quantity, row_of, rows_of, settings
from peacebrief.briefs.trail.input_rows import KEYS, input_rows, row_key
from peacebrief.inputs.reading.case_tables import CASE_TABLES, REFERENCE_TABLES

NAMES = {"position": {"yes": "position “yes”"}, "quantity": {"line": "Length of the line"}}
MODELS = REFERENCE_TABLES | CASE_TABLES


@pytest.mark.parametrize("table", MODELS)
def test_rows_are_called_as_the_models_of_the_inputs_call_them(table):
    model = MODELS[table]
    assert KEYS.get(table, ("id",)) == model.KEY
    row = {column: f"{column}_1" for column in model.KEY}
    assert row_key(table, row) == model.model_construct(**row).row_key()


def test_a_row_that_holds_for_all_levels_is_called_without_one():
    row = {"risk": "R1", "option": "un", "support_level": ""}
    assert row_key("risk_chances", row) == "R1/un" == MODELS["risk_chances"].model_construct(**row).row_key()


@pytest.mark.parametrize("table", MODELS)
def test_rows_of_every_table_of_the_inputs_are_called_something(table):
    assert SAY(row_of(table))[0].isupper()
    assert not SAY(rows_of(table))[0].isupper()


def test_quantities_are_those_of_tables_of_the_inputs():
    assert QUANTITIES.keys() <= MODELS.keys()


def test_settings_that_results_rest_on_are_called_something():
    """As they are told alone; the name of a group is never that of a setting."""
    names = [*SETTINGS, *GROUPS]
    case = {}
    for name in SETTINGS:
        *rooms, last = name.split(".")
        inner = case
        for room in rooms:
            inner = inner.setdefault(room, {})
        inner[last] = 1
    told = {name: label for name, label, _ in settings(case, SAY)}
    assert told.keys() == set(names)
    assert all(label[0].isupper() and not label.startswith("Setting: ") for label in told.values())


@pytest.mark.parametrize(
    ("table", "row", "told"),
    [
        ("missions", {"strength": 1200.0, "strength_low": None}, "1,200 persons"),
        ("proposals", {"force_low": 1.0, "force_central": 2.0, "force_high": 3.0}, "2 (1 to 3) persons"),
        ("proposals", {"force_low": 1e4, "force_central": 15e3, "force_high": None}, "15,000 persons"),
        ("gate_chances", {"low": 0.05, "central": 0.15, "high": 0.35}, "15% (5% to 35%)"),
        ("costs", {"low": None, "central": None, "high": None}, ""),
        ("polls", {"support": 58.0}, "58%"),
        ("assumptions", {"low": 0.8, "central": 1.3, "high": 2.5, "unit": "EUR_2025_per_tkm"},
         "1.3 euros per tonne-kilometre (0.8 to 2.5)"),
        ("assumptions", {"low": None, "central": 463.7e9, "high": None, "unit": "EUR_2025"}, "463.7 billion euros"),
        ("consumption", {"low": 2.2, "central": 3.0, "high": 4.3, "unit": "kg_per_person_day"},
         "3 (2.2 to 4.3) kg a person a day"),
        ("role_methods", {"fits": "yes"}, ""),
        ("contributors", {"brigades_low": 0.0, "brigades_central": 0.0, "brigades_high": 0.0}, "0 brigades"),
    ],
)  # fmt: skip
def test_a_quantity_is_told_with_its_range_and_unit(table, row, told):
    assert quantity(row, table, SAY) == told


def test_a_row_is_told_by_what_its_key_points_to():
    row = {"gate": "G1", "option": "un", "support_level": "none", "basis": "judgement", "source": "declared"}
    row |= {"low": 0.1, "central": 0.2, "high": 0.3}
    tables = {
        "gate_chances": [row],
        "options": [{"id": "un", "label": "Blue helmets", "force_central": 900.0, "basis": "found", "source": "atlas"}],
        "gates": [{"id": "G1", "label": "Legal mandate", "basis": "judgement", "source": "declared"}],
    }
    case = {"support_levels": {"none": {"label": "No American support"}}}
    told = input_rows({"assumptions": [], "tables": tables, "case": case}, {}, SAY)["table:gate_chances.csv#G1/un/none"]
    assert told.label == "Judged chance of a gate: Legal mandate, Blue helmets, No American support"
    assert (told.quantity, told.basis, told.sources) == ("20% (10% to 30%)", "judgement", ())
    assert told.anchor == "row-gate_chances-G1/un/none"


def test_a_setting_of_the_case_is_told_with_its_value():
    case = {"feasibility": {"years": [3, 5], "thresholds": {"feasible": 0.75}}, "logistics": {"reference_size": 100000}}
    told = input_rows({"assumptions": [], "tables": {}, "case": case}, {}, SAY)
    seen = {name.partition("#")[2]: (row.label, row.quantity, row.basis) for name, row in told.items()}
    assert seen["feasibility.years"] == ("Years asked for", "3, 5 years", "chosen")
    assert seen["logistics.reference_size"][1] == "100,000 persons"
    assert seen["feasibility.thresholds.feasible"][1] == "75%"


def test_a_group_of_settings_says_what_each_of_them_says():
    case = {"claims": {"rounding_share": 0.05, "close_share": 0.25, "leading_places": 3}}
    told = input_rows({"assumptions": [], "tables": {}, "case": case}, {}, SAY)["table:case.yaml#claims"]
    assert told.quantity.startswith("allowance for rounding 5%; ")
    assert "25%" in told.quantity


def test_no_setting_shows_its_dotted_name():
    told = input_rows({"assumptions": [], "tables": {}, "case": {"new_part": {"some_setting": 7}}}, {}, SAY)
    assert told["table:case.yaml#new_part.some_setting"].label == "Setting: new part, some setting"
    assert told["table:case.yaml#new_part.some_setting"].quantity == "7"


def row_told(table, row, *, case=None, **tables):
    row |= {"basis": "judgement", "source": "declared"}
    evidence = {"assumptions": [], "tables": {table: [row], **tables}, "case": case or {}}
    (told,) = [row for name, row in input_rows(evidence, NAMES, SAY).items() if name.startswith(f"table:{table}.")]
    return told


def test_the_figure_beside_a_claim_is_told_as_ours():
    claim = {"id": "K2", "claim": "It had 60,000", "unit": "persons", "low": 38e3, "central": 38599.0, "high": 39900.0}
    told = row_told("claims", claim)
    assert told.label == "Best figure for the claim “It had 60,000”"
    assert told.quantity == "38,599 (38,000 to 39,900) persons"


def test_a_claim_without_a_figure_is_told_as_a_claim():
    claim = {"id": "K7", "claim": "It is long", "unit": None, "low": None, "central": None, "high": None}
    assert row_told("claims", claim).label == "Claim “It is long”"


def test_what_moves_together_is_told_without_codes():
    tie = {"factor": "contested", "quantity": "risk.R01", "loading": 0.6}
    case = {"vocabulary": {"factors": {"contested": "whether the force is contested"}}}
    risks = [{"id": "R01", "title": "Attack", "basis": "found", "source": "book"}]
    told = row_told("correlations", tie, case=case, risks=risks)
    assert told.label.endswith(": whether the force is contested, Attack")
    assert told.quantity == "0.6"


def test_what_no_table_names_is_told_by_the_names_of_subjects():
    tie = {"factor": "contested", "quantity": "line", "loading": 0.6}
    assert row_told("correlations", tie).label.endswith(": contested, Length of the line")
    chance = {"position": "yes", "support_level": "", "low": 0.1, "central": 0.2, "high": 0.3}
    assert row_told("position_chances", chance).label.endswith(": position “yes”")


def test_a_row_named_after_its_key_is_named_once():
    row = {"viewpoint": "cost_first", "label": "Money first", "criterion": "C5"}
    assert row_told("viewpoints", row).label == "Viewpoint: Money first, C5"
