"""The risks that tell each challenge, and how likely it is that many soldiers are killed, and a war."""

import pytest

from peacebrief.telling.pages import challenges

OPTIONS = [{"id": name, "in_sentence": f"a {name}"} for name in ("watch", "wall")]
CASE = {"vocabulary": {"challenges": {"raids": "Raids", "storms": "Storms", "calms": "Calms", "other": "Others"}}}


def risk(name, challenge, months=12):
    return {"id": name, "title": name.capitalize(), "challenge": challenge, "horizon_months": months}


def chances(**by_risk):
    return {f"feasibility.risk.{name}.{option}": (middle / 2, middle, 2 * middle)
            for name, middles in by_risk.items()
            for option, middle in zip(("watch", "wall"), middles, strict=True)}  # fmt: skip


def test_each_challenge_is_told_by_its_likeliest_risk_and_by_every_war(known, cells):
    facts = chances(thefts=(0.1, 0.3), raids=(0.25, 0.2), wars=(0.02, 0.02), gales=(0.5, 0.5), hail=(0.9, 0.9))
    costs = [{"risk": "wars", "toll": "war", "counted": ""}, {"risk": "thefts", "toll": "killed", "counted": ""},
             {"risk": "gales", "toll": "days", "counted": ""}]  # fmt: skip
    facts |= {"feasibility.risk_consequence.wars.war": (1.0, 1.0, 1.0),
              "feasibility.risk_consequence.thefts.killed": (1.0, 2.0, 4.0),
              "feasibility.risk_consequence.gales.days": (1.0, 2.0, 4.0)}  # fmt: skip
    listed = [risk("raids", "raids"), risk("thefts", "raids"), risk("wars", "raids", 24), risk("gales", "storms", 60),
              risk("hail", "other")]  # fmt: skip
    case = known(facts, case=CASE, options=OPTIONS, risks=listed, risk_consequences=costs)
    assert cells(case, challenges.rows(case)) == [
        ["Thefts", "highly unlikely (10%) to unlikely (30%)", "12", "2 (1 to 4) soldiers killed", "nothing found"],
        ["Wars", "a remote chance (2%)", "24", "war", "nothing found"],
        ["Gales", "a roughly even chance (50%)", "60", "2 (1 to 4) days of interruption", "nothing found"],
    ]


KILLED = {"feasibility.risk_at_least.killed.watch.10": 0.25, "feasibility.risk_at_least.killed.wall.10": 0.5}
COUNTS = {"feasibility.war_risk.0.none": (0.1, 0.3, 0.4), "feasibility.planning_horizon": 5.0}
SAID = (
    "The chance that 10 or more soldiers of the force are killed within a year is 50% for a wall and 25% for a watch."
)


ENDS = "That of a war within the year is {}% for a watch and {}% for a wall."
YEARS = (
    " At the same risk every year, each of these would come to more within 5 years than the 30% that past wars put on "
    "renewed war without a force. The register is judged for a year and has every risk in it that is a war; the other "
    "is counted."
)


@pytest.mark.parametrize(
    ("wars", "said"),
    [
        ({}, SAID),
        # Six per cent a year is 27 per cent within five years, and 8 per cent 34.
        ({"watch": 0.08, "wall": 0.06}, f"{SAID} {ENDS.format(8, 6)}"),
        (
            {"watch": 0.09, "wall": 0.08},
            f"{SAID} That of a war within the year is 9% for a watch and 8% for a wall.{YEARS}",
        ),
    ],
)
def test_deaths_and_wars_of_a_year_are_told_the_likeliest_first(known, aloud, wars, said):
    facts = KILLED | COUNTS | {f"feasibility.risk_war.{option}": chance for option, chance in wars.items()}
    assert aloud(known(facts, options=OPTIONS), challenges.tolls(known(facts, options=OPTIONS))) == said
