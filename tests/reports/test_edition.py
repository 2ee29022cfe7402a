"""The published edition itself, built from the real inputs: conformance by others' tools, the same bytes twice."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest

from peacebrief.facts.store import read_facts
from peacebrief.inputs.option_ids import option_ids

PROJECT = Path(__file__).parents[2]
EXAMPLE = PROJECT / "reports/example"
PAGES = ("annex", "brief", "claims", "summary")


def briefs_of(inputs):
    """The briefs of the only case under `inputs`: the pages, and one brief for each option."""
    case = min(file.parent.name for file in inputs.glob("*/case.yaml"))
    return [*PAGES, *(f"option_{option}" for option in option_ids(inputs, case))]


BRIEFS = briefs_of(PROJECT / "inputs")
BRIEFS_OF_THE_MINIATURE = briefs_of(PROJECT / "tests/fixtures/miniature/inputs")
pytestmark = pytest.mark.slow


def published(edition, name):
    return edition.folder / "reports" / edition.case / name


@pytest.mark.parametrize("profile", ["pdfa-3a", "pdfua-1"])
@pytest.mark.parametrize("brief", BRIEFS)
def test_an_independent_validator_finds_no_fault_in_the_real_case(edition, faults_found, brief, profile):
    assert faults_found(published(edition, f"{brief}.pdf").read_bytes(), profile) == {}


@pytest.mark.parametrize("profile", ["pdfa-3a", "pdfua-1"])
@pytest.mark.parametrize("brief", BRIEFS_OF_THE_MINIATURE)
def test_an_independent_validator_finds_no_fault_in_the_miniature(miniature_edition, faults_found, brief, profile):
    assert faults_found(published(miniature_edition, f"{brief}.pdf").read_bytes(), profile) == {}


@pytest.mark.parametrize("brief", BRIEFS)
def test_qpdf_finds_no_fault(edition, tool, brief):
    done = subprocess.run(
        [tool("qpdf"), "--check", published(edition, f"{brief}.pdf")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


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
