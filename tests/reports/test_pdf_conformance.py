"""The PDF meets both standards, by the judgement of programs that did not write it."""

import re
import subprocess

import pikepdf
import pytest


@pytest.fixture
def file(pdf, tmp_path):
    path = tmp_path / "trial.pdf"
    path.write_bytes(pdf)
    return path


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.mark.parametrize("profile", ["pdfa-3a", "pdfua-1"])
def test_an_independent_validator_finds_no_fault(pdf, profile, faults_found):
    assert faults_found(pdf, profile) == {}


def test_the_gate_passes_a_sound_file(pdf, templates, check_pdf):
    check_pdf(pdf, forbidden=[str(templates)])


def test_the_attachments_are_the_bytes_given_with_the_date_of_the_edition(pdf, carried, tmp_path):
    (tmp_path / "trial.pdf").write_bytes(pdf)
    with pikepdf.open(tmp_path / "trial.pdf") as document:
        files = {name: spec.get_file() for name, spec in document.attachments.items()}
        assert {name: one.read_bytes() for name, one in files.items()} == carried
        assert {one.creation_date.date().isoformat() for one in files.values()} == {"2026-07-15"}
        assert {str(spec.AFRelationship) for spec in document.Root.AF} == {"/Data"}


def test_numbers_are_links_to_their_row_where_the_row_is_in_the_file(pdf, tmp_path):
    (tmp_path / "trial.pdf").write_bytes(pdf)
    with pikepdf.open(tmp_path / "trial.pdf") as document:
        places = {str(note.get("/Dest", "")) for sheet in document.pages for note in sheet.get("/Annots", [])}
    assert {"fact-trial.force", "assumption-line", "row-missions-M1", "source-dobbins2007guide"} <= places


def test_qpdf_finds_no_error(file, tool):
    assert "No syntax or stream encoding errors" in run(tool("qpdf"), "--check", str(file))


def test_only_bundled_typefaces_are_embedded(file, tool):
    lines = run(tool("pdffonts"), str(file)).splitlines()[2:]
    assert lines
    assert all("+Source-S" in line and re.search(r"yes yes yes", line) for line in lines)


def test_the_file_says_what_it_is(file, tool):
    told = run(tool("pdfinfo"), str(file))
    assert re.search(r"Title:\s+Trial: A force for a trial", told)
    assert re.search(r"Tagged:\s+yes", told)
    assert re.search(r"JavaScript:\s+no", told)


def test_running_heads_and_page_numbers_are_printed(file, tool):
    last = run(tool("pdftotext"), "-layout", str(file), "-").split("\f")[1]
    assert "Trial" in last
    assert re.search(r"2 of \d", last)
