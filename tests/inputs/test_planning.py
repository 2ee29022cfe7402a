"""The digest of a part moves with what that part hands on and with nothing else."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest

from peacebrief.commands.model.resolve_inputs import run
from peacebrief.errors import AnalystError
from peacebrief.inputs import resolve_case
from peacebrief.inputs.expected.stage_columns import COLUMNS, stages_of_quantity
from peacebrief.inputs.handing_on.planning import PARTS, file_name, parts, planned
from peacebrief.inputs.handing_on.resolving import resolved
from peacebrief.inputs.handing_on.stage_record import QUANTITIES, stage_record
from peacebrief.inputs.loading import load_case
from peacebrief.inputs.reading.case_tables import CASE_TABLES, OPTIONAL_TABLES, REFERENCE_TABLES, table_file

MINIATURE = Path(__file__).parents[1] / "fixtures/miniature/inputs"
MODELS = REFERENCE_TABLES | CASE_TABLES
A, OPTIONS, MISSIONS = "island/assumptions.csv", "island/options.csv", "reference/missions.csv"
TIES, LINKS = "island/correlations.csv", "island/network/links.csv"


@cache
def before():
    """The plan of the miniature as it is."""
    return planned(MINIATURE, "island")["files"]


def moved(folder):
    """The parts that are planned under another name than before the edit."""
    return {part for part, file in planned(folder.root, "island")["files"].items() if file != before()[part]}


# File, row, column and value typed, and the stages that read the cell; the evidence holds every cell.
CELLS = {
    "a number": (A, "line_length", "central", "201", "sizing"),
    "a distribution": (A, "line_length", "distribution", "triangular", "sizing"),
    "choices": (A, "rotation_ratio", "choices", "3:2;4:1", "sizing generation"),
    "an assumption of logistics": (A, "force_share", "central", "0.21", "logistics"),
    "an assumption of feasibility": (A, "provocation_ratio", "central", "1.6", "feasibility"),
    "the strength of a mission": (MISSIONS, "LINE1", "strength", "1300", "sizing"),
    "a loading": (TIES, "threat/brigades_per_sector_separation", "loading", "0.4", "sizing"),
    "a loading of two stages": (TIES, "threat/brigade_strength", "loading", "0.4", "sizing generation"),
    "the kind of a mission": (MISSIONS, "LINE1", "type", "stabilisation", "sizing"),
    "the split of a mission": (MISSIONS, "LINE1", "split", "test", "sizing"),
    "a method of sizing": ("reference/sizing_methods.csv", "OBS", "high", "3", "sizing"),
    "a mandate level": ("reference/mission_types.csv", "stabilisation", "mandate_level", "2", "sizing"),
    "a proposal": ("island/proposals.csv", "P1", "force_high", "2600", ""),
    "an army": ("island/contributors.csv", "northland", "army_active", "31000", "sizing generation"),
    "a comparator": ("reference/comparators.csv", "last_mission", "value", "26001", "sizing"),
    "a reason": ("island/role_methods.csv", "monitoring/observer_line", "reason", "Another reason.", "sizing"),
    "the name of a mission": (MISSIONS, "LINE1", "name", "Another name", "sizing"),
    "a poll": ("island/polls.csv", "Q1", "support", "56", "generation"),
    "a capacity": (LINKS, "K01", "capacity_high", "15001", "logistics"),
    "a chance": ("island/gate_chances.csv", "law/observers/alone", "low", "0.81", "feasibility"),
    "the size of an option": (OPTIONS, "observers", "force_high", "2600", "generation logistics feasibility"),
    "a label": (A, "line_length", "label", "Another label", ""),
    "a note": (A, "line_length", "note", "Another note.", ""),
    "a source": (A, "line_length", "source", "declared", ""),
    "two sources": (A, "line_length", "source", "atlas2029;declared", ""),
    "a date": (A, "line_length", "checked", "2030-01-14", ""),
    "a rating": (A, "line_length", "quality", "low", ""),
    "a quote": (MISSIONS, "LINE1", "quote", "other words", ""),
    "a fact on the theatre": ("island/theatre.csv", "F1", "central", "201", ""),
    "a claim": ("island/claims.csv", "K1", "claimed", "9001", ""),
    "a note on a link": (LINKS, "K10", "note", "Another note.", ""),
    "a derivation": (LINKS, "K10", "derivation", "Another derivation.", ""),
    "a cost that assumptions were made from": ("reference/costs.csv", "FIRST_MOVE", "high", "150001", ""),
    "who leads an option": (OPTIONS, "observers", "lead", "Nobody", ""),
}  # fmt: skip
SETTINGS = {
    "seed": ("seed: 7", "seed: 8", "sizing generation logistics feasibility"),
    "draws": ("draws: 4096", "draws: 8192", "sizing generation logistics feasibility"),
    "force sizes": ("force_sizes: [9000]", "force_sizes: [9000, 10000]", "sizing generation"),
    "order of tasks": ("[posts, patrols, reaction, air", "[patrols, posts, reaction, air", "sizing"),
    "class of proposals": ("proposal_class: line_enforcement", "proposal_class: monitoring", ""),
    "kind of mission": ("mission_type: enforcement", "mission_type: stabilisation", "sizing"),
    "label of a role": ("    label: Monitoring", "    label: Watching", "sizing"),
    "largest size": ("largest_size: 20000", "largest_size: 30000", "generation"),
    "sizes supplied": ("sizes: [2000, 9000]", "sizes: [2000, 3000, 9000]", "logistics"),
    "days of a loss": ("loss_days: [7, 30, 90]", "loss_days: [7, 30, 60]", "logistics"),
    "a threshold": ("feasible: 0.75", "feasible: 0.8", "feasibility"),
    "title": ("title: A multi", "title: The multi", ""),
    "edition": ("edition: 2030-02", "edition: 2030-03", ""),
    "definition of a role": ("    definition: Watches the fictional line.", "    definition: Looks at it.", ""),
    "purpose": ("    purpose: watch the fictional line", "    purpose: look", ""),
    "rules for claims": ("close_share: 0.25", "close_share: 0.2", ""),
    "label of a posture": ("label: Elevated", "label: Raised", ""),
    "phrase of a level": ("phrase: with fictional help", "phrase: with imaginary help", ""),
    "definition of a posture": ("definition: Watches a fict", "definition: Looks at a fict", ""),
}


@pytest.mark.fast_cases(10)
@pytest.mark.parametrize("what", CELLS)
def test_a_cell_moves_the_evidence_and_the_stages_that_read_it(folder, what):
    *edit, stages = CELLS[what]
    folder.set(*edit)
    assert moved(folder) == {"evidence", *stages.split()}


@pytest.mark.fast_cases(8)
@pytest.mark.parametrize("what", SETTINGS)
def test_a_setting_moves_the_evidence_and_the_stages_that_read_it(folder, what):
    old, new, stages = SETTINGS[what]
    folder.replace("island/case.yaml", old, new)
    assert moved(folder) == {"evidence", *stages.split()}


@pytest.mark.parametrize(
    ("old", "new", "stages"),
    [
        ("label: Eastern League", "label: Western League", "generation feasibility"),
        ("raids: Raids from", "raids: Raiders from", "feasibility"),
        ("condition: a fictional", "condition: an imaginary", ""),
        ("views: What does", "views: What would", ""),
        ("  threat: the", "  threat: a", ""),
    ],
)
def test_what_the_case_calls_a_thing_moves_the_evidence_and_the_stages_that_tell_of_it(folder, old, new, stages):
    folder.replace("island/vocabulary.yaml", old, new)
    assert moved(folder) == {"evidence", *stages.split()}


@pytest.mark.parametrize(
    ("old", "new", "stages"),
    [("helped", "aided", {"generation", "feasibility"}), ("elevated", "raised", {"logistics", "feasibility"})],
)
def test_what_a_level_or_a_posture_is_called_moves_the_stages_that_read_it(folder, old, new, stages):
    for path in [*folder.root.rglob("*.csv"), folder.root / "island/case.yaml"]:
        file = path.relative_to(folder.root).as_posix()
        folder.write(file, folder.read(file).replace(old, new))
    assert moved(folder) >= {"evidence", *stages}
    assert "sizing" not in moved(folder)


def test_a_remark_in_the_settings_moves_nothing(folder):
    folder.replace("island/case.yaml", "seed: 7", "# the seed\nseed: 7  # as in all editions")
    assert moved(folder) == set()


def test_blanks_in_a_list_of_stages_move_nothing(folder):
    folder.set(A, "rotation_ratio", "stage", " sizing ;generation ")
    assert moved(folder) == set()


def test_a_document_cited_moves_the_evidence_alone(folder):
    folder.replace("sources.bib", "Manual of Force Sizing", "Handbook of Force Sizing")
    assert moved(folder) == {"evidence"}


def test_a_file_that_is_no_input_moves_nothing(folder):
    (folder.root / "island/editions").mkdir()
    folder.write("island/editions/sizing.json", "{}")
    folder.write("island/notes.txt", "Remember the island.")
    assert moved(folder) == set()


def test_the_file_of_a_part_is_named_after_the_part_and_the_digest():
    assert tuple(before()) == PARTS
    for part, file in before().items():
        name, _, digest = file.removesuffix(".json").rpartition("-")
        assert name == part
        assert len(digest) == 12
        assert set(digest) <= set("0123456789abcdef")


def test_options_are_planned_in_the_order_of_their_table(folder):
    assert planned(folder.root, "island")["options"] == ["observers", "separation"]
    folder.edit_rows(OPTIONS, lambda records: [records[0], *reversed(records[1:])])
    assert planned(folder.root, "island")["options"] == ["separation", "observers"]


# A table that a case may do without is read by no stage, and the miniature case has none.
TABLES = [table for table in MODELS if table not in {*OPTIONAL_TABLES, *QUANTITIES}]
# These two have to fit: under another name a mission has no mandate level.
TIED = {("mission_types", "type"), ("missions", "type")}


@pytest.mark.fast_cases(6)
@pytest.mark.filterwarnings("ignore:Pydantic serializer warnings")  # a value need not be one that would be let in
@pytest.mark.parametrize("table", TABLES)
def test_every_cell_moves_the_digests_of_the_stages_that_read_its_column_and_no_others(table):
    case, model = miniature(), MODELS[table]
    readers = {stage: COLUMNS[stage].get(path_of(table), ()) for stage in COLUMNS}
    rows = getattr(case.tables, table)
    for column in model.model_fields:
        if (table, column) in TIED:
            continue
        first, *below = rows.rows
        first = first.model_copy(update={column: other(getattr(first, column))})
        changed = replace(case.tables, **{table: replace(rows, rows=(first, *below))})
        found = parts(resolved(replace(case, tables=changed)))
        moving = {part for part, record in found.items() if file_name(part, record) != before()[part]}
        reading = {stage for stage, columns in readers.items() if column in columns}
        # A stage hands on where its rows are from, too: their key.
        naming = {stage for stage, columns in readers.items() if columns and column in model.KEY}
        assert {"evidence", *reading} <= moving <= {"evidence", *reading, *naming}, column


@cache
def miniature():
    return load_case(MINIATURE, "island")


def path_of(table):
    """The name of a table as the columns of the stages have it."""
    file = table_file(table, "island").removesuffix(".csv")
    return f"{{case}}/{file.removeprefix('island/')}" if file.startswith("island/") else file


def other(value):
    match value:
        case date():
            return value + timedelta(days=1)
        case int() | float():
            return value + 1
    return f"{value or ''}x"


@pytest.mark.parametrize("stage", COLUMNS)
def test_the_columns_that_a_stage_reads_are_columns_of_the_tables(stage):
    for table, columns in COLUMNS[stage].items():
        assert set(columns) <= set(MODELS[table.rpartition("/")[2]].model_fields), table


@pytest.mark.parametrize("stage", ["generation", "logistics", "feasibility"])
def test_the_record_of_a_stage_shows_every_column_that_it_reads(folder, stage):
    record = stage_record(folder.load(), stage)
    for table, columns in COLUMNS[stage].items():
        name = table.rpartition("/")[2]
        if name not in QUANTITIES:
            assert set(record[name][0]) == {*columns, "origin"}, name


@pytest.mark.parametrize(
    ("quantity", "stages"),
    [
        ("line_length", ("sizing",)),
        ("rotation_ratio", ("sizing", "generation")),
        ("brigade_strength", ("sizing", "generation")),
        ("observer_line", ("sizing",)),
        ("force_share", ("logistics",)),
        ("consumption.bulk_fuel", ("logistics",)),
        ("position.northland", ("generation",)),
        ("missions.bulk_fuel", ()),
    ],
)
def test_a_quantity_belongs_to_the_stages_that_read_it(quantity, stages):
    given = {"line_length": "sizing", "force_share": "logistics", "rotation_ratio": "sizing;generation"}
    assert stages_of_quantity(quantity, given) == stages


BAD = {
    "two bytes that are no text": (A, b"\xff\xfe"),
    "an open quotation mark": (A, b'"unclosed'),
    "an empty table": (A, b""),
    "a table without its columns": (A, b"id\nx\n"),
    "an option whose name is a path": (OPTIONS, b"id\n../../etc\n"),
    "settings without a colon": ("island/case.yaml", b"seed 7\n"),
    "no records": ("sources.bib", b"no records\n"),
}


@pytest.mark.parametrize("what", BAD)
def test_bad_inputs_are_refused_in_sentences(folder, what):
    file, content = BAD[what]
    (folder.root / file).write_bytes(content)
    with pytest.raises(AnalystError) as refused:
        planned(folder.root, "island")
    assert any(problem.startswith(file) for problem in refused.value.problems)
    assert all(problem.isprintable() for problem in refused.value.problems)


def test_a_table_or_the_settings_that_are_gone_are_named(folder):
    (folder.root / A).unlink()
    with pytest.raises(AnalystError, match=f"{A}: the file is missing"):
        planned(folder.root, "island")
    (folder.root / "island/case.yaml").unlink()
    with pytest.raises(AnalystError, match='no case is called "island"'):
        planned(folder.root, "island")


def test_the_command_writes_what_was_planned_under_the_name_that_was_planned(folder, tmp_path):
    expected = parts(resolve_case(folder.root, "island"))
    for part, name in planned(folder.root, "island")["files"].items():
        assert run(inputs=folder.root, case="island", file=tmp_path / name) == f"{part} of island resolved"
        assert json.loads((tmp_path / name).read_text(encoding="utf-8")) == expected[part]


def test_the_command_refuses_inputs_that_were_edited_after_they_were_planned(folder, tmp_path):
    files = {part: tmp_path / name for part, name in planned(folder.root, "island")["files"].items()}
    folder.set(A, "line_length", "central", "201")
    for part in ("sizing", "evidence"):
        with pytest.raises(AnalystError, match=r"edited while the run was going on; run it again\.$"):
            run(inputs=folder.root, case="island", file=files[part])
        assert not files[part].exists()
    # What logistics reads is as it was planned.
    run(inputs=folder.root, case="island", file=files["logistics"])
    assert files["logistics"].exists()


@pytest.mark.parametrize("name", ["cooking-0123456789ab.json", "sizing.json", "sizing-0123456789ab.json"])
def test_the_command_refuses_a_name_that_nobody_planned(folder, tmp_path, name):
    with pytest.raises(AnalystError, match="edited while the run was going on"):
        run(inputs=folder.root, case="island", file=tmp_path / name)


def test_to_import_the_plan_costs_a_start_of_the_workflow_next_to_nothing(project):
    heavy = "{'pydantic', 'yaml', 'numpy', 'pandas', 'bibtexparser'} & set(sys.modules)"
    script = f"import sys; from peacebrief.inputs.handing_on.planning import planned; print(sorted({heavy}))"
    done = subprocess.run([sys.executable, "-c", script], env={"PYTHONPATH": str(project / "workflow")},
                          capture_output=True, text=True, check=True)  # fmt: skip
    assert done.stdout.strip() == "[]"
