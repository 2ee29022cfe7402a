"""What is handed on is typed, complete and says where it came from."""

from __future__ import annotations

import json

import pytest

from peacebrief.inputs import resolve_case
from peacebrief.inputs.handing_on.resolving import evidence, resolve_sizing, stage_record
from peacebrief.inputs.tables.assumption import STAGES


def test_the_miniature_case_loads_without_problems_or_warnings(folder):
    assert folder.load().warnings == ()


def test_resolving_gives_every_document(folder):
    found = resolve_case(folder.root, "island")
    assert found.sizing == resolve_sizing(folder.load())
    for stage in ("generation", "logistics", "feasibility"):
        assert found.stages[stage] == stage_record(folder.load(), stage)
    assert tuple(found.stages) == STAGES
    assert found.evidence == evidence(folder.load())


def test_every_document_is_plain_json(folder):
    found = resolve_case(folder.root, "island")
    for document in (*found.stages.values(), found.evidence):
        assert json.loads(json.dumps(document, allow_nan=False)) == document


def test_a_quantity_carries_its_origin(folder):
    quantities = {row["id"]: row for row in resolve_sizing(folder.load())["quantities"]}
    assert quantities["line_length"] == {
        "id": "line_length", "origin": "assumption:line_length", "distribution": "pert",
        "low": 180.0, "central": 200.0, "high": 230.0, "choices": [],
    }  # fmt: skip
    assert quantities["light_interposition"]["origin"] == "table:sizing_methods.csv#LIGHT"
    assert quantities["rotation_ratio"]["choices"] == [[3.0, 1.0], [4.0, 1.0]]


def test_a_fixed_quantity_has_its_central_number_only(folder):
    quantities = {row["id"]: row for row in resolve_sizing(folder.load())["quantities"]}
    for name in ("golden_hour", "gcsp_density"):
        assert quantities[name]["low"] is None
        assert quantities[name]["high"] is None
        assert quantities[name]["central"] is not None


def test_only_rows_with_a_method_are_quantities(folder):
    origins = {row["origin"] for row in resolve_sizing(folder.load())["quantities"]}
    assert "table:sizing_methods.csv#ROT1" not in origins


def test_a_mission_carries_the_mandate_level_of_its_type(folder):
    missions = {row["id"]: row for row in resolve_sizing(folder.load())["missions"]}
    assert {name: missions[name]["mandate_level"] for name in ("LINE1", "LINE3", "LINE4")} == {
        "LINE1": 0,
        "LINE3": 1,
        "LINE4": 2,
    }


def test_unknown_numbers_are_null(folder):
    record = resolve_sizing(folder.load())
    missions = {row["id"]: row for row in record["missions"]}
    assert missions["LINE1"]["population"] is None


def test_order_and_blank_lines_of_a_table_do_not_matter_to_what_its_rows_say(folder):
    before = resolve_sizing(folder.load())["quantities"]
    folder.edit_rows("island/assumptions.csv", lambda records: [records[0], [""], *reversed(records[1:])])
    after = resolve_sizing(folder.load())["quantities"]
    assert sorted(map(str, after)) == sorted(map(str, before))


def test_each_stage_reads_its_own_assumptions_and_ties(folder):
    sizing, logistics = resolve_sizing(folder.load()), stage_record(folder.load(), "logistics")
    names = [{row["id"] for row in record["quantities"]} for record in (sizing, logistics)]
    assert "force_share" in names[1] - names[0]
    assert "line_length" in names[0] - names[1]
    assert {row["factor"] for row in sizing["correlations"]} == {"sensor_coverage", "threat"}
    assert {row["factor"] for row in logistics["correlations"]} == {"activity"}


def test_a_row_of_the_network_is_numbers_codes_and_its_origin(folder):
    links = {row["id"]: row for row in stage_record(folder.load(), "logistics")["links"]}
    assert links["K09"]["open"] == 0
    assert links["K10"]["capacity_central"] == 9000.0
    assert links["K03"]["units_central"] is None
    assert links["K10"]["origin"] == "table:links.csv#K10"
    assert {"note", "derivation", "source", "basis"} & set(links["K10"]) == set()


def test_postures_are_handed_on_by_name_from_calm_to_intense(folder):
    settings = stage_record(folder.load(), "logistics")["logistics"]
    assert settings == {
        "postures": ["garrison", "elevated", "high_intensity"],
        "sizes": [2000, 9000],
        "reference_size": 9000,
        "loss_days": [7, 30, 90],
        "losses_at_once": 2,
        "carriers": {
            "last_mile": "V_8X8",
            "last_mile_fuel": "V_TNKS",
            "hired": "V_ART",
            "hired_fuel": "V_ARTF",
            "train": "T_1520G",
            "train_fuel": "T_1520F",
        },
        "expected": None,
    }


def test_a_quantity_that_two_stages_read_is_handed_to_both(folder):
    records = [resolve_sizing(folder.load()), stage_record(folder.load(), "generation")]
    for name in ("rotation_ratio", "brigade_strength"):
        one, other = ({row["id"]: row for row in record["quantities"]}[name] for record in records)
        assert one == other
    ties = [{row["quantity"] for row in record["correlations"]} for record in records]
    assert "brigade_strength" in ties[0] & ties[1]
    assert "position.northland" in ties[1] - ties[0]


def test_generation_is_handed_levels_by_name_from_the_least_support(folder):
    record = stage_record(folder.load(), "generation")
    assert record["support_levels"] == ["alone", "helped"]
    assert record["generation"] == folder.load().settings.generation.model_dump()
    assert record["force_sizes"] == [9000]


def test_a_contributor_without_a_position_of_its_own_or_a_cap_has_none(folder):
    rows = {row["origin"]: row for row in stage_record(folder.load(), "generation")["option_contributors"]}
    own = rows["table:option_contributors.csv#observers/eastland"]
    assert (own["position"], own["most"]) == ("conditional", 500.0)
    other = rows["table:option_contributors.csv#separation/northland"]
    assert (other["position"], other["most"], other["framework"]) == (None, None, 1)


def test_what_a_case_says_nothing_of_is_absent_from_its_vocabulary(folder):
    found = evidence(folder.load())["case"]["vocabulary"]
    assert found["patron"] == {"name": "the Eastern League", "adjective": "League", "label": "Eastern League"}
    assert not {"article", "compared_army", "remarks"} & found.keys()
    told = "article:\n  name: the letter\n  kind: a letter\nremarks:\n  size: Few asked for more.\n"
    folder.write("island/vocabulary.yaml", folder.read("island/vocabulary.yaml") + told)
    folder.set("island/options.csv", "observers", "article_says", "Cheap")
    folder.set("island/options.csv", "separation", "article_says", "Strong")
    found = evidence(folder.load())["case"]["vocabulary"]
    assert found["article"]["name"] == "the letter"
    assert found["remarks"] == {"size": "Few asked for more."}


def test_a_stage_is_told_what_the_case_calls_the_things_it_tells_of(folder):
    case = folder.load()
    assert resolve_sizing(case)["called"] == {}
    assert stage_record(case, "generation")["called"]["patron"]["label"] == "Eastern League"
    assert stage_record(case, "feasibility")["called"]["challenges"]["raids"] == "Raids from across the water"


@pytest.mark.parametrize("table", ["missions", "theatre", "claims", "contributors", "proposals", "sizing_methods"])
def test_evidence_keeps_every_column_of_every_row(folder, table):
    place = "reference" if table in {"missions", "sizing_methods"} else "island"
    header, *rows = folder.records(f"{place}/{table}.csv")
    found = evidence(folder.load())["tables"][table]
    assert len(found) == len(rows)
    assert set(found[0]) == set(header)


def test_words_that_sizing_does_not_read_stay_out_of_its_document(folder):
    before = resolve_sizing(folder.load())
    folder.set("island/assumptions.csv", "line_length", "note", "Another note.")
    folder.replace("island/case.yaml", "definition: Watches", "definition: Always watches")
    assert resolve_sizing(folder.load()) == before
