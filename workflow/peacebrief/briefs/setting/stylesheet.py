"""The stylesheet of each medium, from the one set of tokens and the bundled faces."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from peacebrief.briefs.setting.worded import worded
from peacebrief.typefaces import FACES, WEB_FACES, Face

Medium = Literal["web", "pdf"]

SHEETS: dict[Medium, tuple[str, ...]] = {
    "web": ("tokens.css", "dark.css", "shared.css", "trail.css", "web.css", "panel.css"),
    "pdf": ("tokens.css", "shared.css", "trail.css"),
}
# What both media look like on paper; on the web only when a browser prints, and then with what takes the screen back.
PRINTED = (
    "print.css", "print_summary.css", "print_brief.css", "print_option.css", "print_claims.css", "print_annex.css",
)  # fmt: skip
WEB_PRINTED = "web_print.css"


def stylesheet(templates: Path, medium: Medium, faces: Path) -> str:
    """The CSS of `medium`: named files for the PDF, and for the web the subsets in the folder `faces`, embedded."""
    if medium == "pdf":
        rules = [_rule(face, f"fonts/{face.name}.ttf", "truetype") for face in FACES]
    else:
        rules = [_rule(face, _embedded(faces / f"{face.name}.woff2"), "woff2") for face in WEB_FACES]
    shown, printed = _sheets(templates, SHEETS[medium]), _sheets(templates, PRINTED)
    if medium == "web":
        printed = f"@media print {{\n{printed}\n}}\n" + _sheets(templates, (WEB_PRINTED,))
    return "\n".join([*rules, shown, printed])


def _sheets(templates: Path, names: Sequence[str]) -> str:
    return worded("\n".join((templates / "css" / name).read_text(encoding="utf-8") for name in names), templates)


def _rule(face: Face, address: str, file_format: str) -> str:
    source = f'src: url("{address}") format("{file_format}")'
    look = f"font-weight: {face.weight}; font-style: {face.slant}"
    return f'@font-face {{ font-family: "{face.family}"; {look}; {source}; }}'


def _embedded(face: Path) -> str:
    return "data:font/woff2;base64," + base64.b64encode(face.read_bytes()).decode("ascii")
