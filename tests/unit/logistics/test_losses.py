"""What each loss closes, and what it is called."""

from itertools import combinations

import pytest

from peacebrief.logistics.network.loss import losses_of


def corridor(name, label, *, country=None, in_article=0, inside=0):
    sentence = f"the ways of {label}"
    return {"id": name, "label": label, "in_sentence": sentence, "country": country, "in_article": in_article} | {
        "inside": inside
    }


@pytest.fixture(scope="module")
def record(make):
    """A country north of the theatre with two railways and a road, one south of it with a railway and a port."""
    nodes = [
        make.node("depot", kind="origin", country="XA"),
        make.node("north", country="XN"),
        make.node("south", country="XS"),
        make.node("inner"),
        make.node("target"),
    ]
    links = [
        make.link("a", "depot>north", corridor="n"),
        make.link("b", "depot>south", corridor="s", transit_countries="XN; XS"),
        make.link("nr", "north>inner", corridor="n", mode="rail_standard", enters_theatre=1),
        make.link("nr2", "north>inner", corridor="n_broad", mode="rail_broad", enters_theatre=1),
        make.link("nw", "north>inner", corridor="n", enters_theatre=1),
        make.link("shut", "north>inner", corridor="n", enters_theatre=1, open=0),
        make.link("sr", "south>target", corridor="s", mode="rail_standard", enters_theatre=1),
        make.link("sea", "south>target", corridor="sea", mode="sea", enters_theatre=1),
        make.link("in", "inner>target", corridor="in", two_way=1),
    ]
    corridors = [
        corridor("n", "Northland, standard gauge", country="XN", in_article=1),
        corridor("n_broad", "Northland, broad gauge", country="XN", in_article=1),
        corridor("s", "Southland", country="XS"),
        corridor("sea", "Sea"),
        corridor("in", "Inside", country="XT", inside=1),
    ]
    return make.record(nodes, links, {"target": 1.0}) | {"corridors": corridors}


def by_id(record):
    return {loss.id: loss for loss in losses_of(record)}


def test_a_country_closes_every_open_link_that_touches_it(record):
    losses = by_id(record)
    assert losses["xn"].links == {"a", "b", "nr", "nr2", "nw"}  # b runs through it
    assert losses["xs"].links == {"b", "sr", "sea"}
    assert (losses["xn"].label, losses["xn"].kind) == ("Northland", "country")


def test_the_theatre_itself_and_transit_far_away_are_no_loss(record):
    assert "xt" not in by_id(record)
    assert "xa" not in by_id(record)


def test_a_corridor_and_a_mode_close_crossings_alone(record):
    losses = by_id(record)
    assert losses["corridor_n"].links == {"nr", "nw"}
    assert losses["corridor_n"].label == "the ways of Northland, standard gauge"
    assert losses["mode_rail"].links == {"nr", "nr2", "sr"}
    assert losses["mode_rail"].label == "all rail crossings"
    assert losses["mode_sea"].links == {"sea"}
    assert "corridor_in" not in losses


def test_pairs_close_both_and_are_named_by_both(record):
    losses = by_id(record)
    assert losses["xn+xs"].links == losses["xn"].links | losses["xs"].links
    assert (losses["xn+xs"].label, losses["xn+xs"].kind) == ("Northland and Southland", "countries")
    assert losses["mode_rail+mode_sea"].kind == "modes"
    assert losses["corridor_s+mode_road"].kind == "mixed"
    assert losses["corridor_s+mode_road"].label == "the ways of Southland together with all road crossings"


def test_a_pair_that_says_nothing_new_is_left_out(record):
    losses = by_id(record)
    assert "corridor_sea+xs" not in losses  # the country takes the sea with it
    assert "corridor_sea+mode_sea" not in losses
    singles = [loss for loss in losses.values() if len(loss.parts) == 1]
    pairs = {frozenset(loss.parts) for loss in losses.values() if len(loss.parts) == 2}
    new = [
        {one.id, other.id}
        for one, other in combinations(singles, 2)
        if max(one.links, other.links, key=len) != one.links | other.links
    ]
    assert pairs == set(map(frozenset, new))


def test_the_losses_of_the_case_include_the_questions_of_the_article(real):
    losses = by_id(real.record)
    article = {str(row["country"]).lower() for row in real.record["corridors"] if int(row["in_article"])}
    assert len(article) == 3
    assert article <= set(losses)
    assert {"+".join(sorted(pair)) for pair in combinations(article, 2)} <= set(losses)
    trio = losses["+".join(sorted(article))]
    assert trio.links == frozenset().union(*(losses[country].links for country in article))
    for country in article:
        assert losses[country].label in trio.label


def test_parts_come_before_the_losses_they_belong_to(real):
    seen = set()
    for loss in losses_of(real.record):
        assert len(loss.parts) == 1 or set(loss.parts) <= seen
        seen.add(loss.id)


def test_no_loss_closes_a_link_that_is_closed_already(real):
    opened = {row["id"] for row in real.record["links"] if int(row["open"])}
    assert len(opened) < len(real.record["links"])
    assert all(loss.links <= opened for loss in losses_of(real.record))
