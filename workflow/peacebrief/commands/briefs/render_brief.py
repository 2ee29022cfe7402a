"""Render one brief from its template, as web page and as PDF."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from peacebrief.errors import AnalystError
from peacebrief.limited import Child, Limits
from peacebrief.saving import saved

# The longest brief, an annex of 60 pages, needs a tenth of the processor time and a quarter of the memory.
WRITING = Limits(megabytes=2_000, processor_seconds=120, seconds=600)
PRINTING = Limits(megabytes=4_000, processor_seconds=400, seconds=1_200)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `run`."""
    parser.add_argument("html", type=Path, help="written: <brief>.html, the web page")
    parser.add_argument("pdf", type=Path, help="written: <brief>.pdf, the document")
    add_sources(parser)


def add_sources(parser: argparse.ArgumentParser) -> None:
    """Declare what a brief is made from."""
    parser.add_argument("--facts", type=Path, required=True, help="every fact of the case")
    parser.add_argument("--evidence", type=Path, required=True, help="resolved evidence of the case")
    parser.add_argument("--citations", type=Path, required=True, help="the sources as the briefs cite them")
    parser.add_argument("--stages", type=Path, nargs="+", required=True, help="records of the stages")
    parser.add_argument("--figures", type=Path, required=True, help="folder of the figures")
    parser.add_argument("--faces", type=Path, required=True, help="folder of the typefaces for the web")
    parser.add_argument("--printed", type=Path, nargs="*", default=[], help="facts of other briefs, for the annex")
    parser.add_argument("--templates", type=Path, required=True, help="folder of templates, styles and typefaces")


def run(*, html: Path, pdf: Path, **sources: Path | list[Path]) -> str:
    """Write both formats, or neither. Raises AnalystError where a page cannot be written or printed."""
    with saved(html, pdf) as (page, document):
        problems = rendered(html.stem, page, document, sources)
        if problems:
            raise AnalystError(*problems)
    return f"{html.stem} rendered"


def rendered(brief: str, page: Path, document: Path, sources: dict[str, Path | list[Path]]) -> list[str]:
    """What went wrong while one child wrote the pages and another, at the same time, printed one of them."""
    sheet_read, sheet_written = os.pipe()
    with ExitStack() as children:
        try:
            printing = [brief, document, *options(sources, "facts", "evidence", "templates")]
            task = f"Printing the brief {brief}"
            press = children.enter_context(Child("print-pdf", *printing, limits=PRINTING, task=task, reads=sheet_read))
            writing = [brief, page, "--sheet", sheet_written, *options(sources, *sources)]
            task = f"Writing the pages of the brief {brief}"
            writer = children.enter_context(
                Child("write-pages", *writing, limits=WRITING, task=task, writes=sheet_written)
            )
        finally:
            os.close(sheet_read)
            os.close(sheet_written)
        problems = writer.problems()
        # Half a page is not printed; a press that broke down is why nobody took what the writer wrote.
        return problems if problems and not writer.lost_its_reader() else press.problems()


def options(sources: dict[str, Path | list[Path]], *names: str) -> Iterator[object]:
    """The sources called `names` as they stand on a command line."""
    for name in names:
        given = sources[name]
        yield f"--{name}"
        yield from given if isinstance(given, list) else [given]
