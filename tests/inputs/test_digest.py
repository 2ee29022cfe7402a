"""The digest of a stage moves with what that stage reads and with nothing else, and costs next to nothing."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from peacebrief.inputs.case import CASE_TABLES, OPTIONAL_TABLES, REFERENCE_TABLES, table_file
from peacebrief.inputs.digest import stage_digest
from peacebrief.inputs.resolving import resolve_sizing
from peacebrief.inputs.stage_columns import COLUMNS, METHODS, stages_of_quantity
from peacebrief.inputs.stage_record import QUANTITIES, stage_record
from peacebrief.inputs.table import read_table

A = "island/assumptions.csv"
MOVES = {
    "a number": (A, "line_length", "central", "201"),
    "a unit": (A, "line_length", "unit", "km2"),
    "a distribution": (A, "line_length", "distribution", "triangular"),
    "choices": (A, "rotation_ratio", "choices", "3:2;4:1"),
    "a weight": ("island/method_weights.csv", "monitoring/observer_line", "weight", "0.11"),
    "a loading": ("island/correlations.csv", "threat/brigade_strength", "loading", "0.4"),
    "the strength of a mission": ("reference/missions.csv", "LINE1", "strength", "1300"),
    "the split of a mission": ("reference/missions.csv", "LINE1", "split", "test"),
    "a method": ("reference/sizing_methods.csv", "OBS", "high", "3"),
    "a mandate level": ("reference/mission_types.csv", "stabilisation", "mandate_level", "2"),
    "a proposal": ("island/proposals.csv", "P1", "force_high", "2600"),
    "an army": ("island/contributors.csv", "northland", "army_active", "31000"),
    "a comparator": ("reference/comparators.csv", "last_mission", "value", "26001"),
    "a reason": ("island/method_weights.csv", "monitoring/observer_line", "reason", "Another reason."),
    "the name of a mission": ("reference/missions.csv", "LINE1", "name", "Another name"),
}
STAYS = {
    "a label": (A, "line_length", "label", "Another label"),
    "a note": (A, "line_length", "note", "Another note."),
    "a source": (A, "line_length", "source", "declared"),
    "a date": (A, "line_length", "checked", "2030-01-16"),
    "a rating": (A, "line_length", "quality", "low"),
    "a quote": ("reference/missions.csv", "LINE1", "quote", "other words"),
    "a fact on the theatre": ("island/theatre.csv", "F1", "central", "201"),
    "a claim": ("island/claims.csv", "K1", "claimed", "9001"),
}
YAML_MOVES = {
    "seed": ("seed: 7", "seed: 8"),
    "draws": ("draws: 4096", "draws: 8192"),
    "force sizes": ("force_sizes: [9000]", "force_sizes: [9000, 10000]"),
    "tasks": ("[posts, patrols, reaction, air", "[posts, reaction, air"),
    "class of proposals": ("proposal_class: line_enforcement", "proposal_class: deterrence"),
    "kind of mission": ("mission_type: enforcement", "mission_type: stabilisation"),
    "name of a role": ("  separation:", "  parting:"),
    "label of a role": ("    label: Monitoring", "    label: Watching"),
}
YAML_STAYS = {
    "title": ("title: A multi", "title: The multi"),
    "question": ("question: What would", "question: >\n  What would"),
    "edition": ("edition: 2030-02", "edition: 2030-03"),
    "definition": ("    definition: Watches the fictional line.", "    definition: >\n      Watches\n      the line."),
    "purpose": ("    purpose: watch the fictional line", "    purpose: look"),
    "rules for claims": ("close_share: 0.25", "close_share: 0.2"),
    "comment": ("seed: 7", "# the seed\nseed: 7"),
}


@pytest.mark.parametrize("what", MOVES)
def test_a_cell_that_sizing_reads_moves_the_digest(folder, what):
    before = stage_digest(folder.root, "island", "sizing")
    folder.set(*MOVES[what])
    assert stage_digest(folder.root, "island", "sizing") != before


@pytest.mark.parametrize("what", STAYS)
def test_a_cell_that_sizing_does_not_read_leaves_the_digest(folder, what):
    before = stage_digest(folder.root, "island", "sizing")
    folder.set(*STAYS[what])
    assert stage_digest(folder.root, "island", "sizing") == before


@pytest.mark.parametrize("what", YAML_MOVES)
def test_a_setting_that_sizing_reads_moves_the_digest(folder, what):
    before = stage_digest(folder.root, "island", "sizing")
    folder.replace("island/case.yaml", *YAML_MOVES[what])
    assert stage_digest(folder.root, "island", "sizing") != before


@pytest.mark.parametrize("what", YAML_STAYS)
def test_a_setting_that_sizing_does_not_read_leaves_the_digest(folder, what):
    before = stage_digest(folder.root, "island", "sizing")
    folder.replace("island/case.yaml", *YAML_STAYS[what])
    assert stage_digest(folder.root, "island", "sizing") == before


# A table that a case may do without is read by no stage, and the miniature case has none.
TABLES = [table for table in (*REFERENCE_TABLES, *CASE_TABLES) if table not in OPTIONAL_TABLES]


@pytest.mark.fast_cases(2)
@pytest.mark.parametrize("table", TABLES)
def test_whatever_changes_the_resolved_numbers_changes_the_digest(folder, table):
    # Every cell of the first row, one at a time: words may differ between the two, numbers may not.
    file, model = table_file(table, "island"), (REFERENCE_TABLES | CASE_TABLES)[table]
    case = folder.load()
    digests = {stage: stage_digest(folder.root, "island", stage) for stage in COLUMNS}
    before = numbers(case)
    header, first, *rows = folder.records(file)
    for column, cell in enumerate(first):
        other = {"": "1", "0": "1", "1": "0"}.get(cell, f"{cell}1")
        folder.save(file, [header, [*first[:column], other, *first[column + 1 :]], *rows])
        changed = read_table(folder.root / file, model, file=file)
        if changed.problems:
            continue
        after = numbers(replace(case, tables=replace(case.tables, **{table: changed})))
        for stage, digest in digests.items():
            if after[stage] != before[stage]:
                assert stage_digest(folder.root, "island", stage) != digest, (stage, header[column])


def numbers(case):
    """What each stage reads, without the words that sizing only hands on; None where tables no longer fit together."""
    others = {stage: stage_record(case, stage) for stage in ("generation", "logistics", "feasibility")}
    return {"sizing": sizing_numbers(case), **others}


def sizing_numbers(case):
    try:
        record = resolve_sizing(case)
    except KeyError:
        return None
    for words, name in (("roles", "label"), ("weights", "reason"), ("missions", "name"), ("contributors", "origin")):
        rows = record[words].values() if isinstance(record[words], dict) else record[words]
        for row in rows:
            row.pop(name)
    return record


READ = [(stage, table) for stage in ("generation", "logistics", "feasibility") for table in COLUMNS[stage]]


@pytest.mark.fast_cases(5)
@pytest.mark.parametrize(("stage", "table"), READ)
def test_every_cell_that_a_stage_reads_moves_its_digest_and_not_that_of_others(folder, stage, table):
    file = f"{table.format(case='island')}.csv"
    others = [other for other in COLUMNS if other != stage and table not in COLUMNS[other]]
    others += [other for other in COLUMNS if other != stage and table in {"{case}/assumptions", "{case}/correlations"}]
    before = {name: stage_digest(folder.root, "island", name) for name in (stage, *others)}
    header, *rows = folder.records(file)
    index = own_row(folder, stage, table, header, rows)
    if index is None:
        return
    for column in COLUMNS[stage][table]:
        place, row = header.index(column), rows[index]
        if column in {"stage", "method"}:
            continue
        changed = [*row[:place], f"{row[place]}1", *row[place + 1 :]]
        folder.save(file, [header, *rows[:index], changed, *rows[index + 1 :]])
        assert stage_digest(folder.root, "island", stage) != before[stage], column
        # A tie to a quantity that nobody knows falls to sizing, and the check of the inputs names it.
        for other in others if column != "quantity" else ():
            assert stage_digest(folder.root, "island", other) == before[other], (other, column)


def own_row(folder, stage, table, header, rows):
    """The last row that this stage reads, and for quantities no other; None where there is none."""
    if table == "{case}/assumptions":
        read = [row[header.index("stage")] == stage for row in rows]
    elif table == "{case}/correlations":
        names = {row.id: row.stage for row in folder.load().tables.assumptions.rows}
        read = [stages_of_quantity(row[header.index("quantity")], names) == (stage,) for row in rows]
    elif table == "reference/sizing_methods":
        read = [row[header.index("method")] in METHODS[stage] for row in rows]
    else:
        read = [True] * len(rows)
    return max((index for index, own in enumerate(read) if own), default=None)


@pytest.mark.parametrize("stage", COLUMNS)
def test_the_columns_of_a_digest_are_columns_of_the_tables(stage):
    models = REFERENCE_TABLES | CASE_TABLES
    for table, columns in COLUMNS[stage].items():
        assert set(columns) <= set(models[table.rpartition("/")[2]].model_fields), table


@pytest.mark.parametrize("stage", ["generation", "logistics", "feasibility"])
def test_the_record_of_a_stage_shows_every_column_of_its_digest(folder, stage):
    record = stage_record(folder.load(), stage)
    for table, columns in COLUMNS[stage].items():
        name = table.rpartition("/")[2]
        if name not in QUANTITIES:
            assert set(record[name][0]) == {*columns, "origin"}, name


LOGISTICS_STAYS = {
    "a note": ("island/network/links.csv", "K10", "note", "Another note."),
    "a derivation": ("island/network/links.csv", "K10", "derivation", "Another derivation."),
    "a cost that assumptions were made from": ("reference/costs.csv", "FIRST_MOVE", "high", "150001"),
    "a mission": ("reference/missions.csv", "LINE1", "strength", "1300"),
    "an assumption of sizing": (A, "line_length", "central", "201"),
    "a tie of sizing": ("island/correlations.csv", "threat/brigade_strength", "loading", "0.4"),
}


@pytest.mark.parametrize("what", LOGISTICS_STAYS)
def test_a_cell_that_logistics_does_not_read_leaves_its_digest(folder, what):
    before = stage_digest(folder.root, "island", "logistics")
    folder.set(*LOGISTICS_STAYS[what])
    assert stage_digest(folder.root, "island", "logistics") == before


LOGISTICS_YAML = {
    "seed": ("seed: 7", "seed: 8", True),
    "sizes": ("sizes: [2000, 9000]", "sizes: [2000, 3000, 9000]", True),
    "a posture": ("    elevated:", "    raised:", True),
    "days of a loss": ("loss_days: [7, 30, 90]", "loss_days: [7, 30, 60]", True),
    "label of a posture": ("label: Elevated", "label: Raised", False),
    "definition of a posture": ("definition: Watches a fict", "definition: Looks at a fict", False),
    "roles": ("    label: Monitoring", "    label: Watching", False),
    "force sizes of sizing": ("force_sizes: [9000]", "force_sizes: [9000, 10000]", False),
}


@pytest.mark.parametrize("what", LOGISTICS_YAML)
def test_settings_move_the_digest_of_logistics_where_it_reads_them(folder, what):
    old, new, moves = LOGISTICS_YAML[what]
    before = stage_digest(folder.root, "island", "logistics")
    folder.replace("island/case.yaml", old, new)
    assert (stage_digest(folder.root, "island", "logistics") != before) == moves


GENERATION_YAML = {
    "largest size": ("largest_size: 20000", "largest_size: 30000", True),
    "a level": ("  helped:", "  aided:", True),
    "label of a level": ("label: Helped", "label: Aided", False),
    "phrase of a level": ("phrase: with fictional help", "phrase: with imaginary help", False),
    "a threshold of feasibility": ("feasible: 0.75", "feasible: 0.8", False),
}


@pytest.mark.parametrize("what", GENERATION_YAML)
def test_settings_move_the_digest_of_generation_where_it_reads_them(folder, what):
    old, new, moves = GENERATION_YAML[what]
    before = stage_digest(folder.root, "island", "generation")
    folder.replace("island/case.yaml", old, new)
    assert (stage_digest(folder.root, "island", "generation") != before) == moves


def test_another_stage_that_reads_an_assumption_too_leaves_the_digest_of_the_first(folder):
    before = stage_digest(folder.root, "island", "sizing")
    folder.set(A, "line_length", "stage", "sizing; generation")
    assert stage_digest(folder.root, "island", "sizing") == before


def test_an_assumption_of_two_stages_moves_both(folder):
    before = {stage: stage_digest(folder.root, "island", stage) for stage in COLUMNS}
    folder.set(A, "rotation_ratio", "choices", "3:2;4:1")
    moved = {stage for stage in COLUMNS if stage_digest(folder.root, "island", stage) != before[stage]}
    assert moved == {"sizing", "generation"}


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


@pytest.mark.parametrize("content", [b"\xff\xfe", b'"unclosed', b"", b"id\nx\n", b"\0"])
def test_an_unreadable_file_gives_words_instead_of_an_error(folder, content):
    (folder.root / A).write_bytes(content)
    assert stage_digest(folder.root, "island", "sizing").startswith("unreadable: ")


def test_an_unknown_case_or_stage_gives_words_instead_of_an_error(folder):
    assert stage_digest(folder.root, "atlantis", "sizing").startswith("unreadable: ")
    assert stage_digest(folder.root, "island", "cooking").startswith("unreadable: ")


def test_the_digest_loads_the_standard_library_only(project):
    heavy = "{'pydantic', 'yaml', 'numpy', 'pandas', 'bibtexparser'} & set(sys.modules)"
    script = f"import sys; from peacebrief.inputs.digest import stage_digest; print(sorted({heavy}))"
    done = subprocess.run([sys.executable, "-c", script], env={"PYTHONPATH": str(project / "workflow")},
                          capture_output=True, text=True, check=True)  # fmt: skip
    assert done.stdout.strip() == "[]"
