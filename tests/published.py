"""Every page that is published, of the real case and of the miniature, for tests that look at each of them."""

import csv
from pathlib import Path

PROJECT = Path(__file__).parents[1]
# The fixture that builds an edition, and the inputs it is built from.
EDITIONS = {"edition": PROJECT / "inputs", "miniature_edition": PROJECT / "tests/fixtures/miniature/inputs"}
# Whatever other cases lie beside it.
CASES = {"edition": "ukraine", "miniature_edition": "island"}
PAGES = ("annex", "brief", "claims", "summary")


def case_of(edition: str) -> str:
    """The case that an edition is about."""
    return CASES[edition]


def options_of(edition: str) -> list[str]:
    """The ids of the options of the case."""
    with (EDITIONS[edition] / case_of(edition) / "options.csv").open(encoding="utf-8", newline="") as table:
        return [row["id"] for row in csv.DictReader(table)]


def briefs_of(edition: str) -> list[str]:
    """The briefs of an edition: the pages, and one brief for each option."""
    return [*PAGES, *(f"option_{option}" for option in options_of(edition))]


# As they are named below reports/, largest first, so that what runs beside it never waits for the annex alone.
BRIEFS = [f"{case_of(edition)}/{brief}" for edition in EDITIONS for brief in briefs_of(edition)]
WEB_PAGES = [*BRIEFS, *(f"{case_of(edition)}/index" for edition in EDITIONS), "index"]


SHORTEST_NAME = 4  # a shorter one is a word of the label as well


def label_faults(facts):
    """Facts whose id is not their family filled, or whose label holds the name of a subject."""
    found = [(fact.id, fact.family) for fact in facts if fact.family.format_map(fact.subjects) != fact.id]
    for fact in facts:
        names = [name for name in fact.names.values() if len(name) >= SHORTEST_NAME]
        found += [(fact.id, name) for name in names if name.casefold() in fact.label.casefold()]
    return found
