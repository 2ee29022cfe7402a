"""Tables of the annex on renewed war by size: estimates, forms of the dose, models of the base rate."""

from __future__ import annotations

from peacebrief.facts.rounding import exact, percent, significant
from peacebrief.telling.annex.evidence_cells import anchor, basis, ranged, source
from peacebrief.telling.compared import war_by_size
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.said import Cell, Number, Phrase, Row, Said, phrase

DIRECTIONS = {"lowers": "lowers", "none": "no_effect", "raises": "raises"}
USES = ("shown", "pooled")


def effects(known: Known) -> list[Row]:
    """Every estimate, whether it is pooled, and how it is known."""
    return [
        Row(
            [
                row["study"], row["population"], row["treatment"], row["outcome"], _estimate(row), row["dose"],
                phrase(f"size_tables.{DIRECTIONS[row['direction']]}"), phrase(f"size_tables.{USES[row['pooled']]}"),
                basis(row), source(row["source"]), row["note"],
            ],
            anchor("peacekeeping_effects", row["id"]),
        )
        for row in known.tables["peacekeeping_effects"]
    ]  # fmt: skip


def _estimate(row: Record) -> Said:
    """A ratio with its interval, as far as either is known."""
    ends = {end: significant(row[end]) for end in ("low", "high") if row[end] is not None}
    if row["estimate"] is None:
        return phrase("size_tables.between", **ends) if ends else phrase("size_tables.no_number")
    middle = significant(row["estimate"])
    return phrase("size_tables.ratio", middle=middle, **ends) if ends else middle


def forms(known: Known) -> list[Row]:
    """The forms of the dose: scale, weight, and the pooled ratio under each at the reference size."""
    return [
        Row(
            [row["label"], row["scale"], row["weight"], _pooled(f"feasibility.pooled_ratio.{row['id']}"), row["note"]],
            anchor("dose_forms", row["id"]),
        )
        for row in known.tables["dose_forms"]
    ]


def _pooled(fact: str) -> Phrase:
    return phrase("size_tables.range", middle=Number(fact, "p50"), range=Number(fact, "range"))


def models(known: Known) -> list[Row]:
    """The models of the base rate: weight, and the risk by each without a force and with every size."""
    labels = {row["id"]: row["label"] for row in known.tables["base_rates"]}
    return [
        Row(
            [
                labels[row["base_rate"]], row["weight"], _watched(row),
                _risk(f"feasibility.base_risk.{row['base_rate']}"), *_by_size(known, row), row["note"],
            ],
            anchor("base_rate_models", row["base_rate"]),
        )
        for row in known.tables["base_rate_models"]
    ]  # fmt: skip


def sizes(known: Known) -> list[str]:
    """The sizes that the risk by each model is told for."""
    return [exact(float(troops)) for troops in war_by_size.asked(known)[1:]]


def _by_size(known: Known, row: Record) -> list[Phrase]:
    found = known.rows("war_risk_by_model", base_rate=row["base_rate"])
    return [ranged(risk["p50"], risk["p5"], risk["p95"], percent) for risk in found]


def _risk(fact: str) -> Phrase:
    return phrase("war_by_size.risk", risk=Number(fact, "percent"), range=Number(fact, "percent_range"))


def _watched(row: Record) -> Cell:
    """The years that a rate without a horizon is spread over; nothing where it has one."""
    if row["watched_central"] is None:
        return None
    low, middle, high = (significant(row[f"watched_{end}"]) for end in ("low", "central", "high"))
    return phrase("size_tables.ratio", middle=middle, low=low, high=high)
