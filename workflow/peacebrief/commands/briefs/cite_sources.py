"""Set every source of a case as the citation style has it, once for all briefs."""

from __future__ import annotations

import argparse
from pathlib import Path

from peacebrief.briefs.citing.citations import bibliography, citations_document
from peacebrief.errors import AnalystError
from peacebrief.saving import read_json, save_json
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.voice import plainly


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `run`."""
    parser.add_argument("evidence", type=Path, help="resolved evidence of the case")
    parser.add_argument("citations", type=Path, help="written: the sources as the briefs cite them")
    parser.add_argument("--style", type=Path, required=True, help="folder of the citation style")
    parser.add_argument("--words", type=Path, required=True, help="folder of the phrases that warn of sources")


def run(*, evidence: Path, citations: Path, style: Path, words: Path) -> str:
    """Write the citations. Raises AnalystError for a source whose address no reader may be sent to."""
    found = read_json(evidence)
    say = plainly(Known({}, {}, found["case"]), words)
    try:
        entries = bibliography(found["sources"], style, say)
    except ValueError as error:
        raise AnalystError(f"{evidence}: the sources cannot be cited: {error}") from error
    save_json(citations, citations_document(entries))
    return f"{len(entries)} sources cited"
