"""One name for everything: panels, registers, data files, pictures and alternative texts call a fact by one label."""

import csv
import json
import re

import pytest
from lxml import html
from published import EDITIONS, briefs_of

from peacebrief.facts.fact import read_facts

pytestmark = pytest.mark.slow
# Figure -> the columns of its data that hold a subject and its name, and the slot of facts that holds the subject.
NAMED = {
    "corridor_losses": ("loss", "label", "loss"),
    "cost": ("option", "label", "option"),
    "methods_side_by_side": ("method", "label", "method"),
    "public_support": ("contributor", "country", "contributor"),
    "sensitivity_indices": ("quantity", "label", "input"),
    "switching_values": ("driver", "label", "driver"),
}
# Figures whose alternative text names every subject of a column, and the slot of facts that holds it.
HEARD = {
    "burden": ("option", "option"),
    "cost": ("option", "option"),
    "gate_matrix": ("option", "option"),
    "rank_acceptability": ("option", "option"),
    "risk_exceedance": ("option", "option"),
    "sensitivity_indices": ("role", "role"),
}


class Told:
    """What an edition calls its facts, and what their subjects are called."""

    def __init__(self, folder, briefs):
        self.folder, self.briefs = folder, briefs
        document = json.loads((folder / "data/facts.json").read_text(encoding="utf-8"))
        self.facts, self.names = read_facts(document), document["names"]
        self.called = {name: fact.called for name, fact in self.facts.items()}

    def page(self, brief):
        return html.fromstring((self.folder / f"{brief}.html").read_bytes())

    def rows(self, figure):
        with (self.folder / f"figures/{figure}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))


@pytest.fixture(scope="module", params=EDITIONS)
def told(request):
    edition = request.getfixturevalue(request.param)
    return Told(edition.folder / "reports" / edition.case, briefs_of(request.param))


def test_panels_call_facts_by_their_labels(told):
    checked = set()
    for brief in told.briefs:
        for block in told.page(brief).xpath("//script[@id='trails']"):
            trails = json.loads(block.text)
            assert {name: fact["label"] for name, fact in trails["facts"].items()}.items() <= told.called.items()
            rested = {origin[5:]: row["label"] for origin, row in trails["inputs"].items()
                      if origin.startswith("fact:") and origin[5:] in told.called}  # fmt: skip
            assert rested.items() <= told.called.items()
            checked |= trails["facts"].keys() | rested.keys()
    assert len(checked) > 100


def test_registers_and_files_call_facts_by_their_labels(told):
    rows = told.page("annex").xpath("//tr[starts-with(@id, 'fact-')][td[@class='name']]")
    listed = {row.get("id").removeprefix("fact-"): " ".join(row[0].text_content().split()) for row in rows}
    assert len(listed) > len(told.called) / 3
    assert {name: label for name, label in listed.items() if told.called[name] != label} == {}
    with (told.folder / "data/facts.csv").open(encoding="utf-8", newline="") as file:
        assert {row["id"]: row["label"] for row in csv.DictReader(file)} == told.called


def plain(name):
    """A name without the quotation marks and the capital that its place in a sentence asks for."""
    return re.sub("[“”]", "", name).casefold()


def test_figures_call_subjects_as_facts_do(told):
    found = {}
    for figure, (subject, label, slot) in NAMED.items():
        for row in told.rows(figure):
            if row[subject] in told.names[slot]:
                found[figure, row[subject]] = (plain(row[label]), plain(told.names[slot][row[subject]]))
    assert {figure for figure, _ in found} == NAMED.keys()
    assert {place: names for place, names in found.items() if names[0] != names[1]} == {}


def test_alternative_texts_call_subjects_as_facts_do(told):
    page = told.page("brief")
    heard = {figure: " ".join(svg.xpath("*[local-name()='title']/text()")) for figure in HEARD
             for svg in page.xpath(f"//*[local-name()='svg'][@id='{figure}']")}  # fmt: skip
    assert heard
    for figure, text in heard.items():
        subject, slot = HEARD[figure]
        wanted = {told.names[slot][row[subject]] for row in told.rows(figure)}
        assert {name for name in wanted if plain(name) not in plain(text)} == set(), figure


def test_no_subject_is_called_by_its_id(told):
    """Where a label prints a subject, it prints a name: nothing with the underscores of an id."""
    printed = {(slot, fact.subjects[slot]): name for fact in told.facts.values() for slot, name in fact.names.items()
               if f"{{{slot}}}" in fact.label}  # fmt: skip
    assert {place: name for place, name in printed.items() if "_" in name} == {}
