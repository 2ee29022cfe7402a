"""Who is said to send most, and what could be kept in place."""

import pytest

from peacebrief.telling.answers import contributors

WATCH = {"id": "watch", "in_sentence": "a watch", "support_level": "alone"}
WALL = {"id": "wall", "in_sentence": "a wall", "support_level": "helped"}


def sender(option, name, deployed, level="alone"):
    return {"option": option, "support_level": level, "contributor": name, "country": name.capitalize(),
            "deployed": deployed}  # fmt: skip


@pytest.fixture
def case(known):
    def of(*burden, options=(WATCH,)):
        facts = {f"generation.deployed.{row['option']}.{row['contributor']}": float(row["deployed"]) for row in burden}
        return known(facts, options=options, burden=burden)

    return of


@pytest.mark.parametrize(
    ("burden", "told"),
    [
        ([sender("watch", "nearland", 0)],
         "No state is likely enough to join a watch for a force to be put together."),
        ([sender("watch", "nearland", 1234)],
         "Of those likely to join a watch, Nearland could send 1,200."),
        ([sender("watch", "nearland", 50), sender("watch", "farland", 1234), sender("watch", "upland", 9e4, "helped")],
         "Of those likely to join a watch, Farland could send most, 1,200."),
        ([sender("watch", "nearland", 1234), sender("watch", "farland", 1234)],
         "Of those likely to join a watch, Nearland could send 1,200."),
    ],
)  # fmt: skip
def test_only_who_is_ahead_of_another_is_said_to_send_most(case, aloud, burden, told):
    known = case(*burden)
    assert aloud(known, contributors.leaders(known)) == told


def test_options_share_a_sentence_where_the_same_state_sends_a_number_printed_alike(case, aloud):
    options = (WATCH, WALL)
    alike = case(sender("watch", "netherlands", 1234), sender("wall", "netherlands", 1240, "helped"), options=options)
    assert "likely to join a watch and a wall, " in aloud(alike, contributors.leaders(alike))
    apart = case(sender("watch", "nearland", 1234), sender("wall", "nearland", 2000, "helped"), options=options)
    assert aloud(apart, contributors.leaders(apart)).count("Of those likely") == 2
    nobody = case(options=options)
    assert aloud(nobody, contributors.leaders(nobody)).startswith(
        "No state is likely enough to join a watch and a wall"
    )


def test_a_country_is_named_with_its_article(known, aloud):
    row = {**sender("watch", "nl", 100), "country": "Netherlands"}
    case = known({"generation.deployed.watch.nl": 100.0}, options=[WATCH], burden=[row])
    assert ", the Netherlands could send 100." in aloud(case, contributors.leaders(case))


def test_what_could_be_kept_in_place_is_told_beside_the_size_judged(known, aloud):
    facts = {"generation.size.watch": 1500.0, "generation.size.wall": 9000.0,
             "generation.sustainable.watch.alone": (1.0, 1234.0, 3.0),
             "generation.sustainable.wall.helped": (1.0, 800.0, 3.0)}  # fmt: skip
    case = known(facts, options=[WATCH, WALL])
    assert aloud(case, contributors.kept_in_place(case)) == (
        "How many soldiers could contributors keep in place? In the middle result "
        "1,200 for a watch of 1,500 and 800 for a wall of 9,000."
    )


TOLD = [{"kind": "mixed"}, {"kind": "levy"}, {"kind": "mixed"}]


def test_what_armies_keep_deployed_is_told_by_their_kind(known, aloud):
    facts = {"generation.kept_share.mixed": (0.01, 0.052, 0.2), "generation.kept_share.levy": (0.01, 0.071, 0.3),
             "generation.state_years": 35.0, "generation.states_counted": 13.0}  # fmt: skip
    case = known(facts, sustained_held_out=TOLD)
    assert aloud(case, contributors.kept_shares(case)) == (
        "In the middle result states keep 7% of a levy army and 5% of a mixed army deployed at a time, by 35 years of "
        "13 states."
    )


@pytest.mark.parametrize(
    ("paired", "errors", "told"),
    [
        (0.4, (0.20, 0.25), "The fit does not beat the constant."),
        (0.05, (0.20, 0.25), "The fit does not beat the constant."),
        (0.01, (0.20, 0.25), "The fit beats the constant."),
        (0.01, (0.25, 0.20), "The constant beats the fit."),
    ],
)
def test_a_lead_is_told_only_where_chance_seldom_gives_it(known, aloud, paired, errors, told):
    test = "generation.validation."
    facts = {f"{test}share.factor": 1.56, f"{test}constant.factor": 1.61, f"{test}old_rule.factor": 1.72,
             f"{test}share.mean_by_state": errors[0], f"{test}constant.mean_by_state": errors[1],
             f"{test}constant.paired": paired}  # fmt: skip
    case = known(facts)
    assert aloud(case, contributors.left_out(case)) == (
        "For states left out of the fit, half of what it tells is off by a factor of 1.6 or more; a constant share is "
        f"off by 1.6, our earlier rule by 1.7. {told}"
    )


ARMY = {"vocabulary": {"compared_army": {"adjective": "Fictional", "contributor": "far"}}}


@pytest.mark.parametrize(
    ("chance", "best", "told"),
    [
        (0.06, 5400.0, "9% of its army; that share of today’s leaves 5,400, which is not enough."),
        (
            0.30,
            7500.0,
            "At its best it has kept 9,500 in place, 9% of its army; that share of today’s leaves 7,500, which is",
        ),
        (
            0.60,
            9000.0,
            "Its record agrees: it has kept 9,500 in place, 9% of its army, and that share of today’s leaves 9,000.",
        ),
    ],
)
def test_what_a_compared_army_can_keep_is_set_beside_what_it_has_kept(known, aloud, chance, best, told):
    facts = {"generation.keeps_pledge.far": chance, "generation.best_kept.far": best,
             "generation.best_share.far": 0.088, "generation.best_deployed.far": 9500.0,
             "assumptions.compared_contribution": 7500.0,
             "generation.sustain.far": (400.0, 2600.0, 8000.0)}  # fmt: skip
    case = known(facts, case=ARMY)
    found = aloud(case, contributors.pledge(case))
    assert found.startswith("That the Fictional army can keep 7,500 in place is ")
    assert "beside what is bound elsewhere, it keeps 2,600 (400 to 8,000)." in found
    assert told in found


def test_nothing_is_said_of_a_pledge_that_is_none_and_of_a_record_that_is_none(known, aloud):
    assert contributors.pledge(known()) == ""
    facts = {"generation.keeps_pledge.far": 0.06, "assumptions.compared_contribution": 7500.0,
             "generation.sustain.far": (400.0, 2600.0, 8000.0)}  # fmt: skip
    case = known(facts, case=ARMY)
    assert aloud(case, contributors.pledge(case)).endswith("it keeps 2,600 (400 to 8,000).")
