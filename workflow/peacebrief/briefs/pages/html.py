"""One template, two media: the HTML that is published, and the HTML that becomes the PDF."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from jinja2.runtime import Macro
from markupsafe import Markup

from peacebrief.briefs.citing.citations import SourceEntry
from peacebrief.briefs.pages.brief_voice import BriefVoice
from peacebrief.briefs.pages.figure_in_page import FigureFile, inline_svg
from peacebrief.briefs.pages.mark_places import with_marks_placed
from peacebrief.briefs.pages.numbering import Register
from peacebrief.briefs.pages.prose import phrases_of, prose_of
from peacebrief.briefs.pages.table_in_page import TablePrinter
from peacebrief.briefs.setting.brief_page import name_of_brief
from peacebrief.briefs.setting.environment import template_environment
from peacebrief.briefs.setting.script import script, script_policy
from peacebrief.briefs.setting.stylesheet import Medium, stylesheet
from peacebrief.facts.fact import Fact
from peacebrief.facts.likelihood import YARDSTICK
from peacebrief.telling.rooms import Telling
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.said import Pointer
from peacebrief.telling.saying.voice import Words

# Blanks left at the end of a line where a case has nothing to say.
TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)
# Folders of macros under `parts/`; the layout is extended by name.
PARTS = ("boxes", "figures", "files", "notes", "tables", "trails", "registers")


def render_brief(
    *,
    brief_id: str,
    facts: Mapping[str, Fact],
    evidence: Mapping[str, Any],
    citations: Mapping[str, SourceEntry],
    figures: Mapping[str, FigureFile],
    tables: Mapping[str, Sequence[Mapping[str, Any]]],
    templates: Path,
    faces: Path,
    medium: Medium,
    extra: Mapping[str, Any],
    template: str = "",
) -> str:
    """The brief `brief_id` as HTML, from `templates/brief/<brief_id>.html.jinja` or another `template`.

    `evidence` is the record with `case`, `assumptions` and `tables`, `citations` is the `bibliography` of its sources;
    `extra` adds names for this template.
    `faces` is the folder of the typefaces that the web form carries, as `subset_faces` writes them.
    The web form is one file that fetches nothing; the PDF form names the faces beside it and is read by `render_pdf`.

    Raises ValueError where the template asks for a fact, figure or source that is not there, or prints a bare number.
    """
    environment = template_environment(templates)
    context = {
        "brief_id": brief_id,
        "here": name_of_brief(brief_id, extra.get("option")),
        "medium": medium,
        "web": medium == "web",
        "case": evidence["case"],
        **_listed_in(evidence["case"]),
        "options": evidence.get("tables", {}).get("options", []),
        "assumptions": evidence["assumptions"],
        "facts": facts,
        "tables": {**evidence["tables"], **tables},
        "likelihood_bands": YARDSTICK,
        "bibliography": citations,
        "find_figure": partial(_find_figure, figures=figures),
        "inline_svg": _picture(figures),
        "stylesheet": Markup(stylesheet(templates, medium, faces)),  # noqa: S704 - our own style
        "script": Markup(script(templates)),  # noqa: S704 - our own script
        "script_policy": script_policy(script(templates)),
    }
    called = evidence["case"].get("vocabulary", {})
    context |= {"called": called, "article": called.get("article"), "patron": called.get("patron")}
    words = Words(templates / "words", escaped=True, vocabulary={"called": called})
    template = template or f"brief/{brief_id}.html.jinja"
    told = _joined({**context, "phrase": phrases_of(words), "prose": prose_of(template, words)}, extra)
    page = _twice(environment, template, told, words)
    return with_marks_placed(page) if medium == "pdf" else page


def _listed_in(case: Mapping[str, Any]) -> dict[str, Any]:
    """What a case lists, each with its label and phrase, and whether it has `levels` of support to compare."""
    postures = case.get("logistics", {}).get("postures", {})
    lists = {"roles": case.get("roles", {}), "levels": case.get("support_levels", {}), "postures": postures}
    return {name: list(entries.values()) for name, entries in lists.items()} | {"graded": len(lists["levels"]) > 1}


def _twice(environment: Environment, name: str, context: Mapping[str, Any], words: Words) -> str:
    """The second of two renderings, which knows what the first one has shown."""
    template = environment.get_template(name)
    first = Register()
    for register in (first, Register(known=first)):
        told = _joined(_spoken(words, context, register), context)
        page = template.render(**told, **_parts(environment, told))
    return TRAILING.sub("", page)


def _parts(environment: Environment, told: Mapping[str, Any]) -> dict[str, Any]:
    """The macros of all parts by name: what every page may use, and each part of those before it."""
    found: dict[str, Any] = {}
    for part in PARTS:
        module = environment.get_template(f"parts/{part}.html.jinja").make_module({**told, **found})
        found |= {name: macro for name, macro in vars(module).items() if isinstance(macro, Macro)}
    return found


def _spoken(words: Words, context: Mapping[str, Any], register: Register) -> dict[str, Any]:
    """What a rendering says numbers, sources, sentences and tables with."""
    medium, own = context["medium"], {name: context[name] for name in ("facts", "medium")}
    citations, marks = context["bibliography"], context.get("marks", {})
    voice = BriefVoice(words, **own, citations=citations, register=register, marks=marks)
    tell = Telling(Known(context["facts"], context["tables"], context["case"]), voice)
    table = TablePrinter(register, medium, tell, words.phrase("page.table", {}))
    return {
        "register": register,
        "num": voice.number,
        "verdict": voice.ruling,
        "day": voice.day,
        "note": voice.note,
        "cited": voice.cited,
        "cite": lambda keys, locator="": voice.note(voice.cited(keys, locator) + "."),
        "point_to": lambda kind, name: voice.pointed(Pointer(kind, name)),
        "table": table,
        "table_of": lambda name, rows, caller, **looks: table.set_out(name, rows, caller(), **looks),
        "remark": tell.remarks.of,
        "tell": tell,
    }


def _joined(context: Mapping[str, Any], extra: Mapping[str, Any]) -> dict[str, Any]:
    taken = sorted(context.keys() & extra.keys())
    if taken:
        raise ValueError(f"these names already have a meaning in every template: {', '.join(taken)}")
    return {**context, **extra}


def _find_figure(figure_id: str, figures: Mapping[str, FigureFile]) -> FigureFile:
    if figure_id in figures:
        return figures[figure_id]
    near = get_close_matches(figure_id, figures, n=1)
    raise ValueError(f"no figure is called {figure_id}" + (f"; did you mean {near[0]}?" if near else ""))


def _picture(figures: Mapping[str, FigureFile]) -> Callable[[str], Markup]:
    def picture(figure_id: str) -> Markup:
        found = _find_figure(figure_id, figures)
        return inline_svg(found.svg, alt=found.alt, figure_id=figure_id)

    return picture
