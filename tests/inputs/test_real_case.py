"""What the real case holds: every row of the evidence, each with its source, and the numbers known from elsewhere."""

from __future__ import annotations

import csv
import math
from collections import Counter
from statistics import median

from peacebrief.inputs.checks.citation_problems import cited_keys
from peacebrief.inputs.expected.required import PARAMETERS, WORKED_OUT, assumption_stages
from peacebrief.inputs.reading.case_tables import CASE_TABLES, OPTIONAL_TABLES, REFERENCE_TABLES
from peacebrief.inputs.reading.source import DECLARED


def test_no_row_of_evidence_is_lost(ukraine, project):
    """Every row typed into a table arrives, in its order; how many there are is the analyst's affair."""
    for name in REFERENCE_TABLES | CASE_TABLES:
        table = getattr(ukraine.tables, name)
        if name in OPTIONAL_TABLES and not (project / "inputs" / table.file).exists():
            continue
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
    postures = ukraine.settings.logistics.postures
    needed = assumption_stages(tasks=tasks, postures=postures, compared=True, accession=True, attitude=True)
    assert {row.id: row.stage for row in ukraine.tables.assumptions.rows} == needed


def test_no_method_that_fits_a_role_is_a_published_proposal_or_a_ratio_to_the_population(ukraine):
    families = {row.method: row.family for row in ukraine.tables.sizing_methods.rows if row.method}
    fitting = {row.method for row in ukraine.tables.role_methods.rows if row.fits == "yes"}
    assert "gcsp_density" not in fitting
    assert {families[method] for method in fitting & families.keys()} == {"line"}


def test_every_drawn_method_is_set_beside_some_role_or_is_a_parameter(ukraine):
    drawn = {row.method for row in ukraine.tables.sizing_methods.rows if row.method}
    beside = {row.method for row in ukraine.tables.role_methods.rows}
    assert drawn - beside == set(PARAMETERS)
    assert beside - drawn == set(WORKED_OUT)


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
        if row.force_central and row.role_class not in {"other", "earlier"}:
            sizes.setdefault(row.role_class, []).append(row.force_central)
    assert {name: (len(values), median(values)) for name, values in sizes.items()} == {
        # By hand, from the numbers that the quotes name, in thousands: deterrence 25, 25, 40, 55, 80, 100, 125, 150,
        # 150 and 200; the line 50, 75, 100, 100, 105, 150 and 200.
        "observation": (1, 6_000),
        "monitoring": (1, 15_000),
        "reassurance": (14, 21_250),
        "deterrence": (10, 90_000),
        "line_enforcement": (7, 100_000),
    }


def test_quantities_tied_to_a_theatre_fact_have_its_range(ukraine):
    facts = {row.id: (row.low, row.central, row.high) for row in ukraine.tables.theatre.rows}
    found = {row.id: (row.low, row.central, row.high) for row in ukraine.tables.assumptions.rows}
    pairs = {"line_length": "F11", "guarded_border": "F4", "population_held": "P5", "area_held": "A4"}
    for quantity, fact in pairs.items():
        assert found[quantity] == facts[fact]


def test_rotation_choices_are_the_published_rules_of_equal_weight(ukraine):
    rules = {row.id: row for row in ukraine.tables.sizing_methods.rows}
    (rotation,) = [row for row in ukraine.tables.assumptions.rows if row.id == "rotation_ratio"]
    # Four rules; the British has two figures, the newer one and an older, which share its weight.
    published = [Counter({rules[f"ROT{number}"].central: 1}) for number in (1, 2, 3)]
    british = Counter({rules["ROT4"].central: 0.5, rules["ROT4"].high: 0.5})
    expected = sum(published, british)
    whole = sum(weight for _, weight in rotation.pairs())
    assert {value: 4 * weight / whole for value, weight in rotation.pairs()} == dict(expected)


def test_nothing_in_the_real_case_is_stale(ukraine):
    assert ukraine.warnings == ()
