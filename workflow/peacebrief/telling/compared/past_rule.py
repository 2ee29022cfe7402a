"""The rule of the verdict tried on past missions: which it calls wrongly, how its chances score, row by row."""

from __future__ import annotations

from peacebrief.facts.rounding import percent
from peacebrief.telling.annex.evidence_cells import anchor, basis, chance, source
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.said import NOTHING, Listed, Number, Row, Said, Sentences, phrase

FACT = "feasibility.backtest"
FEASIBLE = "feasible"
CALLS = {"hit": "past_rule.hit", "miss": "past_rule.miss", "no call": "past_rule.no_call"}


def answer(known: Known) -> Said:
    """How many missions the rule was tried on, which it calls wrongly, and which way its chances err."""
    if not known.has(f"{FACT}.missions"):
        return NOTHING
    counts = {name: Number(f"{FACT}.{name}", "exact") for name in ("missions", "open")}
    return Sentences([phrase("past_rule.tried", **counts), wrong(known), leaning(known)])


def at_length(known: Known) -> Said:
    """The same, its score beside constants, and what the earlier rule calls wrongly."""
    if not known.has(f"{FACT}.missions"):
        return NOTHING
    left_out = f"{FACT}.brier_left_out"
    knowable = phrase("past_rule.left_out", score=Number(left_out, "significant")) if known.has(left_out) else NOTHING
    return Sentences([answer(known), scored(known), knowable, old_rule(known)])


def wrong(known: Known) -> Said:
    """The missions that the rule calls wrongly, by which way it is wrong."""
    missed = known.rows("past_missions", call="miss")
    harsh, kind = ([row for row in missed if (row["verdict"] == FEASIBLE) is so] for so in (False, True))
    told = [
        phrase(f"past_rule.{way}", missions=_named(rows)) if rows else NOTHING
        for way, rows in (("too_harsh", harsh), ("too_kind", kind))
    ]
    return Sentences(told) if missed else phrase("past_rule.all_right")


def scored(known: Known) -> Said:
    """Whether the chances do better than one chance for all."""
    score, constant = f"{FACT}.brier", f"{FACT}.brier_constant"
    better = known.number(score) < known.number(constant)
    spelt = {"score": Number(score, "significant"), "constant": Number(constant, "significant")}
    return phrase("past_rule.better" if better else "past_rule.worse", **spelt)


def leaning(known: Known) -> Said:
    """Whether the chances are too low or too high on average."""
    given, came = f"{FACT}.given", f"{FACT}.came_true"
    low = known.number(given) < known.number(came)
    shares = {"given": Number(given, "percent"), "came": Number(came, "percent")}
    return phrase("past_rule.too_low" if low else "past_rule.too_high", **shares)


def old_rule(known: Known) -> Said:
    """What the earlier rule calls wrongly."""
    missed = known.rows("past_missions", old_call="miss")
    return phrase("past_rule.old_wrong", missions=_named(missed)) if missed else phrase("past_rule.old_right")


def _named(rows: list[Record]) -> Listed:
    return Listed([str(row["label"]) for row in rows])


def tried(known: Known) -> list[Row]:
    """Every past mission: what was asked for, the chance and the word it is given, what happened, right or wrong."""
    return [_tried(known, row) for row in known.tables.get("past_missions", ())]


def _tried(known: Known, row: Record) -> Row:
    name = row["id"]
    asked, outcome = known.row("past_verdicts", id=name), known.row("past_outcomes", mission=name)
    return Row([
        asked["name"], Number(f"{FACT}_size.{name}", "exact"), Number(f"{FACT}.{name}", "percent"),
        known.words(f"{FACT}_verdict.{name}"), outcome["happened"], phrase(CALLS[row["call"]]),
    ], anchor("past_verdicts", name))  # fmt: skip


def gates(known: Known) -> list[Row]:
    """Every judged gate of past missions, from what was known."""
    names = {row["id"]: row["name"] for row in known.tables.get("past_verdicts", ())}
    return [
        Row([
            names[row["mission"]], phrase(f"past_rule.gate_{row['gate']}"), chance(row), row["known"],
            row["known_basis"], source(row["source"]),
        ], anchor("past_gates", row["mission"], row["gate"]))
        for row in known.tables.get("past_gates", ())
    ]  # fmt: skip


def outcomes(known: Known) -> list[Row]:
    """What came of past missions."""
    names = {row["id"]: row["name"] for row in known.tables.get("past_verdicts", ())}
    return [
        Row([
            names[row["mission"]], None if row["share_6"] is None else percent(row["share_6"]),
            percent(row["share_12"]), phrase("past_rule.yes" if row["kept"] else "past_rule.no"), basis(row),
            source(row["source"]), row["note"],
        ], anchor("past_outcomes", row["mission"]))
        for row in known.tables.get("past_outcomes", ())
    ]  # fmt: skip
