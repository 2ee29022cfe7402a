"""Whatever is wrong with the tables of who would send troops is said in one sentence each."""

from __future__ import annotations

import pytest

A, CASE = "island/assumptions.csv", "island/case.yaml"
OPTIONS, MEMBERS, CHANCES = "island/options.csv", "island/option_contributors.csv", "island/position_chances.csv"
SHARES, POLLS, ARMIES = "island/option_requirements.csv", "island/polls.csv", "reference/army_strengths.csv"
CONTRIBUTORS = "island/contributors.csv"

CELLS = {
    "unknown role of an option": (OPTIONS, "observers", "role", "monitors", ("not a role of the case", "monitoring?")),
    "unknown level of an option": (OPTIONS, "observers", "support_level", "alon", ("of the support_levels", "alone?")),
    "unknown level of a chance": (CHANCES, "yes/helped", "support_level", "help", ("of the support_levels", "helped?")),
    "unknown option": (MEMBERS, "observers/northland", "option", "observer", ("not in options.csv", "observers?")),
    "unknown contributor": (
        MEMBERS, "observers/eastland", "contributor", "estland", ("not in contributors.csv", "eastland?"),
    ),
    "unknown position": (MEMBERS, "observers/eastland", "position", "perhaps", ("not in the closed list",)),
    "unknown kind of troops": (SHARES, "observers/monitors", "force_type", "monitor", ("mean monitors?",)),
    "too few framework nations": (
        OPTIONS, "separation", "framework_needed", "2", ("2 framework nations are needed and 1 named",),
    ),
    "a cap of nobody": (MEMBERS, "observers/eastland", "most", "0", ("0 leaves nobody",)),
    "a cap below nought": (MEMBERS, "observers/eastland", "most", "-300", ("-300 is below nought",)),
    "probability above one": (CHANCES, "yes/helped", "high", "97", ("97 is above 1",)),
    "probabilities out of order": (CHANCES, "yes/alone", "low", "0.85", ("0.85 is above central (0.8)",)),
    "support that puts off": (CHANCES, "yes/helped", "low", "0.5", ("0.5 is below the 0.6 of the level alone",)),
    "shares that do not sum": (SHARES, "observers/monitors", "share", "0.6", ("option observers sum to 0.9",)),
    "poll of more than all": (POLLS, "Q1", "oppose", "60", ("the answers add up to 130 per cent",)),
    "poll share above all": (POLLS, "Q4", "oppose", "170", ("170 is above 100",)),
    "poll of an unknown state": (POLLS, "Q3", "contributor", "soutland", ("not in contributors.csv", "southland?")),
    "poll that ends before it starts": (POLLS, "Q1", "fieldwork_end", "2029-09", ("2029-09 is before the start",)),
    "poll of nobody": (POLLS, "Q1", "sample", "0", ("0 asked is nobody",)),
    "poll of an unknown group": (POLLS, "Q1", "comparable_group", "Z", ("not in the closed list",)),
    "nobody under arms": (ARMIES, "northland_1990_league", "persons", "0", ("0 is not above zero",)),
    "a year counted twice": (ARMIES, "northland_2020_league", "year", "1990", ("is already in row 2",)),
    "poll published before it ended": (POLLS, "Q1", "published", "2029-09", ("2029-09 is before the last day of ask",)),
    "army of a state by another id": (
        ARMIES, "northland_1990_league", "contributor", "norland", ("not the id of Northland", "write northland."),
    ),
    "army of a state by another name": (
        ARMIES, "northland_1990_league", "country", "Norland", ('"Norland" is called Northland in contributors.csv',),
    ),
    "less than one soldier": (OPTIONS, "observers", "force_low", "0.5", ("0.5 is not a size; write persons",)),
    "more trained than there are": (
        CONTRIBUTORS, "northland", "army_trained", "31000", ("31000 is above army_active",),
    ),
    "brigades counted in part": (CONTRIBUTORS, "southland", "brigades_low", "", ("fill in all three counts of brig",)),
    "brigades out of order": (CONTRIBUTORS, "southland", "brigades_low", "2", ("2 is above brigades_central (0.5)",)),
    "brigades below none": (CONTRIBUTORS, "eastland", "brigades_low", "-1", ("-1 is negative; write zero or more",)),
    "a weight above one": (A, "brigade_model_weight", "central", "1.4", ("1.4 is above 1",)),
    "an assumption of another stage": (
        A, "rotation_ratio", "stage", "sizing", ("is read by the stages sizing and generation; write sizing;gener",),
    ),
    "an unknown stage": (A, "rotation_ratio", "stage", "sizing;generaton", ("closed list; did you mean generation?",)),
    "a stage twice": (A, "rotation_ratio", "stage", "sizing;sizing", ("names a stage twice",)),
    "a factor over nobody": (
        "island/correlations.csv", "political_will/position.eastland", "quantity", "position.estland",
        ("position.eastland?",),
    ),
}  # fmt: skip


@pytest.mark.fast_cases(5)
@pytest.mark.parametrize("what", CELLS)
def test_a_bad_cell_is_named_in_one_sentence(folder, what):
    file, row, column, value, expected = CELLS[what]
    folder.set(file, row, column, value)
    problems = folder.problems()
    assert any(all(part in problem for part in (file, *expected)) for problem in problems), problems


SETTINGS = {
    "steps that miss the end": ("size_step: 1000", "size_step: 3000", "do not end at 20000"),
    "a chance that is none": ("likely: 0.5", "likely: 1.5", "generation.likely"),
    "thresholds that fall": ("not_feasible: 0.20", "not_feasible: 0.50", "do not rise from not_feasible"),
    "a horizon that is not shown": ("planning_horizon: 5", "planning_horizon: 7", "7 is not one of the years"),
    "sizes of supply that fall": (
        "supply_sizes: [1500, 6000]",
        "supply_sizes: [6000, 1500]",
        "the numbers do not rise",
    ),
    "a size of supply twice": ("supply_sizes: [1500, 6000]", "supply_sizes: [1500, 1500]", "the numbers do not rise"),
    "a size of supply beyond all": (
        "supply_sizes: [1500, 6000]",
        "supply_sizes: [1500, 60000]",
        "60000 is above the largest_size of 20000",
    ),
    "no size of supply": ("supply_sizes: [1500, 6000]", "supply_sizes: []", "generation.supply_sizes"),
    "a size of supply that is none": (
        "supply_sizes: [1500, 6000]",
        "supply_sizes: [0, 6000]",
        "generation.supply_sizes",
    ),
    "steps without number": ("size_step: 1000", "size_step: 1", "1 makes 20000 steps; make it larger, for 1000 at"),
    "a horizon without end": ("years: [3, 5, 10]", "years: [3, 5, 1000000000]", "feasibility.years"),
    "all enablers critical": ("critical_from: 4", "critical_from: 0", "feasibility.critical_from"),
    "years that fall": ("years: [3, 5, 10]", "years: [5, 3, 10]", "the numbers do not rise"),
}


@pytest.mark.fast_cases(3)
@pytest.mark.parametrize("what", SETTINGS)
def test_a_bad_setting_is_named_in_one_sentence(folder, what):
    old, new, expected = SETTINGS[what]
    folder.replace(CASE, old, new)
    assert any(expected in problem for problem in folder.problems()), folder.problems()


def without(folder, file, **cells):
    """Remove the rows in which these columns hold these values."""
    header, *rows = folder.records(file)
    kept = [row for row in rows if any(row[header.index(name)] != value for name, value in cells.items())]
    assert len(kept) < len(rows)
    folder.save(file, [header, *kept])


def test_an_option_without_any_contributor_is_named(folder):
    without(folder, MEMBERS, option="observers")
    (problem,) = folder.problems()
    assert "observers" in problem
    assert "no contributor is named for this option" in problem


def test_a_position_without_a_chance_at_one_level_is_named(folder):
    without(folder, CHANCES, position="conditional", support_level="helped")
    (problem,) = folder.problems()
    assert "no row gives the chance of this position at the level helped" in problem
    assert "conditional" in problem


def test_an_option_without_requirements_is_named(folder):
    without(folder, SHARES, option="separation")
    (problem,) = folder.problems()
    assert "the shares of the option separation sum to 0" in problem


def test_polls_of_which_none_can_be_compared_are_named(folder):
    folder.edit_rows(POLLS, lambda rows: [["B" if cell == "A" else cell for cell in row[:9]] + row[9:] for row in rows])
    (problem,) = folder.problems()
    assert "no poll of the group A gives support, opposition and how many were asked" in problem


def test_the_host_may_be_asked_although_it_sends_no_troops(folder):
    folder.set(POLLS, "Q5", "contributor", "mainland")
    assert folder.problems() == []
