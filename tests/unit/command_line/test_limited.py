"""What would keep a renderer busy for ever ends with one sentence, in seconds, and leaves nothing behind."""

import os
import time
from pathlib import Path

import pytest

from peacebrief.limited import Child, Limits

USES = "".join(f'<g id="g{n}">' + f'<use href="#g{n - 1}"/>' * 10 + "</g>" for n in range(1, 12))
RUNAWAYS = {
    "a cell that spans": '<table><tr><td colspan="100000000">x</td></tr></table>',
    "elements within elements": "<div>" * 3_000,
    "line breaks": "<br>" * 60_000,
    "a picture of pictures": f'<svg viewBox="0 0 9 9"><g id="g0"><rect width="1" height="1"/></g>{USES}</svg>',
}
FONTS = Path(__file__).parents[3] / "workflow/templates/fonts"
FACE = f'@font-face {{ font-family: own; src: url("{(FONTS / "SourceSans3-Regular.ttf").as_uri()}") }}'
ENOUGH = Limits(megabytes=2_000, processor_seconds=60, seconds=120)
LITTLE_MEMORY = Limits(megabytes=700, processor_seconds=600, seconds=6_000)
LITTLE_TIME = Limits(megabytes=700, processor_seconds=2, seconds=6_000)


@pytest.fixture
def rendered(tmp_path, monkeypatch):
    """What the renderer itself, without any check of ours before it, makes of a page within limits."""
    monkeypatch.chdir(tmp_path)
    # A machine may have no typeface at all, with which the renderer breaks down.
    monkeypatch.setenv("FONTCONFIG_FILE", str(FONTS / "fontconfig.xml"))

    def problems(body, limits):
        head = f"<title>t</title><style>{FACE} body {{ font-family: own }}</style>"
        (tmp_path / "page.html").write_text(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>")
        with Child("page.html", "page.pdf", limits=limits, task="Printing the page", module="weasyprint") as child:
            return child.problems()

    return problems


def test_a_page_that_keeps_within_its_limits_is_rendered(rendered, tmp_path):
    assert rendered("<p>Words.</p>", ENOUGH) == []
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.fast_cases(1)
@pytest.mark.parametrize(
    ("what", "limits", "excess"),
    [
        ("a cell that spans", LITTLE_MEMORY, "needed more than 700 MB of memory"),
        ("elements within elements", LITTLE_MEMORY, "met parts within parts, deeper than can be followed"),
        ("line breaks", LITTLE_TIME, "took more than 2 s of processor time"),
        ("a picture of pictures", LITTLE_TIME, "took more than 2 s of processor time"),
    ],
)
def test_a_page_without_end_is_given_up(rendered, tmp_path, what, limits, excess):
    (problem,) = rendered(RUNAWAYS[what], limits)
    assert problem.startswith(f"Printing the page {excess}; look for ")
    assert [file.name for file in tmp_path.iterdir()] == ["page.html"]


def test_time_by_the_clock_is_limited_too(rendered):
    started = time.monotonic()
    (problem,) = rendered(RUNAWAYS["line breaks"], Limits(megabytes=2_000, processor_seconds=60, seconds=1))
    assert problem.startswith("Printing the page took longer than 1 s; look for ")
    assert time.monotonic() - started < 10


def test_a_child_that_nobody_waits_for_is_ended():
    read, write = os.pipe()
    with Child(limits=ENOUGH, task="Reading without end", module="tokenize", reads=read) as child:
        assert child.process.poll() is None
    os.close(read)
    os.close(write)
    assert child.process.returncode is not None


def test_a_fault_of_the_program_is_passed_on_as_it_is(capsys):
    with Child(limits=ENOUGH, task="Doing", module="no_such_module") as child, pytest.raises(SystemExit, match="1"):
        child.problems()
    assert "No module named no_such_module" in capsys.readouterr().err
