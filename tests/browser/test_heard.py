"""What a screen reader is told of the summary: the accessibility tree of the miniature case's page, read in order.

Where a change is meant: PEACEBRIEF_RENEW=1 ./bootstrap pytest tests/browser/test_heard.py; then read what git shows.
"""

import difflib
import os
from pathlib import Path

import pytest

HEARD = Path(__file__).with_name("summary_heard.txt")


def test_the_summary_is_heard_as_written_down(run_browser, web_pages):
    heard = run_browser("heard.mjs", web_pages["island/summary"])
    if os.environ.get("PEACEBRIEF_RENEW"):
        HEARD.write_text("\n".join(heard) + "\n", encoding="utf-8", newline="\n")
    written = HEARD.read_text(encoding="utf-8").splitlines()
    difference = list(difflib.unified_diff(written, heard, "written down", "heard now", lineterm="", n=1))
    if difference:
        pytest.fail("the summary is heard otherwise than written down\n" + "\n".join(difference), pytrace=False)


def test_what_is_written_down_begins_with_the_page_and_has_its_landmarks():
    lines = HEARD.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("page: ")
    assert [line for line in lines if line in ("banner", "main")] == ["banner", "main"]
    assert len([line for line in lines if line.lstrip().startswith("heading (level 1): ")]) == 1
