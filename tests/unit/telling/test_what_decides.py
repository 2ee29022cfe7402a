"""What decides is told at both ends of each input that is named, and conditions only where they were found."""

import pytest

from peacebrief.telling.deciding import conditions, what_decides

OPTIONS = [
    {"id": "watch", "short_label": "Watch", "in_sentence": "a watch", "support_level": "alone"},
    {"id": "wall", "short_label": "Wall", "in_sentence": "a wall", "support_level": "alone"},
]
JOINT = {"feasibility.joint.watch.alone": 0.3, "feasibility.joint.wall.alone": 0.0}


def ends(kind, *, label="the size", unit="", low=None, high=None, named=True, place=1, joint=0.3):
    """A row of the table: an input of the watch, likelier at its high end."""
    told = {"option": "watch", "place": place, "named": named, "input": "x", "label": label, "kind": kind, "unit": unit}
    words = {"word": "feasible", "word_low": "not feasible", "word_high": "feasible"}
    return told | {"low": low, "high": high, "joint": joint, "joint_low": 0.1, "joint_high": 0.8} | words


def facts_of(count):
    found = {}
    for place in range(1, count + 1):
        name = f"feasibility.decides.watch.{place}"
        found |= {f"{name}.low": 0.1, f"{name}.high": 0.8}
        found |= {f"{name}.word_low": "not feasible", f"{name}.word_high": "feasible"}
    return found


@pytest.fixture
def case(known):
    rows = [
        ends("number", unit="persons", low=500.0, high=12_000.0),
        ends("number", label="a share", unit="share", low=0.04, high=0.5, named=False, place=2),
        ends("event", label="whether Northland takes part", place=3),
        {
            **ends("doubt", label="a doubt", named=False, place=4),
            "joint_low": 0.3,
            "joint_high": 0.3,
            "word_low": "feasible",
        },
    ]
    return known(JOINT | facts_of(2), options=OPTIONS, decides=rows)


def test_the_likeliest_option_is_told_with_what_moves_it_most(case, aloud):
    assert aloud(case, what_decides.in_short(case)) == (
        "<strong>What decides</strong> for a watch: these inputs move its chance of 30% most, from their low end to "
        "their high end. The size: 10% to 80%. "
        "Whether Northland takes part: 10% to 80%."
    )


def test_that_no_input_alone_moves_it_is_told(known, aloud):
    case = known(JOINT, options=OPTIONS, decides=[ends("event", named=False)])
    assert aloud(case, what_decides.in_short(case)) == (
        "<strong>What decides</strong> for a watch (30%): no input alone moves the chance or the verdict."
    )


def test_inputs_that_move_it_are_ranked_whether_they_are_named_or_not(case, cells):
    rows = cells(case, what_decides.ranked(case))
    assert [row[:3] for row in rows] == [
        ["Watch", 1, "the size"],
        ["Watch", 2, "a share"],
        ["Watch", 3, "whether Northland takes part"],
    ]
    assert rows[1][3:] == ["4%: 10%, not feasible", "50%: 80%"]
    assert rows[2][3:] == ["it does not: 10%, not feasible", "it does: 80%"]


@pytest.mark.parametrize(
    ("kind", "low", "high"),
    [("model", "share of armies", "count of brigades"), ("doubt", "low end", "high end")],
)
def test_what_is_no_number_has_words_for_its_ends(case, aloud, kind, low, high):
    assert [aloud(case, what_decides.end_words(ends(kind), end)) for end in ("low", "high")] == [low, high]


def box(question, place, terms):
    return {"question": question, "place": place, "terms": terms, "option": "watch"}


def measured(question, place):
    name = f"feasibility.box.{question}.{place}"
    shares = {"density": 0.9, "coverage": 0.6, "base_rate": 0.4, "stability": 0.95}
    return {f"{name}.{part}": share for part, share in shares.items()}


ASKED = "Asked of a watch, the option nearest to passing whose gates of manpower both open and fail."
FAILS = "Where Northland stays away, those gates fail in 90% of draws; this covers 60% of all failures."
OPENS = "Where all come, they open in 90% of draws; this covers 60% of all draws in which they open."


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ([("fails", 1, "Northland stays away"), ("opens", 1, "all come")], f"{ASKED} {FAILS} {OPENS}"),
        (
            [("fails", 1, "Northland stays away"), ("fails", 2, "it rains")],
            (
                f"{ASKED} {FAILS} In the draws that are left, where it rains, they fail in 90%; this covers another "
                "60%. No condition of so few terms tells well enough when they open."
            ),
        ),
        (
            [("opens", 1, "all come"), ("opens", 2, "it rains")],
            (
                f"{ASKED} No condition of so few terms tells well enough when they fail. {OPENS} "
                "In the draws that are left, where it rains, they open in 90%; this covers another 60%."
            ),
        ),
        (
            [],
            (
                "Of no option do the gates of manpower both open and fail often enough to look for conditions, "
                "or none was found."
            ),
        ),
    ],
)
def test_conditions_are_told_as_they_were_found(known, aloud, found, told):
    facts = {name: value for one in found for name, value in measured(*one[:2]).items()}
    case = known(facts, options=OPTIONS, boxes=[box(*one) for one in found])
    assert aloud(case, conditions.answer(case)) == told


def test_every_condition_has_a_row_with_how_much_it_says(known, cells):
    found = [("fails", 1, "Northland stays away"), ("opens", 1, "all come")]
    facts = {name: value for one in found for name, value in measured(*one[:2]).items()}
    case = known(facts, options=OPTIONS, boxes=[box(*one) for one in found])
    assert cells(case, conditions.measured(case)) == [
        ["They fail", "Northland stays away", "40%", "90%", "60%", "95%"],
        ["They open", "all come", "40%", "90%", "60%", "95%"],
    ]
