"""Put a whole edition in the place of the last one: briefs, data, figures, landing page and checksums, in one step."""

from __future__ import annotations

import argparse
from pathlib import Path

from peacebrief.errors import AnalystError
from peacebrief.publishing.edition import exchanged
from peacebrief.rebuilding.contents import sha256
from peacebrief.rebuilding.recipes import edited
from peacebrief.rebuilding.records import altered
from peacebrief.saving import read_json, save_json

REMEDY = "run it again; what is published stays as it was"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `run`."""
    parser.add_argument("edition", type=Path, help="where readers find the edition")
    parser.add_argument("record", type=Path, help="written: the files of the edition with their checksums")
    parser.add_argument("--briefs", type=Path, nargs="+", required=True, help="the briefs, in both formats")
    parser.add_argument("--checks", type=Path, nargs="+", required=True, help="what the check of each brief found")
    parser.add_argument("--data", type=Path, required=True, help="folder of the data")
    parser.add_argument("--figures", type=Path, nargs="+", required=True, help="files of figures")
    parser.add_argument("--index", type=Path, required=True, help="landing page of the edition")
    parser.add_argument("--records", type=Path, required=True, help="the jobs on record, with what they made")
    parser.add_argument("--recipes", type=Path, nargs="+", required=True, help="what all of it is made of")


def run(
    *,
    edition: Path,
    record: Path,
    briefs: list[Path],
    checks: list[Path],
    data: Path,
    figures: list[Path],
    index: Path,
    records: Path,
    recipes: list[Path],
) -> str:
    """Publish the edition and put it on record. Raises AnalystError where its parts do not belong together."""
    for name in edited(recipes):
        raise AnalystError(f"{name} was edited while the run was going on; {REMEDY}.")
    for name in altered([*briefs, *checks, *figures, data, index], records=records):
        raise AnalystError(f"{name} is not as the run made it; {REMEDY}.")
    files = {
        **{brief.name: brief for brief in briefs},
        **{f"data/{file.name}": file for file in data.glob("[!.]*")},
        **{f"figures/{file.name}": file for file in figures},
        index.name: index,
    }
    sums = {name: sha256(file) for name, file in sorted(files.items())}
    told = index.read_text(encoding="utf-8")
    for name, digest in _checked(checks).items():
        if sums[name] != digest or digest not in told:
            raise AnalystError(f"{files[name]} is not the file that was checked and that the page tells of; {REMEDY}.")
    exchanged(edition.resolve(), files=files, sums=sums)
    save_json(record, {"files": sums})
    return f"{len(sums)} files published in {edition}"


def _checked(checks: list[Path]) -> dict[str, str]:
    """The checksums of the briefs that passed their check, by name."""
    return {name: digest for check in checks for name, digest in read_json(check)["sha256"].items()}
