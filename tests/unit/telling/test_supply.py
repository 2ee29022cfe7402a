"""What is said of supply follows from what the routes carry and what losses leave, branch by branch."""

import pytest

from peacebrief.telling.answers import supply
from peacebrief.telling.saying.said import Pointer

CASE = {
    "logistics": {
        "postures": {"calm": {"phrase": "in camp"}, "hard": {"phrase": "under fire"}},
        "reference_size": 10000,
        "loss_days": [7, 90],
    }
}
ROOMY, JUST, FEW = 20000.0, 11000.0, 8000.0


@pytest.fixture
def routes(known):
    """A case by the largest forces in camp and under fire, with low and with central capacities."""

    def of(low=(ROOMY, ROOMY), central=(ROOMY, ROOMY), more=None, case=CASE, **tables):
        facts = {"logistics.reference_size": 10000.0, "logistics.cut_off": "none"}
        for name, sizes in (("low", low), ("central", central)):
            facts |= {f"logistics.largest_force.{name}.{posture}": size
                      for posture, size in zip(("calm", "hard"), sizes, strict=True)}  # fmt: skip
        return known(facts | (more or {}), case=case, **({"sectors": [], "losses": []} | tables))

    return of


CUT_OFF = {"logistics.cut_off": "the coast"}
COULD = "Even with pessimistic capacities the routes could carry the supplies of 10,000 troops"
LESS = "With the same capacities they would feed fewer:"
NOBODY = "With pessimistic capacities the routes would feed fewer than 10,000 troops:"
CENTRAL = "(with central capacities 20,000)"


@pytest.mark.parametrize(
    ("low", "said"),
    [
        ((ROOMY, JUST), f"{COULD}, in every posture."),
        ((JUST, FEW), f"{COULD} in camp (but only just). {LESS} 8,000 under fire {CENTRAL}."),
        ((ROOMY, FEW), f"{COULD} in camp. {LESS} 8,000 under fire {CENTRAL}."),
        ((FEW, 4000.0), f"{NOBODY} 8,000 in camp {CENTRAL} and 4,000 under fire {CENTRAL}."),
    ],
)
def test_the_answer_says_in_which_postures_the_reference_force_is_fed(routes, aloud, low, said):
    case = routes(low)
    assert aloud(case, supply.answer(case)) == said


def test_a_force_is_fed_where_the_largest_force_is_printed_as_large(routes):
    assert supply.carries(routes((9960.0, 0.0)), "calm")  # printed as 10,000
    assert not supply.carries(routes((9940.0, 0.0)), "calm")


def test_no_force_is_fed_where_a_sector_is_cut_off(routes, aloud):
    case = routes(more=CUT_OFF)
    said = "As the links stand, no open route reaches the coast. No force spread over all sectors could be supplied."
    assert aloud(case, supply.answer(case)) == aloud(case, supply.in_short(case)) == said


KEEP = "The routes could keep 10,000 troops supplied"
SO = "If they are pessimistic, the routes could do so"


@pytest.mark.parametrize(
    ("low", "central", "said"),
    [
        ((FEW, FEW), (FEW, FEW), "The routes could not keep 10,000 troops supplied."),
        ((JUST, JUST), (ROOMY, ROOMY), f"{KEEP} even with pessimistic capacities."),
        ((JUST, FEW), (ROOMY, ROOMY), f"{KEEP} if capacities are central. {SO} only in camp."),
        ((FEW, FEW), (ROOMY, FEW), f"{KEEP} in camp if capacities are central. {SO} in no posture."),
    ],
)
def test_the_answer_in_short_goes_from_central_to_pessimistic_capacities(routes, aloud, low, central, said):
    case = routes(low, central)
    assert aloud(case, supply.in_short(case)) == said


LOW = "low. The capacity of 3 of 9 links, and the share of them that a force would be given, are"
LIMITED = "limited. The share of the capacity of links that a force would be given is"


@pytest.mark.parametrize(("declared", "grade"), [(3.0, LOW), (0.0, LIMITED)])
def test_confidence_in_supply_is_low_where_capacities_are_declared(routes, aloud, declared, grade):
    counts = {"evidence.quality.links_declared": declared, "evidence.quality.links": 9.0}
    case = routes(more={"logistics.probability_supplied.10000.hard": 0.8} | counts)
    chance = "By this model the chance that 10,000 troops could be fed under fire is 80% (highly likely)."
    graded = f"Confidence in what the routes can carry is {grade} declared by this project."
    assert aloud(case, supply.confidence(case)) == f"{chance} {graded}"


def test_sectors_without_a_way_in_or_with_one_are_named(routes, aloud):
    only = {"logistics.only_way.coast": "the ferry to the coast"}
    case = routes(more=CUT_OFF | only, sectors=[{"id": "coast"}, {"id": "hills"}])
    first, second = (aloud(case, way) for way in supply.ways_in(case))
    assert first.startswith("<strong>As the links stand, no open route reaches the coast.</strong> A force spread")
    assert second == "There is a single way in: the ferry to the coast."
    assert supply.ways_in(routes(sectors=[{"id": "coast"}])) == []


SINGLE = {"logistics.worst_single.calm": "North", "logistics.worst_single.calm.remaining": 0.4}
PAIR = {"logistics.worst_pair.calm": "North and South", "logistics.worst_pair.calm.remaining": 0.2}


def loss(name, label, *, low, central):
    """A loss by what it leaves with low and with central capacities."""
    kind = "countries" if "+" in name else "country"
    return [{"loss": name, "label": label, "kind": kind, "posture": "calm", "capacity_case": case, "remaining": left}
            for case, left in (("low", low), ("central", central))]  # fmt: skip


THREE = loss("north+south+east", "all three", low=0.0, central=0.0)


@pytest.mark.parametrize(
    ("east", "north_and_east", "stays"),
    [
        (0.5, 0.3, ["supply.both_stay"]),
        (0.5, 0.1, ["supply.country_stays"]),
        (0.1, 0.3, ["supply.pair_stays"]),
        (0.1, 0.1, []),
    ],
)
def test_a_loss_stays_the_worst_where_none_leaves_less_in_any_case(routes, phrases, east, north_and_east, stays):
    losses = [*loss("north", "North", low=0.3, central=0.4), *loss("east", "East", low=east, central=0.6),
              *loss("north+south", "North and South", low=0.2, central=0.2), *THREE,
              *loss("north+east", "North and East", low=north_and_east, central=0.3)]  # fmt: skip
    told = phrases(supply.worst_losses(routes(more=SINGLE | PAIR, losses=losses)))
    assert told == ["supply.worst_single", "supply.worst_pair", *stays]


def test_the_worst_losses_are_told_with_what_they_leave(routes, aloud):
    losses = [*loss("north", "North", low=0.3, central=0.4), *loss("north+south", "North and South", low=0, central=0)]
    case = routes(more=SINGLE | PAIR, losses=losses)
    assert aloud(case, supply.worst_losses(case)) == (
        "Of single countries the loss of North would leave least in camp, 40% of the largest force that could be fed. "
        "Of pairs it is that of North and South, with 20% left. Both stay the worst there whether capacities are "
        "pessimistic, central or optimistic."
    )


def test_losses_are_told_only_where_there_is_something_to_lose(routes, phrases):
    one = routes(more=SINGLE, losses=loss("north", "North", low=0.3, central=0.4))
    assert phrases(supply.worst_losses(one)) == ["supply.worst_single", "supply.country_stays"]
    assert supply.worst_losses(routes()) == ""
    assert supply.worst_losses(routes(central=(0.0, 0.0), more=SINGLE)) == ""


@pytest.mark.parametrize(("days", "said"), [(90.0, "over 90"), (0.9, "under a day"), (31.7, "32")])
def test_days_until_a_stock_out_are_told_up_to_the_longest_loss(routes, aloud, days, said):
    case = routes(more={"days": days, "logistics.longest_loss": 90.0})
    assert aloud(case, supply.stock_days(case, "days")) == said


def test_what_binds_is_told_where_anybody_is_fed(routes, aloud):
    binding = {"logistics.binding.central.calm": "the ferry"}
    case = routes(more=binding)
    assert aloud(case, supply.what_binds(case)).endswith("sets the limit in camp is, the heaviest first: the ferry.")
    assert supply.what_binds(routes(central=(0.0, 0.0), more=binding)) == ""


@pytest.mark.parametrize(
    ("hard", "told"),
    [("robust", "supply.order_stays"), ("not robust: North and South change places", "supply.order_changes")],
)
def test_the_order_of_losses_is_robust_only_where_it_is_in_every_posture(routes, phrases, hard, told):
    case = routes(more={"logistics.ranking_robust.calm": "robust", "logistics.ranking_robust.hard": hard})
    assert phrases(supply.order_of_losses(case)) == [told]


@pytest.mark.parametrize(
    ("losses", "told"),
    [("the ferry", ""),
     ("the ferry and the bridge",
      " With the ferry and the bridge lost at once 3,000, enough in 40% of the draws.")],
)  # fmt: skip
def test_an_option_is_set_beside_what_is_left_in_a_fight_after_the_worst_losses(routes, aloud, losses, told):
    facts = {"logistics.worst_single_loss.hard": "the ferry",
             "logistics.largest_force_one_lost.hard": (5000.0, 7000.0, 9000.0), "feasibility.fed_set_lost.watch": 0.4,
             "logistics.largest_force_set_lost.hard": (2000.0, 3000.0, 4000.0),
             "logistics.worst_set.hard": losses}  # fmt: skip
    case = routes(more=facts, options=[{"id": "watch", "posture": "calm", "fighting_posture": "hard"}])
    assert aloud(case, supply.with_one_lost(case, "watch")) == (
        "In a fight, with the worst single loss, the ferry, 7,000 troops could still be fed under fire (5,000 to "
        f"9,000).{told}"
    )


CORRIDORS = [{"country_name": name, "in_article": named} for name, named in
             (("North", 1), ("South", 1), ("North", 1), ("East", 0))]  # fmt: skip
ASKED = CASE | {"vocabulary": {"article": {"name": "the letter"}}}


def test_the_lines_that_the_text_names_are_told_once_each(routes, aloud):
    case = routes(case=ASKED, corridors=CORRIDORS)
    assert aloud(case, supply.named_lines(case)) == "The letter names supply lines through North and South."


def test_no_lines_are_told_where_there_is_no_text_or_it_names_none(routes):
    assert supply.named_lines(routes(corridors=CORRIDORS)) == ""
    assert supply.named_lines(routes(case=ASKED, corridors=CORRIDORS[3:])) == ""


def test_the_calmest_posture_comes_first(routes):
    case = routes()
    assert (supply.postures(case), supply.calm(case)) == (["calm", "hard"], "in camp")


def test_the_map_and_the_table_are_told_with_the_reference_force(routes):
    said = supply.map_and_table(routes())
    assert said.slots == {"map": Pointer("figure", "supply_map"), "troops": supply.REFERENCE,
                          "table": Pointer("table", "largest_force")}  # fmt: skip
