"""Cases that lack what the others have: each builds, and says nothing of what it lacks."""

from __future__ import annotations

import csv
import re
import shutil
from html import unescape

import pytest
import yaml
from conftest import MINIATURE, copy_of_project, with_every_brief

pytestmark = pytest.mark.slow

KEPT, GONE = "alone", "helped"
ON_A_LEVEL = {"options.csv", "enablers.csv", "indicators.csv", "elicitation_questions.csv"}
# What only a case with several levels can say; cells of tables and methods speak of all cases.
COMPARED = re.compile(
    r"by level of (support|[A-Z]\w+ support)|each level of [A-Z]\w+ support|least to the most|it is planned with|League"
)
HIDDEN = re.compile(r"<(script|style|template)\b.*?</\1>|<[^>]+>", re.DOTALL)


def at_one_level(inputs):
    """As an analyst would write the case who knows one level of support: rows of the other left out, plans moved."""
    for file in inputs.glob("**/*.csv"):
        with file.open(encoding="utf-8", newline="") as text:
            header, *rows = csv.reader(text)
        if file.name in ON_A_LEVEL:
            rows = [[re.sub(rf"\b{GONE}\b", KEPT, cell) for cell in row] for row in rows]
        elif "support_level" in header:
            rows = [row for row in rows if row[header.index("support_level")] != GONE]
        with file.open("w", encoding="utf-8", newline="") as text:
            csv.writer(text, lineterminator="\n").writerows([header, *rows])
    settings = inputs / "island/case.yaml"
    case = yaml.safe_load(settings.read_text(encoding="utf-8"))
    del case["support_levels"][GONE]
    settings.write_text(yaml.safe_dump(case, sort_keys=False), encoding="utf-8")


def without_a_patron(inputs):
    """Nobody stands behind the force from outside, and nothing is lent."""
    at_one_level(inputs)
    vocabulary = inputs / "island/vocabulary.yaml"
    called = yaml.safe_load(vocabulary.read_text(encoding="utf-8"))
    del called["patron"]
    called["challenges"]["league_role"] = "What others do"
    vocabulary.write_text(yaml.safe_dump(called, sort_keys=False), encoding="utf-8")
    table = inputs / "island/enablers.csv"
    with table.open(encoding="utf-8", newline="") as text:
        rows = list(csv.DictReader(text))
    with table.open("w", encoding="utf-8", newline="") as text:
        writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows({**row, "patron_quantity": "", "lent_at": ""} for row in rows)


def words_of(page):
    return " ".join(unescape(HIDDEN.sub(" ", page)).split())


def test_a_case_without_a_patron_has_one_level_of_support_and_compares_none(tmp_path):
    inputs = shutil.copytree(MINIATURE, tmp_path / "inputs")
    without_a_patron(inputs)
    project = tmp_path / "project"
    project.mkdir()
    built = with_every_brief(copy_of_project(project, inputs)).folder
    pages = {file.stem: words_of(file.read_text(encoding="utf-8")) for file in built.glob("reports/island/*.html")}
    assert {"annex", "brief", "claims", "summary", "option_observers", "option_separation", "index"} == pages.keys()
    said = {name: [words.group(0) for words in COMPARED.finditer(page)] for name, page in pages.items()}
    assert {name: words for name, words in said.items() if words} == {}
