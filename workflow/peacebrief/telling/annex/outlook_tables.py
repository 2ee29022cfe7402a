"""Tables of the annex on what lies ahead: how long peace and operations last, what turns a result, what to watch."""

from __future__ import annotations

from collections.abc import Sequence

from peacebrief.facts.rounding import exact, percent, percent_of_draws, significant
from peacebrief.telling.annex.evidence_cells import (
    anchor,
    apart,
    basis,
    by_cell,
    by_unit,
    numbered,
    ranged,
    short_name,
    source,
    span,
)
from peacebrief.telling.dangers.tolls import cost
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.said import NOTHING, Cell, Listed, Phrase, Row, Said, phrase

# A switching value within this share of the central one is printed like it, and a gain below this one like nothing.
SAME, NO_GAIN = 0.002, 0.00005
MOST_DRIVERS = 10


def carry_over(known: Known) -> list[Row]:
    """For every option how much of the published effect carries over, and the risk it spares, by level of support."""
    return [_carried(known, option) for option in known.options]


def _carried(known: Known, option: Record) -> Row:
    found = by_cell(known.rows("carry_over", option=option["id"]), "support_level")
    spared = by_cell(known.rows("break_even", option=option["id"]), "support_level")
    shares = [span(found[level,]) for level in known.levels]
    risks = [percent(spared[level,]["reduction"]) for level in known.levels] if known.tables["break_even"] else []
    return Row([option["short_label"], *shares, *risks])


def still_there(known: Known) -> list[Row]:
    """The share of operations still there after so many years, a row for each group of them."""
    groups = dict.fromkeys(row["group"] for row in known.tables["still_there"])
    return [_group(known, known.rows("still_there", group=group)) for group in groups]


def _group(known: Known, rows: Sequence[Record]) -> Row:
    found = {int(row["years"]): row for row in rows}
    shares = [_share(found[int(years)]) for years in known.case["feasibility"]["years"]]
    return Row([rows[0]["label"], rows[0]["n"], rows[0]["median"], *shares])


def _share(row: Record) -> Said:
    if row["low"] is None or row["high"] is None:
        return percent(row["share"])
    return ranged(row["share"], row["low"], row["high"], percent)


def garrisons(known: Known) -> Said:
    """The garrisons that are shown apart, and for how long each was or is there."""
    told = [_garrison(row) for row in known.tables["garrisons"]]
    return phrase("outlook_tables.garrisons", garrisons=Listed(told, "; ")) if told else NOTHING


def _garrison(row: Record) -> Phrase:
    return phrase(
        "outlook_tables.garrison_ended" if row["ended"] else "outlook_tables.garrison_stays",
        garrison=row["name"],
        years=significant(row["years"]),
    )


def survival(known: Known) -> list[Row]:
    """The curve of the first group of operations, step by step; none where nothing is known."""
    return [
        Row([row["years"], percent(row["share"]), _end(row["low"]), _end(row["high"]), row["at_risk"]])
        for row in _curve(known)
    ]


def survivors(known: Known) -> str:
    """Which operations the curve is about."""
    return str(_curve(known)[0]["label"])


def _curve(known: Known) -> list[Record]:
    rows = known.tables["survival"]
    return known.rows("survival", group=rows[0]["group"]) if rows else []


def _end(share: float | None) -> Cell:
    return None if share is None else percent(share)


def switches(known: Known, *, leads: bool) -> list[Row]:
    """The values within reach at which a driver turns a gate, and where asked for also the lead."""
    return [
        _switch(known, option, row)
        for option in known.options
        for row in known.rows("switches", option=option["id"], reachable=True)
        if leads or row["kind"] == "gate"
    ]


def _switch(known: Known, option: Record, row: Record) -> Row:
    decided, turned = _decided(known, row), _switching(row)
    return Row([option["short_label"], decided, row["label"], row["today"], turned, apart(row["unit"])])


def _decided(known: Known, row: Record) -> Said:
    if row["kind"] == "gate":
        return str(known.row("gates", id=row["target"])["label"])
    return phrase("outlook_tables.another_leads")


def _switching(row: Record) -> Cell:
    moved = abs(row["switching"] - row["today"]) > SAME * abs(row["today"])
    return row["switching"] if moved else phrase("outlook_tables.central_value")


def pairs_tried(known: Known) -> str:
    """How many pairs of a driver and a decision were tried."""
    return str(len(known.tables["switches"]))


def lost_leads(known: Known) -> list[Phrase]:
    """For every option that could lose the lead, the values at which it would."""
    found = {option["id"]: known.rows("switches", option=option["id"], kind="lead", reachable=True)
             for option in known.options}  # fmt: skip
    return [
        phrase(
            "outlook_tables.loses_lead",
            option=short_name(known, option),
            values=Listed([_turning(known, row) for row in rows], "; "),
        )
        for option, rows in found.items()
        if rows
    ]


def _turning(known: Known, row: Record) -> Phrase:
    """A driver and the value at which it turns; options in the name of the driver go by their short names."""
    driver = str(row["label"])
    for option in known.options:
        driver = driver.replace(option["label"], option["short_label"])
    return phrase(
        "outlook_tables.turns_at",
        driver=driver,
        switching=significant(row["switching"]),
        central=significant(row["today"]),
    )


def worth_knowing(known: Known) -> list[Row]:
    """The drivers that would change most if they were known."""
    found = sorted(known.tables["information"], key=lambda row: row["changed"], reverse=True)[:MOST_DRIVERS]
    return [
        Row([row["label"], row["gain"] if row["gain"] > NO_GAIN else 0, percent_of_draws(row["changed"])])
        for row in found
    ]


def durations(known: Known) -> list[Row]:
    """How long past operations lasted."""
    return [_duration(row) for row in known.tables["durations"]]


def _duration(row: Record) -> Row:
    end = phrase("outlook_tables.going_on") if row["ongoing"] else row["end"]
    told = [row["name"], row["start"], end, row["years"], row["lead"], row["conflict"], apart(row["mission_type"])]
    return Row([*told, _use(row), basis(row), source(row["source"])], anchor("durations", row["id"]))


def _use(row: Record) -> Cell:
    if row["garrison"]:
        return phrase("outlook_tables.garrison")
    return phrase("outlook_tables.analogue") if row["analogue"] else None


def findings(known: Known) -> list[Row]:
    """What is known of peacekeepers and the return of war, study by study."""
    told = ("study", "population", "treatment", "estimand", "estimate", "low", "high", "result", "n", "transfer")
    return [
        Row([*(row[cell] for cell in told), basis(row), source(row["source"])], anchor("ceasefires", row["id"]))
        for row in known.tables["ceasefires"]
    ]


def indicators(known: Known) -> list[Row]:
    """What is watched, how it stands, and the thresholds chosen."""
    return [_indicator(known, row) for row in known.tables["indicator_results"]]


def _indicator(known: Known, row: Record) -> Row:
    met = phrase("outlook_tables.met" if row["met"] else "outlook_tables.not_met")
    value, threshold = (by_unit(row[cell], row["unit"]) for cell in ("value", "threshold"))
    why = known.row("indicators", id=row["id"])["note"]
    return Row(
        [row["field"], row["label"], value, apart(row["direction"]), threshold, met, why],
        anchor("indicators", row["id"]),
    )


def judged_costs(known: Known) -> list[Row]:
    """What each risk is judged to cost, whether that counts in the tolls of a year, and why."""
    return [
        Row(
            [numbered(known.row("risks", id=row["risk"]), "title"), cost(known, row),
             phrase("tolls.counts" if row["in_toll"] else "tolls.only_told"), basis(row), row["note"]],
            anchor("risk_consequences", row["risk"], row["toll"]),
        )
        for row in known.tables["risk_consequences"]
    ]  # fmt: skip


def past_tolls(known: Known) -> list[Row]:
    """What was counted of such tolls in the past."""
    return [
        Row(
            [row["label"], phrase(f"tolls.{row['toll']}", number=_number(row["value"])), row["years"],
             None if row["present"] is None else exact(row["present"]), basis(row), source(row["source"]),
             row["note"] or None],
            anchor("past_tolls", row["id"]),
        )
        for row in known.tables.get("past_tolls", ())
    ]  # fmt: skip


def _number(number: float) -> str:
    return exact(number) if number >= 1 else significant(number)
