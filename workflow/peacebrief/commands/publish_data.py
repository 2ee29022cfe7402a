"""Put data, figures and landing page in the place of the last ones, with the checksums of the whole edition."""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from peacebrief.inputs.option_ids import PER_OPTION
from peacebrief.publishing.checksums import sha256sums
from peacebrief.saving import save_folder, save_text, saved


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `run`."""
    parser.add_argument("edition", type=Path, help="where readers find the edition")
    parser.add_argument("--data", type=Path, nargs="+", required=True, help="files of data")
    parser.add_argument("--figures", type=Path, nargs="+", required=True, help="files of figures")
    parser.add_argument("--index", type=Path, required=True, help="landing page of the edition")
    parser.add_argument("--briefs", type=Path, nargs="+", required=True, help="briefs already published")


def run(*, edition: Path, data: list[Path], figures: list[Path], index: Path, briefs: list[Path]) -> str:
    """Publish the files and write `SHA256SUMS` over all that this edition holds; briefs of former options go."""
    for former in former_options(edition, briefs):
        former.unlink()
    published = [*briefs, *save_folder(edition / "data", data), *save_folder(edition / "figures", figures)]
    with saved(edition / index.name) as (temporary,):
        shutil.copyfile(index, temporary)
    published.append(edition / index.name)
    save_text(edition / "SHA256SUMS", sha256sums(published, folder=edition))
    return f"{len(published)} files published in {edition}"


def former_options(edition: Path, briefs: list[Path]) -> list[Path]:
    """Published briefs about options that the case no longer has."""
    published = [file for suffix in ("html", "pdf") for file in edition.glob(f"{PER_OPTION}_*.{suffix}")]
    current = {brief.name for brief in briefs}
    return sorted(file for file in published if file.name not in current)
