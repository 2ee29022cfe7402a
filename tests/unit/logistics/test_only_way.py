"""Sectors without a choice of way."""

import pytest

from peacebrief.logistics.flow.flow_model import FlowModel
from peacebrief.logistics.network.loss import Loss, losses_of
from peacebrief.logistics.network.only_way import cut_off, only_way_in_words, only_ways


@pytest.fixture(scope="module")
def record(make):
    """Two crossings lead to a hub; one sector is the hub, one hangs on a railway from it, one on a sea route alone."""
    nodes = [make.source, *(make.node(name) | {"name": name.title()} for name in ("hub", "end", "isle", "gone"))]
    links = [
        make.link("road", "source>hub", corridor="n", enters_theatre=1),
        make.link("rail", "source>hub", corridor="s", mode="rail_standard", enters_theatre=1),
        make.link("last", "hub>end", corridor="in", mode="rail_broad", two_way=1),
        make.link("ship", "source>isle", corridor="sea", mode="sea", enters_theatre=1),
        make.link("back", "gone>hub", corridor="in"),
    ]
    made = make.record(nodes, links, {"hub": 0.4, "end": 0.3, "isle": 0.2, "gone": 0.1})
    corridors = [{"id": name, "in_sentence": f"the {name} way"} for name in ("n", "s", "sea", "in")]
    sectors = [row | {"name": f"{row['node'].title()}, far away"} for row in made["sectors"]]
    return made | {"corridors": corridors, "sectors": sectors}


def test_a_choice_of_crossings_is_no_only_way_but_the_last_link_is(record):
    ways = {way.name: way for way in only_ways(record)}
    assert (ways["Hub"].links, ways["Hub"].corridors) == ((), ())
    assert (ways["End"].links, ways["End"].corridors) == (("last",), ())
    assert (ways["Isle"].links, ways["Isle"].corridors) == (("ship",), ("sea",))


def test_a_road_that_only_leads_away_reaches_nobody(record):
    assert cut_off(record) == ("at_gone",)
    assert {way.name: way.cut_off for way in only_ways(record)}["Gone"]


def test_the_words_name_the_way(record):
    told = [only_way_in_words(way, record=record) for way in only_ways(record)]
    assert told == [
        None,
        "every way to End uses the broad-gauge railway from Hub to End",
        "every way to Isle uses the sea way and the sea route from source to Isle",
        "Gone cannot be reached at all",
    ]


def test_closed_links_cut_off_what_they_alone_lead_to(record):
    assert set(cut_off(record, closed=["road", "rail"])) == {"at_hub", "at_end", "at_gone"}
    assert cut_off(record, closed=["road"]) == ("at_gone",)


def test_a_case_without_its_closed_links_is_cut_off_where_the_largest_force_is_nothing(real):
    """Shape and flow agree: a sector cut off means that no force at all can be fed, and the other way round."""
    model = FlowModel(real.network)
    ends = [link for link in real.record["links"] if link["to_node"] == real.record["sectors"][0]["node"]]
    losses = [
        *losses_of(real.record)[::12],
        *(_closing(link["id"] for link in ends[:count]) for count in (1, len(ends))),
    ]
    losses.append(_closing(row["id"] for row in real.record["links"] if int(row["enters_theatre"])))
    lost = [cut_off(real.record, closed=loss.links) for loss in losses]
    forces = [
        model.largest_persons(
            demand_kg_per_person_day=real.demands["garrison"], limits=real.limits["central"], closed_links=loss.links
        )
        for loss in losses
    ]
    assert [bool(sectors) for sectors in lost] == [force < 1e-6 for force in forces]
    assert any(lost)
    assert not all(lost)


def _closing(links):
    closed = frozenset(links)
    return Loss(id="+".join(sorted(closed)), label="", kind="", links=closed, parts=tuple(sorted(closed)))
