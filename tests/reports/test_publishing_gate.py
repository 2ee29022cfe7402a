"""The gate before publishing: every fault planted into a sound brief is refused with the sentence that names it."""

import json
from io import BytesIO

import pikepdf
import pytest
from citeproc.source.json import CiteProcJSON

from peacebrief.briefs.release import release_checks as gate
from peacebrief.briefs.release.attachment_checks import attachment_faults
from peacebrief.briefs.release.release_checks import check_document, check_web_page
from peacebrief.briefs.release.validator import stream_lengths_are_right, validator_opinion
from peacebrief.briefs.setting import brief_page

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def told(web):
    return check_web_page(web, brief="trial", forbidden=["/home/build"])


def spoilt(pdf, spoil):
    with pikepdf.open(BytesIO(pdf)) as document:
        spoil(document)
        written = BytesIO()
        document.save(written)
    return written.getvalue()


def elements(document, tag):
    return [item for item in document.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == tag]


def test_a_sound_brief_passes_and_its_report_counts_what_was_checked(pdf, told):
    report = check_document(pdf, brief="trial", page=told, forbidden=["/home/build"])
    assert report["notes"] == 3
    assert report["figures"] == 1
    assert report["attachments"] == ["assumptions.csv", "facts.json", "manifest.json", "sources.json"]
    assert all(opinion["rules"] > 90 and opinion["faults"] == 0 for opinion in report["validator"].values())


def lose_a_note(document):
    elements(document, "/Note")[0].S = pikepdf.Name.Span


def lose_the_name_of_a_note(document):
    del elements(document, "/Note")[0]["/ID"]


def lose_a_bookmark(document):
    with document.open_outline() as outline:
        del outline.root[0].children[-1]


def rename_a_bookmark(document):
    with document.open_outline() as outline:
        outline.root[0].children[1].title = "How few?"


def misdirect_a_bookmark(document):
    with document.open_outline() as outline:
        outline.root[0].children[0].destination = pikepdf.Array([None, pikepdf.Name.Fit])


def lose_all_bookmarks(document):
    del document.Root["/Outlines"]


def lose_an_attachment(document):
    del document.attachments["sources.json"]


def alter_an_attachment(document):
    changed = document.attachments["assumptions.csv"].get_file().read_bytes().replace(b"950", b"905")
    del document.attachments["assumptions.csv"]
    document.attachments["assumptions.csv"] = pikepdf.AttachedFileSpec(
        document, changed, filename="assumptions.csv", mime_type="text/csv", relationship=pikepdf.Name.Data
    )


def untag_a_cell(document):
    elements(document, "/TH")[0].S = pikepdf.Name.Figure
    elements(document, "/Figure")[0].Alt = "A picture that is in truth the head of a table"


@pytest.mark.parametrize(
    ("spoil", "complaint"),
    [
        (lose_a_note, "The web page has 3 notes and the PDF 2"),
        (lose_the_name_of_a_note, "The web page has 3 notes and the PDF 2"),
        (lose_a_bookmark, "headings and . bookmarks"),
        (rename_a_bookmark, "The heading “How many.” has no bookmark"),
        (misdirect_a_bookmark, "leads to no page"),
        (lose_all_bookmarks, "no bookmarks"),
        (lose_an_attachment, "carries .* instead of"),
        (alter_an_attachment, r"assumptions\.csv is not the file whose checksum stands in manifest\.json"),
        (untag_a_cell, r"independent validator refuses it as pdf(a-3a|ua-1): .+ \(PDF.+\)"),
    ],
)
def test_a_brief_that_lost_something_is_refused(pdf, told, spoil, complaint):
    with pytest.raises(ValueError, match=complaint):
        check_document(spoilt(pdf, spoil), brief="trial", page=told, forbidden=[])


def test_a_brief_that_is_too_long_is_refused_with_the_section_that_runs_over(pdf, told, monkeypatch):
    monkeypatch.setitem(brief_page.PAGES, "trial", (1, 1))
    # The trial has its table and figure, which fill the first page, in the section “How many?”.
    with pytest.raises(ValueError, match=r"pages, 1 are the most; the section “(How many\?|Registers)” runs over"):
        check_document(pdf, brief="trial", page=told, forbidden=[])


def test_the_section_that_runs_over_is_the_last_whose_heading_came_before(render, to_pdf, templates):
    long = "<p>" + "word " * 900 + "</p>"
    page = render("pdf").replace("<h2", f"{long}<h2 class='second'", 2).replace("<h2 class='second'", "<h2", 1)
    with pikepdf.open(BytesIO(to_pdf(page))) as document:
        marks, structure = gate.bookmarks(document), gate.elements(document)
        first = {mark.title: mark.page for mark in marks}
    for most in range(1, max(first.values()) + 1):
        named = gate.overflowing_section(marks, structure, most)
        later = [title for title, page in first.items() if page >= most]
        order = list(first)
        # It begins before the limit, or is the first to begin after it.
        assert first[named] < most or named == later[0]
        assert order.index(named) >= order.index(later[0]) - 1


def test_a_brief_shorter_than_promised_is_refused(pdf, told, monkeypatch):
    monkeypatch.setitem(brief_page.PAGES, "trial", (9, 14))
    with pytest.raises(ValueError, match="fills 9 pages"):
        check_document(pdf, brief="trial", page=told, forbidden=[])


def test_every_brief_has_the_limits_that_readers_were_promised():
    promised = {"summary": (2, 2), "brief": (1, 14), "option_any": (2, 2), "claims": (1, 3)}
    assert {brief: brief_page.page_limits(brief) for brief in promised} == promised


def test_the_longest_sentence_of_a_summary_has_forty_words(web):
    forty = "So " + "on and " * 19 + "on."
    check_web_page(web.replace("</main>", f"<p>{forty}</p></main>"), brief="summary", forbidden=[])
    with pytest.raises(ValueError, match=r"The sentence “So on and on and on and on …” has 41 words; split it, 40"):
        check_web_page(web.replace("</main>", f"<p>{forty[:-1]} on.</p></main>"), brief="summary", forbidden=[])


def test_a_text_that_is_too_hard_is_refused(web):
    hard = "Interdepartmental operationalisation necessitates institutional reconsideration. " * 40
    with pytest.raises(ValueError, match=r"reads at grade \d+\.\d, above 12"):
        check_web_page(web.replace("</main>", f"<p>{hard}</p></main>"), brief="trial", forbidden=[])


BROKEN = {
    "facts.json": (b'{"facts": [', "cannot be read"),
    "assumptions.csv": (b"id,low\nline\n", "rows of one width"),
    "sources.json": (b'[{"id": "a"}]', "not CSL-JSON"),
    "manifest.json": (b'{"brief": "another", "files": {}}', "does not name the brief trial"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_an_attachment_that_is_not_what_it_says_is_refused(carried, name):
    data, complaint = BROKEN[name]
    assert complaint in next(attachment_faults(carried | {name: data}, brief="trial", printed=set()))


def test_a_printed_number_that_the_attached_facts_lack_is_refused(carried):
    assert next(attachment_faults(carried, brief="trial", printed={"trial.unheard_of"})) == (
        "The brief prints the fact trial.unheard_of, which the attachment facts.json does not hold."
    )


def test_the_attached_sources_are_read_by_a_citation_processor(carried):
    records = json.loads(carried["sources.json"])
    assert set(CiteProcJSON(records)) == {"dobbins2007guide", "times2026ceiling", "times2026second"}


def test_the_doubt_of_the_validator_about_lengths_is_looked_into_each_time(pdf):
    assert stream_lengths_are_right(pdf)
    wrong = pdf.replace(b"/Length ", b"/Length 1", 1)
    assert not stream_lengths_are_right(wrong)
    assert validator_opinion(wrong, "pdfa-3a").faults
