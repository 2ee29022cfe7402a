"""What the real case holds: every row of the evidence, each with its source, and the numbers known from elsewhere."""

from __future__ import annotations

import csv
import math
from collections import Counter
from statistics import median

from peacebrief.inputs.checks.citation_problems import cited_keys
from peacebrief.inputs.expected.required import OPTIONAL, PARAMETERS, WORKED_OUT, assumption_stages
from peacebrief.inputs.reading.case_tables import CASE_TABLES, REFERENCE_TABLES
from peacebrief.inputs.reading.source import DECLARED


def test_no_row_of_evidence_is_lost(ukraine, project):
    """Every row typed into a table arrives, in its order; how many there are is the analyst's affair."""
    for name in REFERENCE_TABLES | CASE_TABLES:
        table = getattr(ukraine.tables, name)
        with (project / "inputs" / table.file).open(encoding="utf-8", newline="") as text:
            typed = [record for record in csv.DictReader(text) if any(record.values())]
        keys = ["/".join(record[column] for column in table.rows[0].KEY if record[column]) for record in typed]
        assert [row.row_key() for row in table.rows] == keys != [], name


def test_every_source_cited_has_a_record(ukraine, project):
    records = {source.key for source in ukraine.tables.sources.rows}
    assert cited_keys(project / "inputs") - records == {DECLARED}


def test_every_record_is_cited(ukraine, project):
    assert {source.key for source in ukraine.tables.sources.rows} <= cited_keys(project / "inputs")


def test_every_row_says_how_it_is_known(ukraine):
    for _, table in ukraine.tables.evidence():
        for row in table.rows:
            assert row.locator, row
            assert row.checked or row.basis == "recalled", row


def test_a_row_that_rests_on_recalled_documents_alone_is_called_recalled(ukraine):
    recalled = {source.key for source in ukraine.tables.sources.rows if "recalled" in source.marks()}
    for _, table in ukraine.tables.evidence():
        for row in table.rows:
            assert set(row.sources()) - recalled or row.basis in {"recalled", "judgement"}, row


def test_a_quote_has_at_most_25_words(ukraine):
    for _, table in ukraine.tables.evidence():
        for row in table.rows:
            assert len(getattr(row, "quote", "").split()) <= 25, row


def test_a_record_read_through_a_mirror_is_marked(ukraine):
    for source in ukraine.tables.sources.rows:
        if "through a mirror" in (source.note or "") or "through mirrors" in (source.note or ""):
            assert {"mirror", "weak-host"} & set(source.marks()), source


def test_a_document_has_one_record(ukraine):
    addresses = Counter(source.url for source in ukraine.tables.sources.rows if source.url)
    assert [address for address, count in addresses.items() if count > 1] == []


def test_the_assumptions_of_each_stage_are_those_the_roles_and_postures_need(ukraine):
    tasks = {name: role.tasks for name, role in ukraine.settings.roles.items()}
    needed = assumption_stages(tasks=tasks, postures=ukraine.settings.logistics.postures)
    assert {row.id: row.stage for row in ukraine.tables.assumptions.rows if row.id not in OPTIONAL} == needed


def test_weights_of_each_role_sum_to_one(ukraine):
    for role in ukraine.settings.roles:
        weights = [row.weight for row in ukraine.tables.method_weights.rows if row.role == role]
        assert math.isclose(math.fsum(weights), 1.0)


def test_every_drawn_method_is_weighed_for_some_role_or_is_a_parameter(ukraine):
    drawn = {row.method for row in ukraine.tables.sizing_methods.rows if row.method}
    weighed = {row.method for row in ukraine.tables.method_weights.rows}
    assert drawn - weighed == set(PARAMETERS)
    assert weighed - drawn == set(WORKED_OUT)


def test_the_blind_set_is_the_one_chosen_beforehand(ukraine):
    blind = {row.id for row in ukraine.tables.missions.rows if row.split == "test"}
    assert blind == {"UNMEE", "UNIKOM", "UNPREDEP", "UNIFIL2", "UNMIL", "MINUSMA", "KFOR", "EFP22"}


def test_the_mission_sets_give_the_known_counts_and_constant(ukraine):
    # Counts and the geometric mean of 3,636 were worked out by hand before there was a model.
    line = [row for row in ukraine.tables.missions.rows if row.sizing_driver in {"line", "line+area"} and row.line_km]
    line = [row for row in line if row.id not in {"UNFICYP14", "CISPKF"}]
    train = [math.log(row.strength) for row in line if row.split == "train"]
    people = [row for row in ukraine.tables.missions.rows
              if row.sizing_driver in {"population", "population+line", "ceiling"} and row.population]  # fmt: skip
    assert (len(line), len(train), len(people)) == (9, 5, 22)
    assert round(math.exp(math.fsum(train) / len(train))) == 3636
    assert Counter(row.lead == "UN" or row.lead.startswith("UN/") for row in people) == {True: 13, False: 9}


def test_medians_of_proposals_by_role_are_those_known_from_the_evidence(ukraine):
    sizes: dict[str, list[float]] = {}
    for row in ukraine.tables.proposals.rows:
        if row.force_central and row.role_class not in {"other", "pre_2022"}:
            sizes.setdefault(row.role_class, []).append(row.force_central)
    assert {name: (len(values), median(values)) for name, values in sizes.items()} == {
        "monitoring": (2, 10_500),
        "reassurance": (14, 21_250),
        "deterrence": (8, 102_500),
        "line_enforcement": (8, 100_000),
    }


def test_quantities_tied_to_a_theatre_fact_have_its_range(ukraine):
    facts = {row.id: (row.low, row.central, row.high) for row in ukraine.tables.theatre.rows}
    found = {row.id: (row.low, row.central, row.high) for row in ukraine.tables.assumptions.rows}
    pairs = {"line_length": "F11", "guarded_border": "F4", "population_held": "P5", "area_held": "A4"}
    for quantity, fact in pairs.items():
        assert found[quantity] == facts[fact]


def test_rotation_choices_are_the_published_rules_in_their_order(ukraine):
    rules = {row.id: row.central for row in ukraine.tables.sizing_methods.rows}
    (rotation,) = [row for row in ukraine.tables.assumptions.rows if row.id == "rotation_ratio"]
    assert [value for value, _ in rotation.pairs()] == [rules[f"ROT{number}"] for number in range(1, 5)]


def test_nothing_in_the_real_case_is_stale(ukraine):
    assert ukraine.warnings == ()
