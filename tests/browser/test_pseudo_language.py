"""In a language whose words are longer by two fifths and full of accents, every page still has room for them."""

import math
import re
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from lxml import html as lxml_html
from published import case_of

from peacebrief.briefs.pages.page_content import Material
from peacebrief.briefs.setting.brief_page import names_of_briefs, pages_in

TEMPLATES = Path(__file__).parents[2] / "workflow/templates"
# What is not a word of the language: code, tags, entities; and what an editor of words does not see.
CODE = r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}"
KEPT = re.compile(rf"({CODE}|</?[a-zA-Z!](?>{CODE}|[^>])*>|[a-z-]+=\"(?>{CODE}|[^\"])*\"|&\w+;)", re.DOTALL)
WORD = re.compile(r"[A-Za-z]{2,}")
ACCENTS = str.maketrans("aeiouyAEIOU", "åéîöüÿÅÉÎÖÜ")
LONGER = 0.4
# In a process of its own: what prints sets up the typefaces for all that its process starts later, browsers too.
PRINTS = """
import sys
from datetime import date
from pathlib import Path
from peacebrief.briefs.printing.pdf import render_pdf
from peacebrief.briefs.printing.pdf_metadata import DocumentInfo
info = DocumentInfo(title="Trial", author="Nobody", description="A trial", keywords=[], date=date(2026, 7, 15))
for page in map(Path, sys.argv[2:]):
    document = render_pdf(html=page.read_text(), attachments=[], info=info, templates=Path(sys.argv[1]))
    page.with_suffix(".pdf").write_bytes(document)
"""
STAGES = ("sizing", "generation", "logistics", "feasibility")


def pseudo(text):
    """Words in the language that nobody speaks: accents, and two fifths more letters."""
    return WORD.sub(lambda word: word[0].translate(ACCENTS) + "ö" * math.ceil(LONGER * len(word[0])), text)


def translated(template):
    """A template with its words in that language."""
    parts = KEPT.split(template)
    return "".join(part if KEPT.fullmatch(part) else pseudo(part) for part in parts)


def in_pseudo_language(folder):
    """All templates, with other words."""
    shutil.copytree(TEMPLATES, folder)
    for file in folder.rglob("*.jinja"):
        file.write_text(translated(file.read_text(encoding="utf-8")), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def templates(tmp_path_factory):
    """The templates in the other language."""
    return in_pseudo_language(tmp_path_factory.mktemp("pseudo") / "templates")


@pytest.fixture(scope="module", params=["edition", "miniature_edition"])
def told(request, templates):
    """A case told in the other language: its pages by name, for both media."""
    checkout = request.getfixturevalue(request.param)
    build = checkout.folder / "build"
    own = build / checkout.case
    material = Material(
        facts=own / "facts.json", citations=own / "citations.json", evidence=next(own.glob("inputs/evidence-*.json")),
        stages=[own / f"{stage}.json" for stage in STAGES], figures=own / "figures", faces=build / "faces",
        printed=sorted(own.glob("printed-*.json")), templates=templates,
    )  # fmt: skip
    names = names_of_briefs(pages_in(templates), [str(row["id"]) for row in material.options])
    pages = {medium: {name: material.page(name, medium) for name in names} for medium in ("web", "pdf")}
    return {**pages, "case": checkout.case}


def test_words_are_longer_and_code_is_not():
    told = '<p class="x">Two {{ num("a.b") }} words</p>'
    assert translated(told) == '<p class="x">Twööö {{ num("a.b") }} wördsöö</p>'


def test_the_pages_speak_the_other_language(told):
    plain = re.compile(r"\b(?:the|source|of)\b", re.IGNORECASE)
    for name, page in told["web"].items():
        text = " ".join(lxml_html.document_fromstring(page).xpath("//h1//text() | //h2//text() | //caption//text()"))
        assert "ö" in text, name
        assert len(plain.findall(text)) < 40, name


def test_no_page_overflows_a_screen(told, run_browser, tmp_path, nothing_found):
    files = [tmp_path / f"{name}.html" for name in told["web"]]
    for file, page in zip(files, told["web"].values(), strict=True):
        file.write_text(page, encoding="utf-8")
    for file, screens in run_browser("pseudo.mjs", *files).items():
        for screen, faults in screens.items():
            nothing_found(Path(file).stem, faults, screen)


def test_no_word_runs_off_the_paper(told, templates, tool, tmp_path):
    """The annex is printed for one case: the registers of the other have the same columns, and three times the rows."""
    pages = {name: page for name, page in told["pdf"].items() if (name, told["case"]) != ("annex", case_of("edition"))}
    files = [tmp_path / f"{name}.html" for name in pages]
    for file, page in zip(files, pages.values(), strict=True):
        file.write_text(page, encoding="utf-8")
    subprocess.run([sys.executable, "-c", PRINTS, templates, *files], check=True)
    for file in files:
        document = file.with_suffix(".pdf")
        done = subprocess.run([tool("pdftotext"), "-bbox", document, "-"], capture_output=True, check=True)
        for sheet in lxml_html.parse(BytesIO(done.stdout)).xpath("//page"):
            ends = [float(place) for place in sheet.xpath(".//word/@xmin | .//word/@xmax")]
            assert min(ends) >= 0, file.stem
            assert max(ends) <= float(sheet.get("width")), file.stem
