"""The script on every published page: each number shows where it comes from, each table sorts as its cells say."""

import csv
import io
import json
import re

import pytest
from lxml import html
from published import BRIEFS

SCALES = {"million": 1e6, "billion": 1e9, "trillion": 1e12}


@pytest.fixture(scope="module")
def visits(run_browser, web_pages):
    """What the script did on each page, and the page itself."""
    found = run_browser("script_pages.mjs", *(web_pages[brief] for brief in BRIEFS))
    return {brief: (found[str(web_pages[brief])], html.parse(str(web_pages[brief])).getroot()) for brief in BRIEFS}


@pytest.fixture(params=BRIEFS)
def visit(request, visits):
    """One page: what the script did, and the page itself."""
    return visits[request.param]


@pytest.fixture(params=[brief for brief in BRIEFS if not brief.endswith("/annex")])
def told(request, visits):
    """One page that tells where its numbers come from: what the script did, and the page itself."""
    return visits[request.param]


def data_of(page):
    return json.loads(page.xpath("string(//script[@id='trails'])"))


def test_every_number_shows_its_fact_and_leads_to_its_row(told):
    found, page = told
    facts = data_of(page)["facts"]
    assert len(found["panels"]) == len(page.xpath("//a[contains(concat(' ', @class, ' '), ' trail ')]")) > 0
    for panel in found["panels"]:
        fact = facts[panel["fact"]]
        assert panel["inside"], panel
        assert panel["value"] == fact["shown"]
        assert panel["value"].startswith(fact["value"].partition(" (")[0])
        assert panel["row"] == fact["annex"]


def test_in_the_annex_a_number_leads_to_its_row_on_the_page(visits):
    for found, page in (visit for brief, visit in visits.items() if brief.endswith("/annex")):
        assert not [panel for panel in found["panels"] if "value" in panel]
        assert found["files"] is None
        assert set(page.xpath("//a[@class='trail']/@href")) <= {f"#{name}" for name in page.xpath("//@id")}


def test_the_rows_that_panels_lead_to_are_there(visits):
    for brief, (found, _) in visits.items():
        case = brief.partition("/")[0]
        rows = set(visits[f"{case}/annex"][1].xpath("//@id"))
        links = {
            link for panel in found["panels"] for link in panel.get("links", []) if "." not in link.partition("://")[2]
        }
        assert {link for link in links if link.partition("#")[2] not in rows} == set()


def first_number(text):
    """The number a reader sees first in a cell, if the cell begins with one."""
    found = re.match(r"[^\w−-]*([−-]?)[^\w]*(\d[\d,]*(?:\.\d+)?)(?:\s*(million|billion|trillion))?", text)
    if not found:
        return None
    sign, digits, scale = found.groups()
    return (-1 if sign else 1) * float(digits.replace(",", "")) * SCALES.get(scale, 1)


def machine_number(cell):
    """The first number that the first fact of a cell carries."""
    value = cell.xpath("string((.//data)[1]/@value)").partition("/")[0]
    return float(value) if re.fullmatch(r"-?[\d.]+(e[+-]?\d+)?", value) else None


def keys_of(cells):
    """What the cells of a column sort by: numbers where all have one, else None."""
    texts = [" ".join(cell.text_content().split()) for cell in cells]
    known = [place for place, text in enumerate(texts) if text not in {"", "–", "—", "-"}]
    if any(cells[place].xpath(".//time") or re.match(r"\d{4}-\d\d", texts[place]) for place in known):
        return None
    for way in (lambda place: machine_number(cells[place]), lambda place: first_number(texts[place])):
        keys = {place: way(place) for place in known}
        if None not in keys.values():
            return [keys.get(place) for place in range(len(cells))]
    return None


def test_every_table_sorts_as_its_cells_say(visit):
    found, page = visit
    for table in page.xpath("//table[contains(concat(' ', @class, ' '), ' data ')]"):
        seen = found["tables"][table.get("id")]
        rows = table.xpath("tbody/tr")
        named = [place for place, head in enumerate(table.xpath("thead/tr/th")) if head.text_content().strip()]
        for place, (rising, falling, printed) in zip(named, seen["columns"], strict=bool(seen["columns"])):
            assert sorted(rising["rows"]) == sorted(falling["rows"]) == printed["rows"] == seen["printed"]
            keys = keys_of([row[place] for row in rows])
            if keys is None:
                continue
            known = [row for row, key in enumerate(keys) if key is not None]
            unknown = [row for row, key in enumerate(keys) if key is None]
            up = [*sorted(known, key=lambda row: keys[row]), *unknown]
            down = [*sorted(known, key=lambda row: -keys[row]), *unknown]
            assert rising["rows"] == [seen["printed"][row] for row in up], table.get("id")
            assert falling["rows"] == [seen["printed"][row] for row in down], table.get("id")


def test_the_downloads_hold_the_facts_of_the_page(told):
    found, page = told
    printed = set(page.xpath("//data[a[contains(concat(' ', @class, ' '), ' trail ')]]/@data-fact"))
    rows = csv.DictReader(io.StringIO(found["files"]["CSV"]["text"], newline=""))
    assert {row["fact"] for row in rows} == data_of(page)["facts"].keys() >= printed
    assert json.loads(found["files"]["JSON"]["text"]) == data_of(page)


def test_nothing_is_said_to_the_console(visit):
    assert visit[0]["messages"] == []
