"""What a fact rests on in the end, told in words."""

import pytest

from peacebrief.briefs.input_rows import KEYS, input_rows, row_key
from peacebrief.briefs.input_words import TABLES, quantity
from peacebrief.inputs.case import CASE_TABLES, REFERENCE_TABLES

MODELS = REFERENCE_TABLES | CASE_TABLES


@pytest.mark.parametrize("table", MODELS)
def test_rows_are_called_as_the_models_of_the_inputs_call_them(table):
    model = MODELS[table]
    assert KEYS.get(table, ("id",)) == model.KEY
    row = {column: f"{column}_1" for column in model.KEY}
    assert row_key(table, row) == model.model_construct(**row).row_key()


def test_a_row_that_holds_for_all_levels_is_called_without_one():
    row = {"risk": "R1", "option": "un", "us_level": ""}
    assert row_key("risk_chances", row) == "R1/un" == MODELS["risk_chances"].model_construct(**row).row_key()


def test_tables_that_have_words_are_tables_of_the_inputs():
    assert TABLES.keys() <= MODELS.keys()


@pytest.mark.parametrize(
    ("table", "row", "told"),
    [
        ("missions", {"strength": 1200.0, "strength_low": None}, "1,200 persons"),
        ("proposals", {"force_low": 1.0, "force_central": 2.0, "force_high": 3.0}, "2 (1 to 3) persons"),
        ("proposals", {"force_low": 1e4, "force_central": 15e3, "force_high": None}, "15,000 persons"),
        ("gate_chances", {"low": 0.05, "central": 0.15, "high": 0.35}, "15% (5% to 35%)"),
        ("costs", {"low": None, "central": None, "high": None}, ""),
        ("polls", {"support": 58.0}, "58%"),
    ],
)  # fmt: skip
def test_a_quantity_is_told_with_its_range_and_unit(table, row, told):
    assert quantity(row, table) == told


def test_a_row_is_told_by_what_its_key_points_to():
    row = {"gate": "G1", "option": "un", "us_level": "none", "basis": "judgement", "source": "declared"}
    row |= {"low": 0.1, "central": 0.2, "high": 0.3}
    tables = {
        "gate_chances": [row],
        "options": [{"id": "un", "label": "Blue helmets", "force_central": 900.0, "basis": "found", "source": "atlas"}],
        "gates": [{"id": "G1", "label": "Legal mandate", "basis": "judgement", "source": "declared"}],
    }
    told = input_rows({"assumptions": [], "tables": tables, "case": {}})["table:gate_chances.csv#G1/un/none"]
    assert told.label == "Judged chance of a gate: Legal mandate, Blue helmets, none"
    assert (told.quantity, told.basis, told.sources) == ("20% (10% to 30%)", "judgement", ())
    assert told.anchor == "row-gate_chances-G1/un/none"


def test_a_setting_of_the_case_is_told_with_its_value():
    told = input_rows({"assumptions": [], "tables": {}, "case": {"feasibility": {"years": [3, 5]}}})
    assert told["table:case.yaml#feasibility.years"].quantity == "3, 5"
    assert told["table:case.yaml#feasibility.years"].label == "Setting of the case: feasibility: years"
