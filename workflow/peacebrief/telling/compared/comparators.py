"""What was counted in the past beside what is judged: how far apart they lie, in a sentence and row by row."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from peacebrief.counting.comparator import Compared, compared
from peacebrief.counting.rate import Rate, counted_rate
from peacebrief.facts.rounding import percent, plain
from peacebrief.reasoning.digits import whole_percent
from peacebrief.reasoning.language import decimal_in_words, plural_form
from peacebrief.telling.annex.evidence_cells import anchor, basis, level_name, numbered, ranged, short_name, source
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.said import NOTHING, Cell, Listed, Number, Pointer, Row, Said, Sentences, phrase

COUNTS = "evidence.comparators."


def answer(known: Known) -> Said:
    """How many judged chances have something counted beside them, and how many lie apart from it."""
    if not known.has(f"{COUNTS}judged"):
        return NOTHING
    told = {name: Number(f"{COUNTS}{name}", "exact") for name in ("judged", "compared")}
    if not known.number(f"{COUNTS}compared"):
        return phrase("comparators.none_compared", judged=told["judged"])
    apart = known.number(f"{COUNTS}outside")
    if not apart:
        return phrase("comparators.none_apart", **told)
    return phrase(f"comparators.apart_{plural_form(apart)}", **told, outside=Number(f"{COUNTS}outside", "exact"))


def at_length(known: Known, *, web: bool) -> Sentences:
    """The same with how near they lie, and for the web edition what the weakest inputs rest on."""
    return Sentences([answer(known), _nearness(known, web=web), _legs(known) if web else NOTHING])


def leads_on(known: Known, *, web: bool) -> Said:
    """Where to find what was counted beside a table of judged numbers; on paper there is no such place."""
    if not web or not known.tables.get("comparisons"):
        return NOTHING
    return phrase("comparators.leads_on", table=Pointer("table", "comparisons"))


def _nearness(known: Known, *, web: bool) -> Said:
    """How near they lie, and where it says why some do not."""
    if not known.has(f"{COUNTS}median_distance"):
        return NOTHING
    near = Number(f"{COUNTS}median_distance", "points")
    return phrase("comparators.near_web" if web else "comparators.near", points=near)


def _legs(known: Known) -> Said:
    """How many of the inputs that bear most and rest on least have something beside them."""
    if not known.has(f"{COUNTS}weak_legs"):
        return NOTHING
    told = {name: Number(f"{COUNTS}{name}", "exact") for name in ("weak_legs", "weak_legs_compared")}
    return phrase("comparators.legs", legs=told["weak_legs"], compared=told["weak_legs_compared"])


def base_rates(known: Known) -> list[Row]:
    """Every rate that was counted, what was counted and how."""
    return [
        Row(
            [row["label"], _rate(counted_rate(row)), _cases(row), row["years"], row["restriction"] or None, basis(row),
             source(row["source"]), Sentences([row["counted"], row["note"]])],
            anchor("base_rates", row["id"]),
        )
        for row in known.tables.get("base_rates", ())
    ]  # fmt: skip


def _cases(row: Record) -> Said:
    if row["events"] is None:
        return phrase("comparators.published")
    return phrase("comparators.of", events=plain(row["events"]), cases=plain(row["out_of"]))


def _rate(rate: Rate) -> Said:
    if rate.low is None or rate.high is None:
        return percent(rate.share)
    return ranged(rate.share, rate.low, rate.high, percent)


def comparisons(known: Known) -> list[Row]:
    """What stands beside judged chances, a row for all that one row of the inputs is about."""
    if not known.tables.get("comparisons"):
        return []
    labels = {row["id"]: row["label"] for row in known.tables["base_rates"]}
    found = list(compared(known.tables))
    return [
        _comparison(known, row, [one for one in found if one.comparison is row], labels)
        for row in known.tables["comparisons"]
    ]


def _comparison(known: Known, row: Record, found: Sequence[Compared], labels: Record) -> Row:
    tied = [one for one in found if one.tied]
    beside = labels[row["base_rate"]] if row["base_rate"] else phrase("comparators.nothing")
    return Row(
        [
            _about(known, row),
            _ends([one.judged.central for one in found], percent),
            beside,
            _rate(found[0].rate) if found and found[0].rate else None,
            _ends([one.distance for one in tied], _points) if tied else None,
            _apart(tied),
            phrase(f"comparators.{row['closeness']}") if row["closeness"] else None,
            row["note"],
            row["explanation"] or None,
        ],
        anchor("comparisons", row["table"], row["subject"], row["option"], row["support_level"]),
    )


def _about(known: Known, row: Record) -> Said:
    """Which judged chances a row is about; what it leaves empty is left out."""
    whom = [short_name(known, row["option"]) if row["option"] else "",
            level_name(known, row["support_level"]) if row["support_level"] else ""]  # fmt: skip
    return Listed([part for part in (_subject(known, row), *whom) if part], ", ")


def _subject(known: Known, row: Record) -> Said:
    if row["table"] == "gate_chances":
        return numbered(known.row("gates", id=row["subject"])) if row["subject"] else phrase("comparators.every_gate")
    if row["table"] == "risk_chances":
        named = row["subject"] and known.row("risks", id=row["subject"])
        return numbered(named, "title") if named else phrase("comparators.every_risk")
    if row["table"] == "position_chances":
        position = phrase(f"positions.{row['subject']}") if row["subject"] else phrase("comparators.any_position")
        return phrase("comparators.takes_part", position=position)
    return phrase("comparators.carries_over")


def _ends(numbers: Sequence[float], spell: Callable[[float], str]) -> Said:
    first, last = spell(min(numbers)), spell(max(numbers))
    return first if first == last else phrase("comparators.to", first=first, last=last)


def _points(share: float) -> str:
    return decimal_in_words(whole_percent(share))


def _apart(tied: Sequence[Compared]) -> Cell:
    """How many of the judged chances lie outside the interval."""
    if not tied or tied[0].rate is None or tied[0].rate.low is None:
        return None
    outside = sum(one.outside for one in tied)
    if not outside:
        return phrase("comparators.none_of_them")
    return phrase("comparators.of", events=str(outside), cases=str(len(tied)))


def weak_legs(known: Known) -> list[Row]:
    """The inputs that bear most and rest on least, with what stands beside each."""
    rates = {row["id"]: row for row in known.tables.get("base_rates", ())}
    return [
        Row(
            [row["place"], row["label"], row["bears"], _beside(row, rates), row["explanation"], source(row["source"])],
            anchor("weak_legs", row["id"]),
        )
        for row in known.tables.get("weak_legs", ())
    ]


def _beside(row: Record, rates: Record) -> Said:
    if row["base_rate"]:
        found = rates[row["base_rate"]]
        return phrase("comparators.leg", rate=_rate(counted_rate(found)), label=found["label"])
    return row["beside"] or phrase("comparators.nothing")
