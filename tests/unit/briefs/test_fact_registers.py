"""The registers of facts: what each row tells, what leads where, and where the facts are to be found."""

import pytest
from markupsafe import Markup
from plain_words import SAY

from peacebrief.briefs.pages.fact_registers import FactRegisters
from peacebrief.briefs.pages.numbering import Register
from peacebrief.briefs.pages.origin_links import OriginLinks
from peacebrief.briefs.trail.axes import Axis
from peacebrief.briefs.trail.families import Counted
from peacebrief.briefs.trail.trails import Trails
from peacebrief.facts.fact import Fact, fact_about
from peacebrief.reasoning.subject import Named

ROLES = Axis(name="role", headings={"watch": "Monitoring", "wall": "Separation"})
EVIDENCE = {
    "assumptions": [{
        "id": "line", "label": "Length", "unit": "km", "low": 1.0, "central": 2.0, "high": 3.0, "choices": "",
        "basis": "found", "source": "book",
    }],
    "tables": {"missions": [{"id": "M1", "name": "First", "strength": 9.0, "basis": "recalled", "source": "count"}]},
    "case": {"feasibility": {"years": [3, 5]}, "seed": 7},
}  # fmt: skip


def force(role, **told):
    told = {"method": "Length by density.", "because": ("assumption:line",), "unit": "persons"} | told
    named = {"role": Named(role, role.capitalize())}
    return fact_about("sizing.force.{role}", named, label="{role}: troops", kind="number", value=1234.0, **told)


VERDICT = Fact(id="sizing.grade", label="Grade", unit="words", kind="words", value="low", method="Read off.",
               because=("fact:sizing.force.watch", "table:missions.csv#M1"))  # fmt: skip
FACTS = [force("watch"), force("wall"), VERDICT]


@pytest.fixture
def trails():
    known = {one.id: one for one in FACTS}
    return Trails(
        known, evidence=EVIDENCE, names={}, marks=dict.fromkeys(known, "Si1"), sources=["book", "count"], say=SAY
    )


@pytest.fixture
def registers(trails):
    def of(medium, *, printed=(), register=None):
        return FactRegisters(register or Register(), medium, trails=trails, axes=[ROLES], printed=printed)

    return of


def rows(tables):
    return {row.cell.place: row for table in tables for family in table.families for row in family.rows}


def test_every_fact_has_a_row_with_what_it_rests_on_and_its_sources(registers):
    told = rows(registers("web", printed=["sizing.grade", "sizing.force.watch"]).by_family())
    grade, watch = told["fact-sizing.grade"], told["fact-sizing.force.watch"]
    assert (grade.called, grade.mark, grade.cell.value, grade.unit, grade.cell.is_number) == (
        "Grade", "Si1", "low", "", False
    )  # fmt: skip
    assert (watch.cell.value, watch.unit, watch.cell.is_number) == ("1,200", "persons", True)
    assert watch.origins == '<a href="#assumption-line">line</a>'
    assert watch.sources == '<a href="#source-book">1</a>'


def test_a_row_like_the_one_above_leaves_its_origins_and_sources_out(registers):
    told = rows(registers("web").by_family())
    below = [told[f"fact-sizing.force.{role}"] for role in ("wall", "watch")]
    assert [row.origins is None for row in below] == [False, True]
    assert [row.sources for row in below] == [None, None]


def test_what_stands_in_other_tables_has_no_row(registers, monkeypatch):
    monkeypatch.setattr("peacebrief.briefs.pages.fact_registers.IN_MATRICES", {"sizing_force_by_role"})
    assert set(rows(registers("web").by_family())) == {"fact-sizing.grade"}


def test_facts_told_are_found_where_they_stand(registers):
    register = Register()
    list(registers("web", register=register).by_family())
    assert register.place_of("sizing.force.wall") == "fact-sizing.force.wall"
    assert register.tables == {"facts-1": "1", "facts-2": "2"}


def test_on_paper_facts_that_differ_in_one_subject_share_a_row(registers):
    printed = [one.id for one in FACTS]
    by_role, single = registers("pdf", printed=printed).by_axis()
    assert (by_role.stage, by_role.axis, by_role.heads) == ("Sizing", "role", ["Monitoring", "Separation"])
    assert (by_role.columns, by_role.span, by_role.is_narrow) == ("2", "3", True)
    (group,) = by_role.groups
    assert (group.place, group.unit, group.sources) == ("told-1-1", "persons", '<a href="#source-book">1</a>')
    assert [cell.place for cell in group.rows[0].cells] == ["fact-sizing.force.watch", "fact-sizing.force.wall"]
    assert (single.axis, single.heads, single.columns) == ("", [], "1")


def test_of_facts_that_no_other_page_prints_only_the_method_is_told(registers):
    before = Register(printed={"sizing.grade"})
    register = Register(known=before)
    (table,) = registers("pdf", register=register).by_axis()
    assert [(group.group.told, group.rows) for group in table.groups] == [(("sizing.grade",), [])]
    assert register.places == {"sizing.grade": table.groups[0].place}


def test_origins_and_sources_are_those_of_the_facts_told_so_far(registers):
    register = Register()
    told = registers("web", register=register)
    assert (told.origins("sizing.force."), told.sources("sizing.force.")) == ("", "own judgement")
    register.put_fact("sizing.force.wall", "here")
    assert told.origins("sizing.force.") == '<a href="#assumption-line">line</a>'
    assert told.sources("sizing.force.") == '<a href="#source-book">1</a>'


@pytest.fixture
def links(trails):
    def of(medium, *origins, **known):
        register = Register(known=Register(**known))
        return OriginLinks(register, trails, medium).links(origins)

    return of


def link(place, words):
    return f'<a href="#{place}">{words}</a>'


MANY = Counted(31, "assumption", "", first="assumption:line")


def test_on_the_web_everything_that_a_fact_rests_on_leads_somewhere(links):
    told = links("web", "assumption:line", MANY, "fact:a.b", "table:missions.csv#M1", places={"a.b": "fact-a.b"})
    assert told.split(", ") == [
        link("assumption-line", "line"), link("table-assumptions", "31 assumptions"), link("fact-a.b", "a.b"),
        link("row-missions-M1", "missions.csv#M1"),
    ]  # fmt: skip
    assert links("web", "table:case.yaml#seed") == "case.yaml#seed"


def test_on_paper_only_what_is_printed_is_led_to(links):
    origins = ("assumption:line", "fact:a.b", "table:missions.csv#M1")
    assert links("pdf", *origins, MANY) == "line, a.b, missions.csv#M1, 31 assumptions"
    found = {"parts": {"assumptions"}, "places": {"a.b": "told-1-1"}, "anchors": {"row-missions-M1"}}
    assert links("pdf", *origins, **found).split(", ") == [
        link("assumption-line", "line"), link("told-1-1", "a.b"), link("row-missions-M1", "missions.csv#M1"),
    ]  # fmt: skip


def test_what_rests_on_nothing_has_a_dash(links):
    assert links("web") == Markup("–")


def test_a_long_name_may_be_broken_on_the_web(links):
    name = "fact:a_very_long_stage.with_a_very_long_kind.of_fact"
    assert "<wbr>" in links("web", name)
    assert "<wbr>" not in links("pdf", name)
