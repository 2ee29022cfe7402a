"""A figure as files: SVG for pages, PNG for everything else, the numbers as CSV, the words as JSON."""

from __future__ import annotations

import json
from pathlib import Path

from peacebrief.figures.heading import add_heading
from peacebrief.figures.registry import Facts, Tables, figure_module
from peacebrief.figures.style import applied
from peacebrief.figures.svg import svg_text
from peacebrief.figures.units import headed

PNG_DPI = 200


def save_figure(figure_id: str, *, facts: Facts, tables: Tables, folder: Path) -> list[Path]:
    """Draw `figure_id` into `folder` as `.svg`, `.png`, `.csv` and `.json`; the paths written.

    Equal facts and tables give equal bytes.
    """
    module = figure_module(figure_id)
    caption = module.describe(facts, tables)
    figure = module.draw(facts, tables)
    paths = {suffix: folder / f"{figure_id}.{suffix}" for suffix in ("svg", "png", "csv", "json")}
    folder.mkdir(parents=True, exist_ok=True)
    paths["svg"].write_text(svg_text(figure, figure_id=figure_id, title=caption.alt), encoding="utf-8", newline="\n")
    with applied(salt=figure_id):
        add_heading(figure, caption)
        figure.savefig(paths["png"], format="png", dpi=PNG_DPI, metadata={"Software": None})
    numbers = module.data(facts, tables).rename(columns=headed(figure_id))
    numbers.to_csv(paths["csv"], index=False, lineterminator="\n", float_format="%.9g", encoding="utf-8")
    words = json.dumps({"id": figure_id, **caption.as_record()}, indent=1, ensure_ascii=False, sort_keys=True)
    paths["json"].write_text(words + "\n", encoding="utf-8", newline="\n")
    return list(paths.values())
