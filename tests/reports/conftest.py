"""A small synthetic brief, so that the rendering is tested without building a case."""

from __future__ import annotations

from datetime import date
from functools import cache, partial
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from jinja2 import BytecodeCache
from plain_words import SAY

from peacebrief.briefs.citing.citations import bibliography
from peacebrief.briefs.pages.figure_in_page import FigureFile
from peacebrief.briefs.pages.html import render_brief
from peacebrief.briefs.pages.origin_links import OriginLinks
from peacebrief.briefs.printing.attached import attachments
from peacebrief.briefs.printing.pdf import render_pdf
from peacebrief.briefs.printing.pdf_metadata import DocumentInfo
from peacebrief.briefs.release.pdf_checks import pdf_faults
from peacebrief.briefs.release.structure import elements
from peacebrief.briefs.release.validator import validator_opinion
from peacebrief.briefs.setting import environment
from peacebrief.briefs.setting.page_checks import GateError
from peacebrief.facts import Fact
from peacebrief.facts.fact import facts_document
from peacebrief.telling.saying.said import Row
from peacebrief.typefaces import WEB_FACES
from peacebrief.typefaces.subsetting import subset

TEMPLATES = Path(__file__).resolve().parents[2] / "workflow" / "templates"
TRIAL = Path(__file__).with_name("trial.html.jinja")

PICTURE = """<?xml version="1.0" encoding="utf-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="482pt" height="120pt" viewBox="0 0 482 120" version="1.1">
 <metadata>by a drawing program</metadata>
 <defs><style type="text/css">*{stroke-linejoin: round; stroke-linecap: butt}</style></defs>
 <g id="bars-axes"><rect x="90" y="20" width="300" height="30" style="fill: #0072b2"/>
 <text style="font: 9px 'Source Sans 3'; fill: #1a1a1a" x="10" y="40">Monitoring</text></g>
</svg>
"""


def fact(fact_id, kind, unit="persons", because=("assumption:line",), **numbers):
    label = fact_id.rpartition(".")[2].capitalize()
    return Fact(id=fact_id, label=label, unit=unit, kind=kind, method="Length by density.", because=because, **numbers)


FACTS = [
    fact("trial.force", "quantiles", p5=15_123.4, p50=31_044.0, p95=64_211.0),
    fact("trial.chance", "probability", "probability", value=0.4123, because=("fact:trial.force",)),
    fact("trial.share", "quantiles", "share", p5=0.31, p50=0.37, p95=0.52),
    fact("trial.army", "number", value=71_000.0, because=("table:missions.csv#M1", "table:missions.csv#M2")),
    fact("trial.verdict", "words", "words", value="partly supported"),
]
SOURCES = [
    {
        "key": "dobbins2007guide",
        "entrytype": "techreport",
        "author": "Dobbins, James and Jones, Seth G.",
        "title": "The Beginner's Guide to Nation-Building",
        "year": "2007",
        "institution": "RAND Corporation",
        "url": "https://www.example.org/guide?a=1&b=2",
        "urldate": "2026-02-01",
        "archived": "https://archive.example.org/guide",
    },
    {
        "key": "times2026ceiling",
        "entrytype": "online",
        "author": "{The Times and Sunday Times}",
        "title": "Ceiling of a force",
        "date": "2026-01-09",
        "year": "2026",
        "url": "https://www.example.com/ceiling",
        "urldate": "2026-02-01",
        "keywords": "weak-host",
    },
    {
        "key": "times2026second",
        "entrytype": "online",
        "author": "{The Times and Sunday Times}",
        "title": "Another report",
        "date": "2026-02-09",
        "url": "https://www.example.com/second",
        "urldate": "2026-02-10",
    },
]
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
ASSUMPTION = {
    "id": "line",
    "label": "Length of the line",
    "unit": "km",
    "distribution": "pert",
    "low": 950.0,
    "central": 1150.0,
    "high": 1290.0,
    "choices": "",
    "stage": "sizing",
    "source": "dobbins2007guide",
    "locator": "",
    "quality": "medium",
    "impact": "high",
    "basis": "found",
    "note": "Measured on a map.",
}
INFO = DocumentInfo(
    title="Trial: A force for a trial",
    author="The project",
    description="A trial",
    keywords=["trial"],
    date=date(2026, 7, 15),
)
EVIDENCE = {"case": CASE, "assumptions": [ASSUMPTION], "sources": SOURCES}
ATTACHMENTS = attachments(
    brief="trial", facts=facts_document(FACTS, case="trial", edition="2026-07").encode(), evidence=EVIDENCE, say=SAY
)


class Compiled(BytecodeCache):
    """What the templates were compiled to, by their text: many tests have a folder of their own with the same ones."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], bytes] = {}

    def get_cache_key(self, name, filename=None):  # noqa: ARG002 - wherever its file lies
        return name

    def load_bytecode(self, bucket):
        if code := self.kept.get((bucket.key, bucket.checksum)):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket):
        self.kept[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


@pytest.fixture(autouse=True, scope="package")
def _no_template_compiled_twice():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(environment, "Environment", partial(environment.Environment, bytecode_cache=Compiled()))
        yield


@pytest.fixture(scope="session")
def templates(tmp_path_factory):
    """The real styles, parts and typefaces with the trial as the only brief."""
    folder = tmp_path_factory.mktemp("templates")
    for name in ("css", "csl", "fonts", "js", "parts", "words"):
        (folder / name).symlink_to(TEMPLATES / name)
    (folder / "brief").mkdir()
    (folder / "brief" / "trial.html.jinja").symlink_to(TRIAL)
    return folder


@pytest.fixture(scope="session")
def reduced():
    """A face as the web pages carry it, by its name; reducing one takes seconds."""
    return cache(lambda name: subset(TEMPLATES / "fonts" / f"{name}.ttf"))


@pytest.fixture(scope="session")
def faces(reduced, tmp_path_factory):
    """The same typeface under the name of each: pages carry them, unread; `test_typefaces` looks into every one."""
    folder = tmp_path_factory.mktemp("faces")
    for face in WEB_FACES:
        (folder / f"{face.name}.woff2").write_bytes(reduced(WEB_FACES[0].name))
    return folder


@pytest.fixture(scope="session")
def render(templates, faces):
    """`render_brief` on the trial; any part of its content can be replaced."""

    def rendered(
        medium,
        *,
        brief_id="trial",
        templates=templates,
        case=None,
        aside="",
        sources=SOURCES,
        picture=PICTURE,
        **extra,
    ):
        figure = FigureFile(
            svg=picture,
            title="Monitoring needs least",
            subtitle="Troops, by role",
            source="Source: trial.",
            alt="One bar: monitoring needs 15 to 64 thousand troops.",
            csv="figures/bars.csv",
        )
        evidence = {"case": CASE | (case or {}), "assumptions": [ASSUMPTION], "tables": {}}
        return render_brief(
            brief_id=brief_id,
            facts={one.id: one for one in FACTS},
            evidence=evidence,
            citations=bibliography(sources, templates / "csl", SAY),
            figures={"bars": figure},
            tables={},
            templates=templates,
            faces=faces,
            medium=medium,
            extra={"aside": aside, "row": Row, "origin_links": OriginLinks, **extra},
        )

    return rendered


@pytest.fixture(scope="session")
def web(render):
    return render("web")


@pytest.fixture(scope="session")
def page(render):
    return render("pdf")


@pytest.fixture(scope="session")
def to_pdf(templates):
    """`render_pdf` with the trial's own description."""

    def rendered(html, attachments=()):
        return render_pdf(html=html, attachments=attachments, info=INFO, templates=templates)

    return rendered


@pytest.fixture(scope="session")
def carried():
    """What the trial's PDF carries, as bytes by name."""
    return {one.name: one.data for one in ATTACHMENTS}


@pytest.fixture(scope="session")
def pdf(page, to_pdf):
    return to_pdf(page, ATTACHMENTS)


@pytest.fixture(scope="session")
def check_pdf():
    """The gate's own checks of a PDF by themselves: GateError with the first fault found."""

    def check(pdf, forbidden=()):
        with pikepdf.open(BytesIO(pdf)) as document:
            if fault := next(pdf_faults(document, elements(document), forbidden), None):
                raise GateError(fault)

    return check


@pytest.fixture(scope="session")
def faults_found():
    """What an independent validator finds: rule and message, for a file and a profile (`pdfa-3a`, `pdfua-1`)."""

    def find(pdf, profile):
        return validator_opinion(pdf, profile).faults

    return find
