"""How firmly a verdict stands follows from the share of versions that give it, by the words of decision 28."""

from dataclasses import replace

import pytest

from peacebrief.facts.fact import Fact
from peacebrief.telling.saying.said import NOTHING, Number, Ruling
from peacebrief.telling.versions import standing

INDETERMINATE = "indeterminate"


def versions(option, stands, *, ruling=INDETERMINATE, turns="the ratio", **words):
    """Facts on the versions of an option as planned; of the words not told all others have none."""
    at = f"{option}.alone"
    shares = dict.fromkeys(standing.WORDS, 0.0) | {"indeterminate": stands} | words
    return {
        f"feasibility.versions_of.{option}": 192.0,
        f"feasibility.stands.{at}": stands,
        f"feasibility.verdict.{at}": ruling,
        f"feasibility.turns.{at}": turns,
        f"feasibility.joint.{at}": 0.11,
        f"feasibility.frechet_low.{at}": 0.0,
        f"feasibility.frechet_high.{at}": 0.3,
        f"feasibility.joint_lowest.{at}": 0.02,
        f"feasibility.joint_highest.{at}": 0.21,
        **{f"feasibility.version_word.{word}.{at}": share for word, share in shares.items()},
    }


@pytest.fixture
def case(known):
    def of(**shares):
        facts, options = {"feasibility.versions": 192.0}, []
        for name, told in shares.items():
            facts |= versions(name, **told) if isinstance(told, dict) else versions(name, told)
            options.append({"id": name, "in_sentence": f"a {name}", "short_label": name.capitalize(),
                            "support_level": "alone"})  # fmt: skip
        return known(facts, options=options)

    return of


FIRM = "The verdict stands firm: {} of the 192 versions of the model give it."
LEANS = ("The verdict leans that way: {} of the 192 versions of the model give it. "
         "What turns it most often is the ratio.")  # fmt: skip
HANGS = "The verdict hangs on the ratio: only {} of the 192 versions of the model give it."


@pytest.mark.parametrize(
    ("share", "said"),
    [(1.0, FIRM), (0.8, FIRM), (0.795, FIRM), (0.7949, LEANS), (0.6, LEANS), (0.5949, HANGS), (0.01, HANGS)],
)
def test_a_verdict_stands_firm_leans_or_hangs_at_the_percentage_printed(case, aloud, share, said):
    one = case(watch=share)
    assert aloud(one, standing.told(one, "watch")) == said.format(f"{round(100 * share)}%")


def test_another_verdict_is_named_where_more_versions_give_it(case, aloud):
    one = case(watch={"stands": 0.3, "not_feasible": 0.5, "feasible": 0.2})
    assert aloud(one, standing.told(one, "watch")) == (
        HANGS.format("30%") + " More versions, 50%, give another: not feasible on current evidence."
    )
    alike = case(watch={"stands": 0.4, "not_feasible": 0.404})  # printed alike
    assert aloud(alike, standing.told(alike, "watch")) == HANGS.format("40%")


def test_all_options_together_are_grouped_by_how_firmly_they_stand(case, aloud):
    every = case(watch=1.0, wall=0.9, hut=0.7, post=0.3, gate={"stands": 0.4, "turns": "one state"}, tent=0.5)
    assert aloud(every, standing.in_short(every)) == (
        "On a watch (100%) and a wall (90%) the verdict stands firm. On a hut (70%) the verdict leans. "
        "On a post (30%) and a tent (50%) it hangs on the ratio. On a gate (40%) it hangs on one state. "
        "In brackets: how many of up to 192 versions of the model give this verdict."
    )
    assert aloud(every, standing.in_short(every, short=True)) == (
        "On a watch and a wall the verdict stands firm. On a hut the verdict leans. "
        "On a post and a tent it hangs on the ratio. On a gate it hangs on one state."
    )


@pytest.mark.parametrize(
    ("share", "said"),
    [(0.9, "On a hut the verdict stands firm."), (0.7, "On a hut the verdict leans."),
     (0.3, "On a hut it hangs on the ratio.")],
)  # fmt: skip
def test_one_option_alone_is_told_in_one_sentence(case, aloud, share, said):
    one = case(hut=share)
    assert aloud(one, standing.in_short(one, short=True)) == said


def test_options_on_which_more_versions_say_another_are_named_together(case, aloud):
    some = case(watch={"stands": 0.3, "not_feasible": 0.5}, wall={"stands": 0.2, "not_feasible": 0.7},
                hut={"stands": 0.1, "feasible": 0.6}, post=0.4)  # fmt: skip
    assert aloud(some, standing.in_short(some, short=True)) == (
        "On a watch, a wall, a hut and a post it hangs on the ratio. "
        "On a watch (50%) and a wall (70%) more versions of the model say not feasible on current evidence. "
        "On a hut (60%) more versions of the model say feasible."
    )


def test_what_turns_as_many_versions_as_printed_is_named_too(case, aloud):
    one, factors = (
        case(post=0.3),
        {"ratio": ("the ratio", 0.551), "ties": ("the ties", 0.549), "size": ("the size", 0.5)},
    )
    facts = {}
    for factor, (name, share) in factors.items():
        fact = f"feasibility.turned_by.{factor}.post.alone"
        facts[fact] = Fact(id=fact, label=fact, unit="share", kind="probability", method="made up", because=(),
                           value=share, subjects={"factor": factor}, names={"factor": name})  # fmt: skip
    one = replace(one, facts={**one.facts, **facts})
    assert aloud(one, standing.told(one, "post")).startswith("The verdict hangs on the ratio and the ties: only 30%")


def test_a_cell_has_the_share_and_the_word(case, aloud):
    one = case(watch=0.9, hut=0.7, post=0.3)
    told = [aloud(one, standing.cell(one, option)) for option in ("watch", "hut", "post")]
    assert told == ["90%: firm", "70%: leans", "30%: hangs"]


def test_chance_bounds_and_versions_stand_side_by_side(case, cells):
    some = case(watch=0.7, wall=1.0)
    rows = standing.beside_chances(some)
    assert [row.option for row in rows] == ["watch", "wall"]
    assert rows[0].cells[1:3] == [
        Ruling("feasibility.verdict.watch.alone"),
        Number("feasibility.joint.watch.alone", "percent"),
    ]
    told = cells(some, rows)
    assert told[0][3:] == ["under 1% to 30%", "2% to 21%", "70%: leans", "the ratio"]
    assert told[1][5:] == ["100%: firm", NOTHING]


def test_nothing_is_said_of_a_case_without_versions(known):
    one = known(options=[{"id": "watch", "support_level": "alone"}])
    assert standing.told(one, "watch") == standing.cell(one, "watch") == standing.in_short(one) == NOTHING
    assert standing.beside_chances(one) == []


def test_a_verdict_that_no_version_gives_hangs_on_nothing(case, aloud):
    one = case(watch={"stands": 0.0, "not_feasible": 1.0, "turns": "none of the factors"})
    assert aloud(one, standing.told(one, "watch")) == (
        "None of the 192 versions of the model gives it. More versions, 100%, give another: "
        "not feasible on current evidence."
    )
    assert aloud(one, standing.in_short(one, short=True)) == (
        "On a watch no version of the model gives the verdict. "
        "On a watch (100%) more versions of the model say not feasible on current evidence."
    )
