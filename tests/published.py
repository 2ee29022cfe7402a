"""Every page that is published, of the real case and of the miniature, for tests that look at each of them."""

from pathlib import Path

from peacebrief.inputs.option_ids import option_ids

PROJECT = Path(__file__).parents[1]
# The fixture that builds an edition, and the inputs it is built from.
EDITIONS = {"edition": PROJECT / "inputs", "miniature_edition": PROJECT / "tests/fixtures/miniature/inputs"}
PAGES = ("annex", "brief", "claims", "summary")


def case_of(edition: str) -> str:
    """The only case of an edition."""
    return min(file.parent.name for file in EDITIONS[edition].glob("*/case.yaml"))


def briefs_of(edition: str) -> list[str]:
    """The briefs of an edition: the pages, and one brief for each option."""
    return [*PAGES, *(f"option_{option}" for option in option_ids(EDITIONS[edition], case_of(edition)))]


# As they are named below reports/, largest first, so that what runs beside it never waits for the annex alone.
BRIEFS = [f"{case_of(edition)}/{brief}" for edition in EDITIONS for brief in briefs_of(edition)]
WEB_PAGES = [*BRIEFS, *(f"{case_of(edition)}/index" for edition in EDITIONS), "index"]
