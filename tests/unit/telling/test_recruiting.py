"""How forces changed, and how many more soldiers it would take."""

import pytest

from peacebrief.telling.pages import recruiting

OPTIONS = [{"id": name, "in_sentence": f"a {name}", "support_level": "alone"} for name in ("watch", "wall", "fence")]


def count(name, series="nato"):
    return {"contributor": name, "country": name.capitalize(), "series": series}


def test_only_forces_that_shrank_are_said_to_have_shrunk(known, aloud):
    facts = {"generation.trend.nearland.nato": -0.25, "generation.fall.nearland.nato": 0.25,
             "generation.trend.farland.nato": 0.1, "generation.trend.upland.other": -0.5}  # fmt: skip
    counts = [count("nearland"), count("nearland"), count("farland"), count("nowhere"), count("upland", "other")]
    case = known(facts, army_trend=counts)
    said = aloud(case, recruiting.trend(case))
    assert said.endswith("since the end of the Cold War: Nearland by 25%, on counts that compare like with like.")
    assert recruiting.trend(known({"generation.trend.farland.nato": 0.1}, army_trend=counts)) == ""


@pytest.fixture
def missing(known):
    """A case by the soldiers that each option lacks, and the years that recruiting takes; 30 are the most looked at."""

    def of(**options):
        facts = {"generation.settings.closing_years": 5.0, "generation.settings.longest_wait": 30.0}
        for name, (soldiers, years) in options.items():
            middles = {"soldiers_missing": soldiers, "spending": 2e9, "recruits_needed": 400.0, "years": years}
            facts |= {f"generation.{family}.{name}": (0.0, one, one + 1.0) for family, one in middles.items()}
        return known(facts, options=[row for row in OPTIONS if row["id"] in options])

    return of


def test_what_the_armies_lack_is_told_by_option(missing, aloud):
    case = missing(watch=(1000.0, 12.0), wall=(2000.0, 30.0), fence=(0.9, 0.0))
    said = aloud(case, recruiting.answer(case))
    assert said.startswith("Since most of a pool is not deployed")
    lacking = (
        "For a {} they lack {} soldiers, at 2 billion euros a year; closing that in 5 years takes 400 recruits a year"
    )
    assert lacking.format("watch", "1,000") + ", beyond those who replace losses." in said
    assert lacking.format("wall", "2,000") + ". At a pace of recruiting" in said
    assert "it takes more than 30 years for a wall, and 12 years for a watch. These sums start" in said
    assert said.endswith("Large enough in the middle result are those for a fence.")


@pytest.mark.parametrize(
    ("years", "told"),
    [
        ((30.0, 30.0), "it takes more than 30 years for a watch and a wall."),
        ((2.0, 12.0), "it takes 2 years for a watch and 12 years for a wall."),
    ],
)
def test_recruits_are_found_in_time_or_not(missing, aloud, years, told):
    case = missing(watch=(1.0, years[0]), wall=(1.0, years[1]))
    said = aloud(case, recruiting.answer(case))
    assert told in said
    assert "Large enough" not in said


def test_where_every_army_is_large_enough_nothing_is_lacking(missing, aloud):
    case = missing(watch=(0.0, 0.0), wall=(0.0, 0.0))
    assert aloud(case, recruiting.answer(case)) == "Large enough in the middle result are those for a watch and a wall."
