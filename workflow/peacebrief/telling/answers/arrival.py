"""Arrival: how long the force takes to be in place, and how that way of reckoning fared on past moves.

Days of arrival are told with the days once past misses are counted beside them, or with a word that nothing tests them.
"""

from __future__ import annotations

from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.said import NOTHING, Listed, Number, Phrase, Said, Sentences, phrase

SCORED = "logistics.loc_test.scored"
DAYS, WITH_MISSES = "logistics.deployment_days.", "logistics.deployment_days_with_misses."
# A move is told as twice as long as predicted where fewer than six tenths of its days were predicted.
LATE = 0.6
# Below this share of the force what is staged next door is not worth telling.
LEAST_STAGED = 0.02


def answer(known: Known) -> Sentences:
    """How long the first units take, and how long a smaller and the largest size."""
    first = "logistics.deployment_first_day"
    sizes = known.case["logistics"]["sizes"]
    small, large = (sizes[1:2] or sizes)[0], sizes[-1]
    told = dict.fromkeys((small, large))
    return Sentences([
        phrase("arrival.first_units", days=Number(first, "p50"), range=Number(first, "range")),
        *(_in_place(known, size) for size in told),
    ])  # fmt: skip


def _in_place(known: Known, size: int) -> Phrase:
    """A size, the days until it is in place, their range, and the range once past misses are counted."""
    days, missed = f"{DAYS}{size}", f"{WITH_MISSES}{size}"
    told = {
        "size": Number(f"logistics.size.{size}", "exact"),
        "days": Number(days, "p50"),
        "range": Number(days, "range"),
    }
    if not known.has(missed):
        return phrase("arrival.in_place_untested", **told)
    return phrase("arrival.in_place", **told, missed=Number(missed, "range"))


def of_option(known: Known, option: str) -> Sentences:
    """How long one option takes, past misses counted, and the part of it that waits next door."""
    days, missed = f"logistics.option_arrival.{option}", f"logistics.option_arrival_with_misses.{option}"
    told = {"days": Number(days, "p50"), "range": Number(days, "range")}
    if not known.has(missed):
        return Sentences([phrase("arrival.option_untested", **told), _staged(known, option)])
    return Sentences([phrase("arrival.option", **told, missed=Number(missed, "range")), _staged(known, option)])


def _staged(known: Known, option: str) -> Said:
    share, placed = f"logistics.staged_share.{option}", f"logistics.staged_in_place.{option}"
    if not known.has(share) or known.number(share) < LEAST_STAGED:
        return NOTHING
    return phrase("arrival.staged", share=Number(share, "percent"), days=Number(placed, "p50"))


def rate_test(known: Known) -> Said:
    """How the rate of arrival fared on moves that it was not taken from."""
    taken_from = known.rows("loc_tests", use="calibration")
    if not taken_from:
        return NOTHING
    return Sentences([
        phrase("arrival.rate", move=taken_from[0]["label"], tried=Number(SCORED, "exact")),
        phrase("arrival.mostly_late") if _mostly_late(known) else NOTHING,
        _missed(known),
    ])  # fmt: skip


def _mostly_late(known: Known) -> bool:
    late = [row for row in known.tables["loc_tests"]
            if row["within"] is not None and row["days_predicted"] < LATE * row["days_observed"]]  # fmt: skip
    return 2 * len(late) > known.number(SCORED)


def _missed(known: Known) -> Phrase:
    missed = [_missed_move(row) for row in known.rows("loc_tests", within=False)]
    if not missed:
        return phrase("arrival.none_missed")
    return phrase("arrival.missed", count=Number("logistics.loc_test.misses", "exact"), moves=Listed(missed))


def _missed_move(row: Record) -> Phrase:
    days, fastest, slowest = (
        Number(f"logistics.loc_test.{row['case']}.{name}", "significant") for name in ("observed", "fastest", "slowest")
    )
    return phrase("arrival.missed_move", move=row["label"], days=days, fastest=fastest, slowest=slowest)
