"""What the real case says of who would send troops: known counts, and what must not be mixed up."""

from __future__ import annotations

import pytest

from peacebrief.inputs.handing_on.resolving import stage_record


def test_polls_are_those_of_the_evidence_by_group(ukraine):
    assert {row.comparable_group for row in ukraine.tables.polls.rows} == {"A", "B", "C", "D", "E", "F", "H"}


def test_the_british_army_is_counted_by_its_trained_soldiers(ukraine):
    army = {row.id: row for row in ukraine.tables.contributors.rows}["united_kingdom"]
    assert (army.army_trained, army.army_active) == (71_000, 75_000)


def test_strengths_of_one_series_are_never_of_armies_counted_in_two_ways(ukraine):
    # The French and Italian counts of 1990 hold the gendarmerie and the carabinieri, those of 2024 do not.
    series = {(row.contributor, row.year): row.series for row in ukraine.tables.army_strengths.rows}
    for country in ("france", "italy"):
        assert series[country, 1990] != series[country, 2024]
    assert series["germany", 1990] == series["germany", 2024]


def test_strengths_are_those_of_the_claim_that_they_judge(ukraine):
    persons = {(row.contributor, row.year): row.persons for row in ukraine.tables.army_strengths.rows}
    found = [persons[country, year] for country in ("germany", "italy", "spain") for year in (2010, 2018)]
    assert [round(count, -3) for count in found] == [251_000, 181_000, 359_000, 342_000, 223_000, 196_000]


def test_the_united_states_send_no_troops_under_any_option(ukraine):
    assert "united_states" not in {row.contributor for row in ukraine.tables.option_contributors.rows}


def test_framework_nations_are_those_of_the_article_and_those_that_lead_the_coalition(ukraine):
    leading: dict[str, set[str]] = {}
    for row in ukraine.tables.option_contributors.rows:
        if row.framework:
            leading.setdefault(row.option, set()).add(row.contributor)
    assert leading == {
        "nato_led": {"united_kingdom", "france", "germany", "poland"},
        "european_coalition": {"united_kingdom", "france"},
        "layered": {"united_kingdom", "france"},
    }


def test_the_layered_arrangement_draws_on_the_coalition(ukraine):
    members: dict[str, set[str]] = {}
    for row in ukraine.tables.option_contributors.rows:
        members.setdefault(row.option, set()).add(row.contributor)
    assert members["layered"] == members["european_coalition"]


def test_chances_are_judged_and_rise_with_what_a_government_has_said(ukraine):
    rows = ukraine.tables.position_chances.rows
    assert {(row.basis, row.confidence) for row in rows} == {("judgement", "low")}
    for level in ukraine.settings.support_levels:
        central = [row.central for row in rows if row.support_level == level]
        by_word = {row.position: row.central for row in rows if row.support_level == level}
        order = ("no", "unstated", "conflicting", "conditional", "yes")
        assert sorted(central) == sorted(by_word.values())
        assert [by_word[word] for word in order] == sorted(by_word[word] for word in order)


def test_every_member_of_an_option_follows_the_common_will(ukraine):
    tied = {row["quantity"] for row in stage_record(ukraine, "generation")["correlations"]}
    members = {row.contributor for row in ukraine.tables.option_contributors.rows}
    assert {f"position.{name}" for name in members} <= tied


def test_a_state_without_counted_brigades_says_why_and_belongs_to_one_option_only(ukraine):
    unknown = {row.id for row in ukraine.tables.contributors.rows if row.brigades_central is None}
    assert all(
        "counts its brigades" in row.brigades_note for row in ukraine.tables.contributors.rows if row.id in unknown
    )
    assert {row.option for row in ukraine.tables.option_contributors.rows if row.contributor in unknown} == {
        "un_mission"
    }


@pytest.mark.parametrize(("name", "values"), [("horizon_ratio", (3, 4, 5))])
def test_the_gates_of_the_dossier_have_its_ranges(ukraine, name, values):
    (row,) = [row for row in ukraine.tables.assumptions.rows if row.id == name]
    assert (row.low, row.central, row.high) == values


def test_the_effort_of_every_member_follows_that_of_all(ukraine):
    tied = {row["quantity"] for row in stage_record(ukraine, "generation")["correlations"]}
    members = {row.contributor for row in ukraine.tables.option_contributors.rows}
    assert {f"sustained_share.{name}" for name in members} <= tied


def test_the_larger_contributors_have_commitments_and_none_is_a_garrison(ukraine):
    bound: dict[str, float] = {}
    for row in ukraine.tables.commitments.rows:
        bound[row.contributor] = bound.get(row.contributor, 0) + row.troops
        assert "garrison" not in row.operation.casefold()
    larger = "united_kingdom france germany italy spain poland netherlands canada denmark turkey norway sweden"
    assert set(larger.split()) <= set(bound)
    armies = {row.id: row.army_active for row in ukraine.tables.contributors.rows}
    assert all(0 < troops < 0.12 * armies[name] for name, troops in bound.items())


def test_a_land_part_that_was_never_spoken_of_is_capped_with_its_reason(ukraine):
    capped = [row for row in ukraine.tables.option_contributors.rows if row.contributor == "turkey"]
    assert all(row.most is not None for row in capped)
    for row in capped:
        if row.option != "un_mission":
            assert (row.most, row.basis) == (500, "judgement")
            assert "maritime part alone" in row.note
