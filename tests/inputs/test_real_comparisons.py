"""The real rates are the counts that their notes tell, and every judged chance says what stands beside it."""

from __future__ import annotations

import re

import pytest

from peacebrief.counting.comparator import compared, judged_chances
from peacebrief.inputs.handing_on.resolving import evidence

TABLES = ("gate_chances", "position_chances", "carry_over", "risk_chances")


@pytest.fixture(scope="module")
def tables(ukraine):
    return evidence(ukraine)["tables"]


@pytest.fixture(scope="module")
def rates(tables):
    return {row["id"]: row for row in tables["base_rates"]}


def listed(note, begin, end):
    """The names of a list inside a note."""
    return re.split(r", |; | and ", note.partition(begin)[2].partition(end)[0])


def test_the_wars_that_came_back_are_as_many_as_the_note_names(rates):
    """India and Pakistan four, China and Taiwan two, China and Vietnam three, Egypt and Israel two, and two more."""
    row, times = rates["war_again_5y"], {"once": 1, "twice": 2, "three times": 3, "four times": 4}
    told = row["note"].partition("the 13: ")[2].rstrip(".").split(", ")
    counts = [next((times[word] for word in times if pair.endswith(word)), 1) for pair in told]
    assert sum(counts) == row["events"] == 13
    parts = ("war_again_with_force", "war_again_without_force")
    assert sum(rates[name]["events"] for name in parts) == row["events"]
    assert sum(rates[name]["out_of"] for name in parts) == row["out_of"]


@pytest.mark.parametrize(
    ("name", "begin", "end"),
    [
        ("armed_force_accepted", "The six: ", ". In most"),
        ("host_consent_withdrawn", "The six: ", "; UNMIS is recalled"),
        ("war_renewed_pair", "The four: ", ". A count"),
        ("willing_state_sent", "Came: ", ". Did not"),
        ("force_used_with_russia_year", "opposite sides: ", ". It counts"),
    ],
)
def test_the_events_are_as_many_as_the_note_names(rates, name, begin, end):
    note = rates[name]["note"]
    # The two states of one war are one event.
    names = listed(note.replace("Eritrea and Ethiopia", "Eritrea"), begin, end)
    assert len(names) == rates[name]["events"]


def test_those_that_came_and_those_that_did_not_are_all_that_were_asked(rates):
    note = rates["willing_state_sent"]["note"]
    assert len(listed(note, "Came: ", ". Did not")) + len(listed(note, "Did not: ", ". Both")) == 15
    note = rates["offer_with_number_kept"]["note"]
    named = [*listed(note, "Named: ", "; Bangladesh"), *listed(note, "Spain; ", ". All but")]
    assert len(named) == rates["offer_with_number_kept"]["out_of"]


def test_counts_that_rest_on_tables_of_this_project_follow_them(tables, rates):
    alike = [row for row in tables["durations"] if row["analogue"] and not row["garrison"]]
    lasting = sum(row["years"] >= 5 for row in alike)
    assert (lasting, len(alike)) == (rates["still_there_5y"]["events"], rates["still_there_5y"]["out_of"])
    assert all(row["ended"] for row in alike if row["years"] < 5)
    led = [row["years"] for row in tables["durations"] if row["lead"] == "UN"]
    assert len(led) == rates["host_consent_withdrawn"]["out_of"] == rates["operation_ended_by_veto"]["out_of"]
    assert round(sum(led)) == rates["host_consent_withdrawn_year"]["out_of"]
    forces = {"UNEF_I", "UNSF", "UNFICYP", "UNEF_II", "UNDOF", "UNIKOM", "UNMEE", "UNISFA"}
    years = sum(row["years"] for row in tables["durations"] if row["id"] in forces)
    assert round(years) == rates["deliberate_attack_year"]["out_of"]
    kept = tables["sustained_deployments"]
    assert sum(row["deployed"] for row in kept) == rates["army_kept_abroad"]["events"]
    assert sum(row["army"] for row in kept) == rates["army_kept_abroad"]["out_of"]
    assert len({row["contributor"] for row in kept}) == rates["army_kept_abroad"]["clusters"]


def test_every_judged_chance_has_one_row_that_ties_it_or_says_why_not(tables):
    judged, found = judged_chances(tables), list(compared(tables))
    assert len(judged) == sum(len(tables[name]) for name in TABLES)
    assert [one.judged for one in found] == judged
    for one in found:
        assert len(one.comparison["note"]) > 20, one.judged
        if one.outside:
            assert len(one.comparison["explanation"]) > 20, one.judged


def test_a_judgement_stays_where_it_was_judged(tables):
    """No row of comparisons may move a chance: the tables of judged chances say nothing of rates."""
    assert all(row["basis"] == "judgement" and "base" not in row for name in TABLES for row in tables[name])


def test_every_named_rate_is_read_or_its_source_is_said_to_be_recalled(tables):
    for row in tables["base_rates"]:
        assert row["basis"] in {"found", "derived", "computed"}, row["id"]
        assert row["source"] != "declared", row["id"]
        assert row["checked"] is not None
