"""From a printed number to its sources."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from plain_words import SAY

from peacebrief.briefs.citing.citations import SourceEntry
from peacebrief.briefs.trail.families import Counted, families, rests_on
from peacebrief.briefs.trail.trail_data import trail_data
from peacebrief.briefs.trail.trail_register import told_rows
from peacebrief.briefs.trail.trails import Trails
from peacebrief.facts import Fact

ASSUMED = {
    "quality": "high", "impact": "high", "locator": "", "note": "", "choices": "", "distribution": "pert",
    "checked": None, "stage": "sizing", "unit": "km", "low": 900.0, "central": 950.0, "high": 1200.0,
}  # fmt: skip
KEYS = ("atlas", "book", "count", "diary")


def assumption(name, source, **other):
    return ASSUMED | {"id": name, "label": f"Number {name}", "basis": "found", "source": source} | other


ASSUMPTIONS = [
    assumption("line", "book"),
    assumption("width", "declared", basis="judgement", unit="share", low=0.1, central=0.25, high=0.5),
    assumption("pair", "diary;atlas;declared"),
]
MISSION = {"id": "M1", "name": "First mission", "strength": 1200.0, "basis": "recalled", "source": "count"}
EVIDENCE = {
    "assumptions": ASSUMPTIONS,
    "tables": {"missions": [MISSION | {"id": f"M{place}"} for place in range(1, 10)]},
    "case": {"feasibility": {"years": [3, 5]}, "seed": 7},
}
ORIGINS = ["assumption:line", "assumption:width", "assumption:pair", "table:missions.csv#M1", "table:case.yaml#seed"]
CITED = {"assumption:line": {"book"}, "assumption:pair": {"diary", "atlas"}, "table:missions.csv#M1": {"count"}}


def fact(name, because, value=1.0, **other):
    told = {"label": f"Fact {name}", "unit": "persons", "kind": "number", "method": "Counted."} | other
    return Fact(id=name, because=tuple(because), value=value, **told)


def source(key):
    return SourceEntry(
        key=key, short=Markup("<i>{}</i> &amp; co").format(key), full=Markup("<b>{}</b>, in full").format(key),
        url=f"https://{key}.example", archived="", marks=(("‡", "recalled"),), note="",
    )  # fmt: skip


CITATIONS = {key: source(key) for key in KEYS}


def trails_of(*facts):
    known = {one.id: one for one in facts}
    return Trails(known, evidence=EVIDENCE, names={}, marks=dict.fromkeys(known, "S1"), sources=KEYS, say=SAY)


def data_of(*facts, printed):
    return json.loads(trail_data(printed, trails=trails_of(*facts), citations=CITATIONS))


@st.composite
def worlds(draw):
    """Facts that rest on inputs and on facts before them."""
    facts = []
    for place in range(draw(st.integers(1, 8))):
        earlier = [f"fact:s.f{other}" for other in range(place)]
        facts.append(fact(f"s.f{place}", draw(st.sets(st.sampled_from(ORIGINS + earlier), min_size=1))))
    return facts


def reached(facts, name):
    """What a fact rests on in the end, by adding what is one step away until nothing is new."""
    because = {f"fact:{one.id}": set(one.because) for one in facts}
    known = {f"fact:{name}"}
    while more := {origin for one in known for origin in because.get(one, ())} - known:
        known |= more
    return {origin for origin in known if not origin.startswith("fact:")}


@given(worlds())
def test_the_sources_of_a_fact_are_those_of_everything_it_rests_on(facts):
    trails = trails_of(*facts)
    for one in facts:
        roots = reached(facts, one.id)
        assert trails.roots(one.id) == roots
        assert trails.sources_of([one.id]) == set().union(*(CITED.get(root, set()) for root in roots))
        assert trails.judged([one.id]) == any(root not in CITED for root in roots)


def test_an_input_that_is_not_there_is_named():
    with pytest.raises(ValueError, match=r"rests on table:missions\.csv#M77, which the inputs do not have"):
        trails_of(fact("s.a", ["table:missions.csv#M77"])).links(["s.a"])


def test_an_assumption_is_told_with_its_range_and_its_basis():
    told = data_of(fact("s.a", ["assumption:line", "assumption:width"]), printed=["s.a"])["inputs"]
    line, width = told["assumption:line"], told["assumption:width"]
    assert (line["range"], line["basis"], line["href"]) == (
        "950 (900 to 1,200) km",
        "found",
        "annex.html#assumption-line",
    )
    assert (width["range"], width["basis"], width["sources"]) == ("25% (10% to 50%)", "judgement", [])


def test_a_fact_is_told_with_its_method_its_mark_and_all_its_sources():
    facts = [fact("s.a", ["assumption:line"]), fact("s.b", ["fact:s.a", "table:missions.csv#M1"], value=15.0)]
    data = data_of(*facts, printed=["s.b"])
    told = data["facts"]["s.b"]
    assert (told["value"], told["method"], told["mark"]) == ("15", "Counted.", "S1")
    assert told["annex"] == "annex.html#fact-s.b"
    assert [data["sources"][number]["short"] for number in told["sources"]] == ["book & co", "count & co"]
    assert data["inputs"]["fact:s.a"]["href"] == "annex.html#fact-s.a"
    assert data["inputs"]["table:missions.csv#M1"]["label"] == "Past mission: First mission"


def test_only_what_a_page_prints_is_told():
    facts = [fact("s.a", ["assumption:line"]), fact("s.b", ["assumption:pair"])]
    data = data_of(*facts, printed=["s.b"])
    assert (list(data["facts"]), list(data["inputs"])) == (["s.b"], ["assumption:pair"])
    assert {entry["full"] for entry in data["sources"].values()} == {"atlas, in full", "diary, in full"}


def test_many_rows_of_one_table_are_counted_with_all_their_sources():
    told = data_of(fact("s.a", [f"table:missions.csv#M{place}" for place in range(1, 10)]), printed=["s.a"])
    (counted,) = told["inputs"].values()
    assert counted["label"].startswith("9 past missions")
    assert [told["sources"][number]["short"] for number in counted["sources"]] == ["count & co"]


def test_many_facts_of_one_kind_are_told_by_the_title_of_their_family():
    facts = [fact(f"claims.K{place}.verdict", ["assumption:line"], method="Judged by a reader.") for place in range(9)]
    told = data_of(*facts, fact("s.a", [f"fact:{one.id}" for one in facts]), printed=["s.a"])
    (counted,) = told["inputs"].values()
    assert (counted["label"], counted["basis"]) == ("9 results: Claims judged", "judged")


def test_a_panel_tells_the_range_its_unit_and_what_the_number_shown_is():
    drawn = fact(
        "s.a", ["assumption:line"], kind="quantiles", value=None, p5=680.0, p50=14071.0, p95=19e3, central=7491.0
    )
    told = data_of(drawn, printed=["s.a"])["facts"]["s.a"]
    assert (told["value"], told["shown"]) == ("14,000 (680 to 19,000)", "14,000 (680 to 19,000) persons")
    assert told["note"].startswith("The number shown is the median of the draws;")
    assert told["note"].endswith("the result is 7,500.")


FACTS = [
    fact("s.a.one", ["assumption:line"]),
    fact("s.a.two", ["assumption:pair"]),
    fact("s.b.one", ["assumption:line"]),
    fact("s.b.two", ["assumption:width"]),
]


def register_of(facts, *, elsewhere=(), here=()):
    (family,) = families(facts)
    told = told_rows(family, trails=trails_of(*facts), elsewhere=elsewhere, here=here)
    return [(one.fact.id, one.origins, one.sources and re.sub(r"<[^>]*>", "", one.sources)) for one in told]


def test_a_row_that_another_page_leads_to_tells_everything_itself():
    every = {one.id for one in FACTS}
    assert sorted(register_of(FACTS, elsewhere=every)) == [
        ("s.a.one", ["assumption:line"], "2"), ("s.a.two", ["assumption:pair"], "1, 4"),
        ("s.b.one", ["assumption:line"], "2"), ("s.b.two", ["assumption:width"], "own judgement"),
    ]  # fmt: skip


def test_in_a_long_list_of_this_page_the_sources_are_never_out_of_sight():
    facts = [fact(f"s.a.{place:02}", ["assumption:line"]) for place in range(30)]
    told = [sources for _, _, sources in register_of(facts, here={one.id for one in facts})]
    assert [place for place, sources in enumerate(told) if sources != "as above"] == [0, 8, 16, 24]
    assert all(origins for _, origins, _ in register_of(facts, here={one.id for one in facts}))


def test_what_points_up_stands_under_a_row_that_tells():
    facts = [fact(f"s.a.{place:02}", ["assumption:line"]) for place in range(12)]
    told = register_of(facts, elsewhere={"s.a.11"}, here={"s.a.07", "s.a.09"})
    assert [(name, sources) for name, _, sources in told[:4]] == [
        ("s.a.07", "2"), ("s.a.09", "as above"), ("s.a.11", "2"), ("s.a.00", None),
    ]  # fmt: skip


def test_a_row_that_no_page_prints_leaves_its_sources_to_its_inputs():
    told = {name: (origins, sources) for name, origins, sources in register_of(FACTS, elsewhere={"s.b.one"})}
    assert told["s.a.two"] == (["assumption:pair"], None)
    assert told["s.a.one"] == (None, None)
    assert told["s.b.two"] == (["assumption:width"], "own judgement")


def test_what_is_counted_names_the_first_of_its_rows():
    rows = [f"table:missions.csv#M{place}" for place in range(1, 10)]
    assert rests_on(rows) == rows
    (counted,) = rests_on(rows, named_at_most=8)
    assert counted == Counted(9, "table", "missions.csv", first=rows[0])


@given(st.text())
def test_no_text_ends_the_data_or_is_lost(label):
    hostile = fact("s.a", ["assumption:line"], label=f"</script><!--{label}")
    text = trail_data(["s.a"], trails=trails_of(hostile), citations=CITATIONS)
    assert not set(text) & set("<>&\u2028\u2029")
    assert json.loads(text)["facts"]["s.a"]["label"].startswith("</script><!--")


@given(st.permutations(["s.a", "s.b", "s.c"]))
def test_the_data_do_not_hang_on_the_order_of_printing(printed):
    facts = [fact("s.a", ["assumption:line"]), fact("s.b", ["fact:s.a"]), fact("s.c", ["assumption:pair"])]
    trails = trails_of(*facts)
    told = trail_data(printed, trails=trails, citations=CITATIONS)
    assert told == trail_data(sorted(printed), trails=trails, citations=CITATIONS)
