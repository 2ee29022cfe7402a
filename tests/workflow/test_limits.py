"""A brief that would never end stops with one sentence and leaves the folder of the briefs as it was."""

import pytest

from peacebrief.commands.briefs import render_brief
from peacebrief.errors import AnalystError
from peacebrief.limited import Limits

pytestmark = pytest.mark.slow

PAGE = "workflow/templates/brief/summary.html.jinja"
WITHOUT_END = "{% block cover %}{% for _ in range(10 ** 9) %}more and {% endfor %}{% endblock %}"
LITTLE_MEMORY = Limits(megabytes=300, processor_seconds=600, seconds=1200)
LITTLE_TIME = Limits(megabytes=4_000, processor_seconds=2, seconds=1200)


@pytest.fixture
def rendering(checkout, monkeypatch):
    """Renders the summary anew; what was wrong, after which every brief is as it was and no other file is left."""
    monkeypatch.chdir(checkout.folder)
    briefs = checkout.folder / "build" / checkout.case / "briefs"

    def problems():
        build, before = briefs.parent, contents(briefs)
        with pytest.raises(AnalystError) as failed:
            render_brief.run(
                html=briefs / "summary.html",
                pdf=briefs / "summary.pdf",
                facts=build / "facts.json",
                evidence=next(build.glob("inputs/evidence-*.json")),
                citations=build / "citations.json",
                stages=[build / f"{stage}.json" for stage in ("sizing", "generation", "logistics", "feasibility")],
                figures=build / "figures",
                faces=build.parent / "faces",
                printed=[],
                templates=checkout.folder / "workflow/templates",
            )
        assert contents(briefs) == before
        return failed.value.problems

    return problems


def contents(folder):
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_a_loop_that_eats_memory(checkout, rendering, monkeypatch):
    checkout.append(PAGE, WITHOUT_END)
    monkeypatch.setattr(render_brief, "WRITING", LITTLE_MEMORY)
    (problem,) = rendering()
    assert problem.startswith(
        "Writing the pages of the brief summary needed more than 300 MB of memory; look for a loop"
    )


def test_a_loop_that_takes_time(checkout, rendering, monkeypatch):
    checkout.append(PAGE, WITHOUT_END.replace("more and", "{{ '' }}"))
    monkeypatch.setattr(render_brief, "WRITING", LITTLE_TIME)
    (problem,) = rendering()
    assert problem.startswith("Writing the pages of the brief summary took more than 2 s of processor time; look for")


def test_a_page_that_prints_without_end(checkout, rendering, monkeypatch):
    checkout.append(PAGE, "{% block cover %}<p>{% for _ in range(60000) %}<br>{% endfor %}</p>{% endblock %}")
    monkeypatch.setattr(render_brief, "PRINTING", LITTLE_TIME)
    (problem,) = rendering()
    assert problem.startswith("Printing the brief summary took more than 2 s of processor time; look for")


def test_printing_that_breaks_down_is_not_blamed_on_the_writing(checkout, rendering, monkeypatch):
    checkout.append(PAGE, WITHOUT_END.replace("10 ** 9", "2 * 10 ** 6"))
    monkeypatch.setattr(render_brief, "PRINTING", Limits(megabytes=4_000, processor_seconds=60, seconds=1))
    (problem,) = rendering()
    assert problem.startswith("Printing the brief summary took longer than 1 s; look for a loop")


def test_a_cell_that_spans_without_end_is_refused_before_it_is_printed(checkout, rendering):
    table = '<table><caption>c</caption><tr><td colspan="100000000">x</td></tr></table>'
    checkout.append(PAGE, f"{{% block cover %}}{table}{{% endblock %}}")
    (problem,) = rendering()
    assert problem == "brief summary: the brief cannot be rendered: A table cell spans '100000000' rows or columns."


def test_the_command_says_it_in_a_sentence_and_fails(checkout):
    checkout.append(PAGE, "{% block cover %}{{ 'x' * 10 ** 12 }}{% endblock %}")
    run = checkout.snakemake(f"build/{checkout.case}/briefs/summary.pdf")
    assert run.status != 0
    assert "ERROR Writing the pages of the brief summary needed more than " in run.said
    assert "Traceback" not in run.said
    briefs = checkout.folder / "build" / checkout.case / "briefs"
    assert not [file for file in briefs.iterdir() if file.name.startswith((".", "summary"))]
