"""Pages on which the script is tried: a sound one, and what somebody hostile would make of it."""

import json
import re
from pathlib import Path

from browser.script_data import SIZES, TRAILS, hostile_data

from peacebrief.briefs.pages.html import render_brief
from peacebrief.facts import Fact
from peacebrief.telling.saying.said import Row

TEMPLATES = Path(__file__).resolve().parents[2] / "workflow" / "templates"
CASE = {
    "id": "trial",
    "title": "A force for a trial",
    "question": "How large a force would a trial need?",
    "edition": "2026-07",
    "date": "2026-07-15",
    "last_updated": "2026-07-15",
    "evidence_cutoff": "2026-06-30",
    "conditioning": "A ceasefire has been signed.",
}
FORCE = {"kind": "quantiles", "p5": 15_123.4, "p50": 31_044.0, "p95": 64_211.0}
NUMBERS = {"force": FORCE, "army": {"kind": "number", "value": 71_000.0}, "alone": {"kind": "number", "value": 9.0}}
FACTS = {
    f"trial.{name}": Fact(
        id=f"trial.{name}",
        label=name,
        unit="persons",
        method="Length by density.",
        because=("assumption:line",),
        **number,
    )
    for name, number in NUMBERS.items()
}
FOREIGN = (
    '<script>window.hacked = "script"</script><img src="data:," alt="" onerror="window.hacked = \'handler\'"></main>'
)


def trial_pages(templates: Path, faces: Path) -> dict[str, str]:
    """The pages by name. `templates` is an empty folder for their templates, `faces` that of the typefaces."""
    page = trial_page(templates, faces)
    rows = "".join(f'<p id="fact-{fact}">The row of {fact}</p>' for fact in FACTS)
    return {
        "trial": page,
        "annex": f"<!DOCTYPE html><title>Annex</title>{rows}",
        "hostile": with_data(page, hostile_data()),
        "foreign": page.replace("</main>", FOREIGN),
        "changed": page.replace("'use strict';", "'use strict'; window.hacked = 'changed';"),
        "broken": with_data(page, '{"facts": {"trial.force":'),
    }


def trial_page(folder: Path, faces: Path) -> str:
    """The trial as its templates make it, with the block of data of a brief. `folder` is for the templates."""
    for name in ("css", "csl", "fonts", "js", "parts", "words"):
        (folder / name).symlink_to(TEMPLATES / name)
    (folder / "brief").mkdir()
    (folder / "brief" / "trial.html.jinja").symlink_to(Path(__file__).with_name("script_trial.html.jinja"))
    page = render_brief(
        brief_id="trial",
        facts=FACTS,
        evidence={"case": CASE, "assumptions": [], "tables": {}},
        citations={},
        figures={},
        tables={},
        templates=folder,
        faces=faces,
        medium="web",
        extra={"sizes": [Row([*size.values()]) for size in SIZES], "row": Row},
    )
    return with_data(page, json.dumps(TRAILS).replace("<", "\\u003c"))


def with_data(page: str, text: str) -> str:
    """The page with `text` as its block of data."""
    rest = re.sub(r'<script type="application/json".*?</script>\n?', "", page, flags=re.DOTALL)
    before, own, after = rest.rpartition("<script>")
    return f'{before}<script type="application/json" id="trails">{text}</script>\n{own}{after}'
