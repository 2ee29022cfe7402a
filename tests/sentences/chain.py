"""A case from its inputs to its pages, in one process: all stages, all facts, the words of the figures, the briefs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from plain_words import SAY

from peacebrief.briefs.citing.citations import bibliography
from peacebrief.briefs.pages.figure_in_page import FigureFile
from peacebrief.briefs.pages.html import render_brief
from peacebrief.briefs.setting.brief_page import brief_page
from peacebrief.facts import Fact
from peacebrief.facts.collect import collect_facts
from peacebrief.facts.fact import names_of
from peacebrief.feasibility import judge_feasibility
from peacebrief.figures import FIGURES, Caption
from peacebrief.figures.reading import figure_tables
from peacebrief.figures.registry import figure_module
from peacebrief.generation import generate_force
from peacebrief.inputs import resolve_case
from peacebrief.logistics import plan_logistics
from peacebrief.sizing import size_force
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.voice import plainly
from sentences.templates import TEMPLATES, spoken_folder, told_sentences
from sentences.world import World

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="10pt" height="10pt" viewBox="0 0 10 10"></svg>'


def told_world(inputs: Path, case: str, *, seed: int, draws: int) -> World:
    """The facts of a case with changed inputs, and every page that they are told on."""
    found = resolve_case(inputs, case)
    records = {name: {**_as_read(record), "draws": draws} for name, record in found.stages.items()}
    evidence = _as_read(found.evidence)
    evidence["case"]["draws"] = draws
    sizing, generation, logistics = (
        _as_read(stage(records[name]))
        for name, stage in (("sizing", size_force), ("generation", generate_force), ("logistics", plan_logistics))
    )
    feasibility = _as_read(
        judge_feasibility(
            records["feasibility"],
            generation=records["generation"],
            found_generation=generation,
            logistics=logistics,
        )
    )
    stages = [sizing, generation, logistics, feasibility]
    return world_of(_as_published(collect_facts(stages=stages, evidence=evidence)), evidence, stages, seed=seed)


def world_of(facts: dict[str, Fact], evidence: dict[str, Any], stages: list[dict[str, Any]], *, seed: int) -> World:
    """The pages and the words of the figures for facts that are known."""
    tables = figure_tables(evidence, *stages)
    known = Known(facts, tables, evidence["case"])
    say = plainly(known, TEMPLATES / "words")
    captions: dict[str, Caption] = {name: figure_module(name).describe(known, say) for name in FIGURES}
    pages = rendered(facts=facts, evidence=evidence, tables=tables, captions=captions)
    return World(seed=seed, facts=facts, case=evidence["case"], tables=tables, captions=captions, pages=pages)


def rendered(
    *,
    facts: Mapping[str, Fact],
    evidence: Mapping[str, Any],
    tables: Mapping[str, Any],
    captions: Mapping[str, Caption],
) -> dict[str, str]:
    """The brief, the summary, the claims, a page for each option, and pages that speak every shared sentence."""
    figures = {
        name: FigureFile(svg=PICTURE, csv=f"figures/{name}.csv", **caption.as_record())
        for name, caption in captions.items()
    }
    options, citations = evidence["tables"]["options"], bibliography(evidence["sources"], TEMPLATES / "csl", SAY)
    common = {"facts": facts, "evidence": evidence, "figures": figures, "tables": tables, "faces": TEMPLATES / "fonts"}
    common |= {"medium": "pdf"}
    pages = {}
    for name in ("brief", "summary", "claims", *(f"option_{row['id']}" for row in options)):
        page = brief_page(name, options)
        extra = page.given
        pages[name] = render_brief(brief_id=page.page, citations=citations, templates=TEMPLATES, extra=extra, **common)
    with TemporaryDirectory() as folder:
        templates = spoken_folder(Path(folder))
        for row in (None, *options):
            extra = {"option": row, "sentences": told_sentences(about_an_option=row is not None)}
            name = f"spoken_{row['id']}" if row else "spoken"
            pages[name] = render_brief(
                brief_id="spoken", citations=citations, templates=templates, extra=extra, **common
            )
    return pages


def _as_read(record: Mapping[str, Any]) -> dict[str, Any]:
    """A record as the next stage reads it from its file."""
    return dict(json.loads(json.dumps(record)))


def _as_published(facts: list[Fact]) -> dict[str, Fact]:
    """Facts with the digits that are published, by name."""
    names = names_of(facts)
    return {fact.id: Fact.from_record(fact.as_record(), names) for fact in facts}
