"""What figures read of facts and tables: roles in order, the size under test, ranges, cells, options as planned."""

from __future__ import annotations

from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.options import planned_level

ASKING, FITTING = "sizing.methods_at_least.", "sizing.methods_fitting."


def role_labels(known: Known) -> dict[str, str]:
    """The printed name of each role, in the order of the case."""
    return {str(row["id"]): str(row["label"]) for row in known.tables["roles"]}


def size_under_test(known: Known) -> int:
    """The force size that methods are counted at for every role; the smallest where there are several."""
    reaching = (name.removeprefix(ASKING) for name in known.facts if name.startswith(ASKING))
    return min(int(name.partition(".")[0]) for name in reaching)


def span(known: Known, fact_id: str) -> tuple[float, float, float]:
    """p5, p50 and p95 of a fact. Raises ValueError where one is missing."""
    fact = known.fact(fact_id)
    if fact.p5 is None or fact.p50 is None or fact.p95 is None:
        raise ValueError(f"{fact.id} has no quantiles")
    return fact.p5, fact.p50, fact.p95


def middle(known: Known, fact_id: str) -> float:
    """The middle of a range. Raises ValueError where a fact has none."""
    return span(known, fact_id)[1]


def cell(row: Record, column: str) -> float | None:
    """A number from a table row; None where the cell is empty."""
    found = row.get(column)
    return None if found in (None, "") else float(found)


def option_labels(known: Known) -> dict[str, str]:
    """The short name of each option up to a colon, in the order of the case."""
    return {str(row["id"]): str(row["short_label"]).partition(":")[0] for row in known.options}


def planned_rows(known: Known, table: str) -> dict[str, list[Record]]:
    """The rows of a table at the level each option was planned with, by option; options without any are left out."""
    found: dict[str, list[Record]] = {}
    for option in option_labels(known):
        planned = {"option": option, "support_level": planned_level(known, option)}
        if own := known.rows(table, **planned) if table in known.tables else []:
            found[option] = own
    return found
