"""From any printed number to its sources: two clicks on the web, two page turns on paper."""

import json
import re
import subprocess

import pytest
import yaml
from lxml import etree
from lxml import html as lxml_html
from published import EDITIONS, briefs_of

pytestmark = pytest.mark.slow
# Marks are the only words of the briefs in so small a type.
HIGHEST_MARK = 9.6
# Rows that stand above another on one screen.
IN_SIGHT = 8
FACTS, SOURCES = "Facts: every published number", "Sources"
JUDGED = "own judgement"


class Told:
    """An edition as a reader has it: its pages on the web, and the text of its PDFs."""

    def __init__(self, folder, briefs, pdftotext):
        self.folder, self.pdftotext = folder, pdftotext
        self.pages = {brief: lxml_html.fromstring((folder / f"{brief}.html").read_bytes()) for brief in briefs}
        self.others = [brief for brief in briefs if brief != "annex"]
        self.rows = {one.get("id"): one for one in self.pages["annex"].xpath("//*[@id]")}
        self.listed = self.pages["annex"].xpath("//ol[@class='sources numbered']/li")

    def text(self, brief, *options):
        """The text of a PDF, with any options of the tool."""
        done = subprocess.run(
            [self.pdftotext, *options, self.folder / f"{brief}.pdf", "-"], capture_output=True, check=True
        )
        return done.stdout.decode()

    def facts_on(self, brief):
        return set(self.pages[brief].xpath("//data/@data-fact"))


@pytest.fixture(scope="module", params=EDITIONS)
def told(request, tool):
    edition = request.getfixturevalue(request.param)
    return Told(edition.folder / "reports" / edition.case, briefs_of(request.param), tool("pdftotext"))


@pytest.fixture(scope="module")
def marked_groups(told):
    """The register of facts on paper: own mark -> what stands there."""
    text = told.text("annex", "-raw").replace("\f", "")
    register = text.partition(f"\n{FACTS}\n")[2].rpartition(f"\n{SOURCES}\n")[0]
    stages = "|".join({row.removeprefix("fact-")[:2].capitalize() for row in told.rows if row.startswith("fact-")})
    parts = re.split(rf"^((?:{stages})\d+) (?=\S)", register, flags=re.MULTILINE)
    return list(zip(parts[1::2], parts[2::2], strict=True))


def told_sources(row):
    """The cell of a register's row that tells the sources; of a row like those above, that of the first of them."""
    for _ in range(IN_SIGHT):
        if row[-1].text_content().strip() != "as above":
            return row[-1]
        row = row.getprevious()
    raise AssertionError("no row in sight tells the sources")


def second_click(place):
    """Where the sources of a fact stand, given the element that its number leads to."""
    if place.tag == "tr":
        return told_sources(place)
    block = place.xpath("ancestor::div[contains(@class, 'scrolled')]")[0]
    return block.xpath(".//p[@class='table-source']")[-1]


def test_every_number_is_two_clicks_from_its_sources(told):
    for brief, page in told.pages.items():
        numbers = page.xpath("//data[@data-fact]")
        assert numbers
        for number in numbers:
            (link,) = number.xpath("a[@class='trail']")
            target, _, anchor = link.get("href").partition("#")
            assert target == ("" if brief == "annex" else "annex.html")
            sources = second_click(told.rows[anchor])
            leads = [one for one in sources.xpath(".//a/@href") if one.startswith("#source-")]
            assert leads or JUDGED in sources.text_content(), number.get("data-fact")
            assert all(told.rows[lead[1:]] in told.listed for lead in leads)


def rests_on(facts, name):
    """Every origin under a fact, one step after the other until nothing is new."""
    known = {f"fact:{name}"}
    while more := {origin for one in known for origin in facts.get(one, ())} - known:
        known |= more
    return known


def test_the_sources_told_are_those_of_the_assumptions_underneath(told):
    document = json.loads((told.folder / "data/facts.json").read_text(encoding="utf-8"))
    facts = {f"fact:{one['id']}": one["because"] for one in document["facts"]}
    keys = [one.get("id").removeprefix("source-") for one in told.listed]
    for name in set().union(*map(told.facts_on, told.others)):
        found = set()
        for one in second_click(told.rows[f"fact-{name}"]).xpath(".//a"):
            first, _, last = one.text_content().partition("–")
            found |= set(keys[int(first) - 1 : int(last or first)])
        cited = {
            lead.removeprefix("#source-")
            for origin in rests_on(facts, name)
            if origin.startswith("assumption:")
            for lead in told.rows[f"assumption-{origin.partition(':')[2]}"].xpath(".//a[@class='source']/@href")
        }
        assert cited <= found, name


def test_what_the_script_shows_leads_to_rows_and_sources_that_exist(told):
    for brief in told.others:
        (block,) = told.pages[brief].xpath("//script[@id='trails']")
        trails = json.loads(block.text)
        facts, inputs, sources = (trails[part] for part in ("facts", "inputs", "sources"))
        assert facts.keys() == told.facts_on(brief)
        places = [one["annex"] for one in facts.values()] + [one["href"] for one in inputs.values()]
        assert all(place.removeprefix("annex.html#") in told.rows for place in places if place)
        assert {number for one in [*facts.values(), *inputs.values()] for number in one["sources"]} == sources.keys()
        assert {name for fact in facts.values() for name in fact["inputs"]} == inputs.keys()
        for number, entry in sources.items():
            assert " ".join(told.listed[int(number) - 1].text_content().split()).startswith(entry["full"][:40])


def marks_on(told, brief):
    """The marks on the pages of a brief, found by the size of their type."""
    boxes = etree.fromstring(told.text(brief, "-bbox").encode(), parser=etree.HTMLParser(huge_tree=True))
    words = [one for one in boxes.iter("word") if float(one.get("ymax")) - float(one.get("ymin")) < HIGHEST_MARK]
    return {mark for one in words for mark in re.findall(r"[A-Z][a-z]\d+", one.text)}


def test_every_number_on_paper_has_its_mark_and_every_mark_its_group_in_the_annex(told, marked_groups):
    own = [mark for mark, _ in marked_groups]
    assert len(own) == len(set(own))
    for brief in told.others:
        wanted = {told.rows[f"fact-{name}"].xpath("td[@class='name']")[0].text for name in told.facts_on(brief)}
        marks = marks_on(told, brief)
        assert {words.split()[0] for words in wanted} == marks, brief
        assert marks <= set(own), brief


def test_every_group_of_the_annex_names_sources_that_exist(told, marked_groups):
    assert marked_groups
    for mark, text in marked_groups:
        named = " ".join(text.split()).partition(". Sources ")[2].partition(".")[0]
        numbers = [int(number) for number in re.findall(r"\d+", named)]
        assert numbers or JUDGED in named, mark
        assert all(1 <= number <= len(told.listed) for number in numbers), mark


def test_the_register_on_paper_is_in_the_order_of_its_marks(marked_groups):
    own = [mark for mark, _ in marked_groups]
    assert own == sorted(own, key=lambda mark: (mark[:2], int(mark[2:])))


@pytest.mark.parametrize("which", EDITIONS)
def test_every_remark_of_a_case_is_read_somewhere(which, request):
    """A remark that names a fact that does not exist would be left out without a word."""
    checkout = request.getfixturevalue(which)
    told = yaml.safe_load((checkout.folder / "inputs" / checkout.case / "vocabulary.yaml").read_text(encoding="utf-8"))
    pages = (checkout.folder / "reports" / checkout.case / f"{brief}.html" for brief in briefs_of(which))
    read = " ".join(" ".join(lxml_html.fromstring(page.read_bytes()).text_content().split()) for page in pages)
    remarks = {
        place: max(re.split(r"\{[^{}]*\}", words), key=len) for place, words in (told.get("remarks") or {}).items()
    }
    assert [place for place, words in remarks.items() if " ".join(words.split()) not in read] == []
