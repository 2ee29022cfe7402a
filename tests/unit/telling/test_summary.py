"""Covers put likelihood and confidence together; the summary has a row an option and the largest of its numbers."""

import pytest

from peacebrief.telling.pages import summary
from peacebrief.telling.saying.said import Number, Ruling

LEVELS = {
    "none": {"label": "None", "phrase": "alone", "definition": "Nobody helps."},
    "lent": {"label": "Lent", "phrase": "with kites", "definition": "Kites are lent."},
    "full": {"label": "Full", "phrase": "with boats", "definition": "UN boats come."},
}
CASE = {
    "vocabulary": {"condition": "a truce", "patron": {"adjective": "League"}},
    "force_sizes": [9000],
    "roles": {name: {"label": name.capitalize(), "purpose": name} for name in ("watching", "holding")},
    "support_levels": LEVELS,
    "logistics": {"postures": {"calm": {"phrase": "in camp"}, "hard": {"phrase": "under fire"}}},
}
OPTIONS = [
    {"id": name, "short_label": name.capitalize(), "in_sentence": f"a {name}", "support_level": "lent"}
    for name in ("watch", "wall", "hut")
]


@pytest.fixture
def case(known):
    facts = {
        "evidence.force_size.9000": 9000.0, "evidence.proposals.count": 5.0, "evidence.proposals.median": 3000.0,
        "sizing.force.watching": (1.0, 200.0, 900.0), "sizing.force.holding": (3.0, 100.0, 800.0),
        "logistics.largest_force_drawn.hard": (1.0, 2.0, 3.0),
        "sizing.rules_tested": 5.0, "sizing.rules_that_beat_the_constant": 1.0,
        "sizing.answers_scored": 0.0,
    }  # fmt: skip
    for role in CASE["roles"]:
        facts |= {f"sizing.confidence.{role}": "low", f"sizing.methods_at_least.9000.{role}": 0.0}
        facts[f"sizing.methods_fitting.{role}"] = 2.0
        facts[f"sizing.agreement.{role}"] = 3.0
    for name, kept, chance in (("watch", 10.0, 0.03), ("wall", 30.0, 0.5), ("hut", 30.0, 0.5)):
        facts[f"generation.sustainable.{name}.lent"] = (1.0, kept, 50.0)
        facts |= {f"feasibility.joint.{name}.lent": chance, f"feasibility.confidence.{name}": "low"}
        facts |= {f"feasibility.stands.{name}.lent": 0.9, "feasibility.versions": 192.0}
        facts[f"logistics.cost_per_year.{name}"] = (1.0, 2.0, 3.0)
        facts |= {f"evidence.rows_behind_verdict.{name}": kept, f"evidence.behind_verdict.{name}.judgement": 2.0}
        facts[f"evidence.behind_verdict.{name}.recalled"] = 9.0
    gates = [{"id": "law", "in_sentence": "a mandate", "kind": "judged"}]
    return known(facts, case=CASE, options=OPTIONS, gates=gates)


def test_covers_put_verdicts_and_sizes_together(case, aloud, phrases):
    likely = aloud(case, summary.likelihood(case))
    assert likely.startswith("That every gate is passed")
    assert likely.endswith("could be scored on past missions of its kind, so no chance is given.")
    assert {"asked.gates", "sizes.methods_differ"} <= set(phrases(summary.confidence(case)))
    assert "sizes.not_tested" not in phrases(summary.confidence(case))
    assert aloud(case, summary.grades(case)) == (
        "Confidence in the verdicts is low for every option. Confidence in the sizes is low for every role."
    )


def test_how_sure_sizes_are_stands_beside_what_verdicts_rest_on(case, aloud):
    assert aloud(case, summary.firmness(case)) == (
        "Confidence in the verdicts is low for every option. Confidence in the sizes is low for every role. "
        "Of 30 inputs behind the verdict on a wall, 2 are judged and "
        "9 recalled, not re-read; the annex names them."
    )


def test_every_option_has_its_verdict_as_planned(case, aloud):
    rows = summary.verdicts(case)
    assert [row.option for row in rows] == ["watch", "wall", "hut"]
    ruled, size = Ruling("feasibility.verdict.watch.lent"), Number("generation.size.watch", "exact")
    assert rows[0].cells[:3] == ["Watch", ruled, size]
    assert aloud(case, rows[0].cells[-1]) == "90%: firm"


def test_key_numbers_are_the_largest_of_their_kind(case, aloud):
    labels = [aloud(case, row.cells[1]) for row in summary.key_numbers(case)]
    assert labels == [
        "people by the middle method, for the largest task: watching",
        "troops, the median of published proposals",
        "soldiers, the most that an option could keep in place: Hut",
        "troops that the routes could feed under fire",
        "euros a year for the option likeliest to pass: Hut",
    ]
    assert [aloud(case, row.cells[2]) for row in summary.key_numbers(case)][:2] == ["1 to 900", "5 proposals"]


def test_levels_are_explained_but_for_the_least(case, aloud):
    assert aloud(case, summary.levels(case)) == (
        "<strong>Lent:</strong> kites are lent. <strong>Full:</strong> UN boats come."
    )


def test_the_briefs_on_options_are_linked(case, aloud):
    links = '<a href="option_watch.html">Watch</a>, <a href="option_wall.html">Wall</a>'
    assert links in aloud(case, summary.elsewhere(case, web=True))
    assert "href" not in aloud(case, summary.elsewhere(case, web=False))


def test_every_word_of_likelihood_is_told_with_what_it_stands_for(case, aloud):
    told = aloud(case, summary.bands(case))
    assert told.startswith("a remote chance 0 to 5%; highly unlikely 6 to 20%; ")
    assert told.endswith("; almost certain 91 to 100%")
