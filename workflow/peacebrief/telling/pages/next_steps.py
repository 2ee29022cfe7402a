"""What happens next: the next steps as indicators, which of them are met, and what the public thinks."""

from __future__ import annotations

from collections.abc import Sequence

from peacebrief.reasoning.wording import country_in_sentence, uncapitalised
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.said import NOTHING, Listed, Number, Row, Said, Sentences, counted, phrase

SHARES, POINTS = "share", "points"
# The facts that measure how much of a gap in enablers is closed.
ENABLERS = "feasibility.enabler_coverage."


def rows(known: Known) -> list[Row]:
    """Each indicator with its value today, its threshold and how far that is."""
    return [_row(known, row) for row in known.tables["indicator_results"]]


def _row(known: Known, row: Record) -> Row:
    name = f"feasibility.indicator.{row['id']}"
    threshold = _measured(known, f"{name}.threshold")
    missing = phrase("next_steps.met") if row["met"] else _measured(known, f"{name}.distance", distance=True)
    return Row([
        phrase(f"next_steps.{row['field']}"), row["label"], _measured(known, f"{name}.value"),
        phrase("next_steps.at_most" if row["direction"] == "at_most" else "next_steps.at_least", threshold=threshold),
        missing,
    ])  # fmt: skip


def _measured(known: Known, name: str, *, distance: bool = False) -> Said:
    """An indicator in its unit; a `distance` between shares is one of points."""
    fact = known.fact(name)
    if fact.kind == "probability" or fact.unit == SHARES:
        return phrase("next_steps.points", number=Number(name, "points")) if distance else Number(name, "percent")
    return phrase("next_steps.points", number=Number(name)) if fact.unit == POINTS else Number(name)


def on_enablers(known: Known) -> Said:
    """How an enabler is measured, where an indicator is one."""
    facts = [row["fact"] for row in known.tables["indicators"]]
    return phrase("next_steps.enablers") if any(fact.startswith(ENABLERS) for fact in facts) else NOTHING


def met(known: Known) -> Said:
    """Which of the indicators meet their thresholds."""
    results = known.tables["indicator_results"]
    found = [row["label"] for row in results if row["met"]]
    if not found:
        return phrase("next_steps.none_met")
    if len(found) == len(results):
        return phrase("next_steps.all_met")
    return counted("next_steps.some_met", len(found), indicators=Listed(_named(found), "; "))


def _named(labels: Sequence[str]) -> list[Said]:
    """Indicators as they stand in a sentence, those that differ in their last words together."""
    whose: dict[str, list[str]] = {}
    for label in labels:
        head, _, tail = label.rpartition(", ")
        whose.setdefault(head or tail, []).extend([tail] if head else [])
    return [
        phrase("next_steps.of_several", indicator=uncapitalised(head), whose=Listed(tails))
        if tails
        else uncapitalised(head)
        for head, tails in whose.items()
    ]


def public(known: Known) -> Said:
    """Where the public supports sending its own soldiers, where it is against, and where polls leave it open."""
    polls = known.tables["net_support"]
    favour = [row for row in polls if row["p5"] > 0]
    against = [row for row in polls if row["p95"] < 0]
    unsure = [row for row in polls if row not in favour and row not in against]
    if not polls:
        return NOTHING
    return Sentences([
        phrase("next_steps.polls"),
        phrase("next_steps.in_favour", countries=_countries(favour)) if favour else NOTHING,
        phrase("next_steps.against", countries=_countries(against)) if against else NOTHING,
        phrase("next_steps.unsure", countries=_countries(unsure)) if unsure else NOTHING,
        phrase("next_steps.other_wordings"),
    ])  # fmt: skip


def _countries(polls: Sequence[Record]) -> Listed:
    return Listed([country_in_sentence(row["country"]) for row in polls])
