"""Equal inputs give equal bytes, whatever the clock, the folder or the typefaces of the machine."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "workflow"
ELSEWHERE = """
import sys
from datetime import date
from pathlib import Path
from peacebrief.briefs.printing.pdf import render_pdf
from peacebrief.briefs.printing.pdf_metadata import DocumentInfo
info = DocumentInfo(title="Trial", author="a", description="d", keywords=["k"], date=date(2026, 7, 15))
pdf = render_pdf(html=Path(sys.argv[1]).read_text(), attachments=[], info=info, templates=Path(sys.argv[2]))
Path(sys.argv[3]).write_bytes(pdf)
"""


@pytest.mark.parametrize("medium", ["web", "pdf"])
def test_a_page_is_the_same_twice(render, medium):
    assert render(medium) == render(medium)


@pytest.mark.slow
def test_a_pdf_is_the_same_in_another_process_folder_and_hash_order(page, templates, tmp_path):
    (tmp_path / "page.html").write_text(page)
    copy = tmp_path / "another folder"
    copy.symlink_to(templates)
    written = []
    for number, folder in enumerate((templates, copy)):
        target = tmp_path / f"{number}.pdf"
        environment = os.environ | {"PYTHONPATH": str(PACKAGE), "PYTHONHASHSEED": str(number), "TZ": f"UTC{number}"}
        command = [sys.executable, "-c", ELSEWHERE, str(tmp_path / "page.html"), str(folder), str(target)]
        subprocess.run(command, check=True, env=environment, cwd=tmp_path)
        written.append(target.read_bytes())
    assert written[0] == written[1]


def test_every_date_in_a_pdf_is_that_of_the_edition(pdf):
    assert set(re.findall(rb"D:\d{8}", pdf)) == {b"D:20260715"}


def test_a_missing_subsetter_is_said_in_one_sentence(monkeypatch, page, to_pdf):
    monkeypatch.setattr("weasyprint.text.ffi.harfbuzz_subset", None)
    with pytest.raises(ValueError, match=r"libharfbuzz-subset is missing; install it"):
        to_pdf(page)
