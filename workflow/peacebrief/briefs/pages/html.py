"""One template, two media: the HTML that is published, and the HTML that becomes the PDF."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from peacebrief.briefs.citing.citations import SourceEntry, find_source, split_keys
from peacebrief.briefs.pages.figure_in_page import FigureFile, inline_svg
from peacebrief.briefs.pages.mark_places import with_marks_placed
from peacebrief.briefs.pages.numbering import Register
from peacebrief.briefs.setting.environment import template_environment
from peacebrief.briefs.setting.script import script, script_policy
from peacebrief.briefs.setting.stylesheet import Medium, stylesheet
from peacebrief.briefs.spelling.number_forms import find_fact, machine_value, spell
from peacebrief.facts.fact import Fact
from peacebrief.facts.likelihood import YARDSTICK


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
        "medium": medium,
        "case": evidence["case"],
        "assumptions": evidence["assumptions"],
        "facts": facts,
        "tables": {**evidence["tables"], **tables},
        "likelihood_bands": YARDSTICK,
        "spell": spell,
        "machine_value": machine_value,
        "split_keys": split_keys,
        "bibliography": citations,
        "find_fact": partial(find_fact, facts=facts),
        "find_source": partial(find_source, entries=citations),
        "find_figure": partial(_find_figure, figures=figures),
        "inline_svg": _picture(figures),
        "stylesheet": Markup(stylesheet(templates, medium, faces)),  # noqa: S704 - our own style
        "script": Markup(script(templates)),  # noqa: S704 - our own script
        "script_policy": script_policy(script(templates)),
    }
    page = _twice(environment, template or f"brief/{brief_id}.html.jinja", _joined(context, extra))
    return with_marks_placed(page) if medium == "pdf" else page


def _twice(environment: Environment, name: str, context: Mapping[str, Any]) -> str:
    template = environment.get_template(name)
    first = Register()
    template.render(**context, register=first)
    return template.render(**context, register=Register(known=first))


def _joined(context: dict[str, Any], extra: Mapping[str, Any]) -> dict[str, Any]:
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
