"""The published edition itself, built from the real inputs: conformance by others' tools, the same bytes twice."""

import json
import re
import shutil
import subprocess
from collections import Counter
from html import unescape
from pathlib import Path

import pikepdf
import pytest
from published import BRIEFS as ALL_BRIEFS
from published import briefs_of, label_faults

from peacebrief.facts.fact import read_facts
from peacebrief.modelling_choices import modelling_choices

PROJECT = Path(__file__).parents[2]
EXAMPLE = PROJECT / "reports/example"
BRIEFS = briefs_of("edition")
pytestmark = pytest.mark.slow


def published(edition, name):
    return edition.folder / "reports" / edition.case / name


@pytest.fixture(params=ALL_BRIEFS)
def document(request, edition, miniature_edition):
    """A PDF of either case."""
    case, _, brief = request.param.partition("/")
    built = next(one for one in (edition, miniature_edition) if one.case == case)
    return published(built, f"{brief}.pdf")


@pytest.mark.parametrize("profile", ["pdfa-3a", "pdfua-1"])
def test_an_independent_validator_finds_no_fault(document, faults_found, profile):
    assert faults_found(document.read_bytes(), profile) == {}


def test_qpdf_finds_no_fault(document, tool):
    done = subprocess.run([tool("qpdf"), "--check", document], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_poppler_reads_one_title_headings_and_tables_with_heads_from_the_tags(document, tool):
    told = subprocess.run([tool("pdfinfo"), "-struct", document], capture_output=True, text=True, check=True)
    assert not re.search(r"\b(?:error|warning)\b", told.stderr, re.IGNORECASE), told.stderr
    tags = Counter(re.findall(r"^ *([A-Z]\w*)", told.stdout, re.MULTILINE))
    assert tags["H1"] == 1
    assert tags["H2"] > 0
    assert tags["Table"] > 0
    assert tags["TH"] >= tags["Table"]


def test_poppler_reads_the_words_of_the_summary_from_its_tags_in_the_order_of_the_page(edition, tool):
    """Of the summary alone: poppler reads a page anew for every tag, which takes minutes where there are many."""
    summary = published(edition, "summary.pdf")
    told = subprocess.run([tool("pdfinfo"), "-struct-text", summary], capture_output=True, text=True, check=True)
    tagged = "".join("".join(re.findall(r'^ *"(.*)"$', told.stdout, re.MULTILINE)).split())
    page = published(edition, "summary.html").read_text(encoding="utf-8")
    headings = [
        "".join(re.sub("<[^>]+>", "", one).split()) for one in re.findall(r"<h[12][^>]*>(.*?)</h", page, re.DOTALL)
    ]
    places = [tagged.find(unescape(heading)) for heading in headings]
    assert -1 not in places
    assert places == sorted(places)


def test_every_brief_has_the_pages_it_was_promised(edition):
    pages = {brief: len(pikepdf.open(published(edition, f"{brief}.pdf")).pages) for brief in BRIEFS}
    assert pages["summary"] == 2
    assert {pages[brief] for brief in BRIEFS if brief.startswith("option_")} == {2}
    assert 2 <= pages["claims"] <= 3
    assert 8 <= pages["brief"] <= 14
    # Two stages more than the 45 pages of old: on paper the annex holds what some brief prints, the web edition all.
    assert 20 <= pages["annex"] <= 60


def test_every_number_printed_is_a_fact_of_the_edition(edition):
    facts = read_facts(json.loads(published(edition, "data/facts.json").read_text(encoding="utf-8")))
    for brief in BRIEFS:
        page = published(edition, f"{brief}.html").read_text(encoding="utf-8")
        named = set(re.findall(r'data-fact="([^"]+)"', page))
        assert named
        assert named <= set(facts)


def test_every_number_leads_to_a_row_of_the_annex(edition):
    annex = published(edition, "annex.html").read_text(encoding="utf-8")
    rows = set(re.findall(r'id="(fact-[^"]+)"', annex))
    for brief in BRIEFS:
        page = published(edition, f"{brief}.html").read_text(encoding="utf-8")
        assert set(re.findall(r'href="annex\.html#(fact-[^"]+)"', page)) <= rows


def test_a_second_build_elsewhere_gives_the_same_bytes(edition, tmp_path):
    before = edition.published()
    again = tmp_path / "another/folder"
    again.parent.mkdir()
    shutil.copytree(edition.folder, again, ignore=shutil.ignore_patterns("build", "reports", ".snakemake"))
    run = type(edition)(again, edition.case).snakemake(cores=1)
    assert run.status == 0, run.said
    assert type(edition)(again, edition.case).published() == before


def words(tool, document):
    done = subprocess.run([tool("pdftotext"), document, "-"], capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_the_example_shown_to_visitors_is_in_step(edition, tool):
    """Where it is not: ./bootstrap python -m peacebrief refresh-example reports/ukraine reports/example."""
    assert words(tool, EXAMPLE / "summary.pdf") == words(tool, published(edition, "summary.pdf"))


def test_every_modelling_choice_in_code_is_printed_in_the_annex(edition):
    annex = published(edition, "annex.html").read_text(encoding="utf-8")
    printed = " ".join(unescape(re.sub(r"<[^>]+>", "", annex)).split())
    choices = [choice["choice"] for choice in modelling_choices(PROJECT / "workflow/peacebrief")]
    # There each begins with a capital letter.
    assert [choice for choice in choices if " ".join(choice[1:].split()) not in printed] == []


def test_no_label_of_a_fact_holds_a_subject(edition, miniature_edition):
    for built in (edition, miniature_edition):
        document = json.loads(published(built, "data/facts.json").read_text(encoding="utf-8"))
        assert label_faults(read_facts(document).values()) == []
