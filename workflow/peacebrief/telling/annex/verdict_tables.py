"""Tables of the annex on gates, verdicts, scores and weights: from the chance of a gate to the place of an option."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from peacebrief.facts.rounding import percent, percent_of_draws, significant
from peacebrief.reasoning.wording import uncapitalised
from peacebrief.telling.annex.evidence_cells import (
    anchor,
    by_cell,
    chance,
    grouped,
    how,
    numbered,
    ranged,
    short_name,
    spelt,
)
from peacebrief.telling.answers import ranks
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.options import gate_fact, place
from peacebrief.telling.saying.said import Cell, Phrase, Row, Said, Sentences, phrase


def gates(known: Known) -> list[Row]:
    """What it means to pass each gate."""
    return [
        Row([numbered(gate), how(judged=gate["kind"] == "judged"), gate["note"]], anchor("gates", gate["id"]))
        for gate in _gates(known)
    ]


def gate_chances(known: Known) -> list[Row]:
    """The chance of every option at every gate, a column for each level of support."""
    return [
        Row([option["short_label"], gate["label"], *_passing(known, option["id"], gate["id"])])
        for option in known.options
        for gate in _gates(known)
    ]


def _gates(known: Known) -> list[Record]:
    return sorted(known.tables["gates"], key=lambda gate: gate["place"])


def _passing(known: Known, option: str, gate: str) -> list[Said]:
    found = by_cell(known.rows("gate_results", option=option, gate=gate), "support_level")
    return [_chance(known, found[level,]) for level in known.levels]


def _chance(known: Known, found: Record) -> Said:
    told = spelt(known, gate_fact(known, found["gate"], found["option"], found["support_level"]), "percent")
    if not found["judged"]:
        return told
    return phrase("verdict_tables.judged_chance", chance=told, low=percent(found["low"]), high=percent(found["high"]))


def verdicts(known: Known) -> list[Row]:
    """The verdict on every option, a column for each level of support."""
    return [
        Row([option["short_label"], *(_ruled(known, option["id"], level) for level in known.levels)])
        for option in known.options
    ]


def _ruled(known: Known, option: str, level: str) -> Phrase:
    """The verdict at a level, and the share of versions that give it, where there are versions."""
    found = known.row("verdicts", option=option, support_level=level)
    stands = f"feasibility.stands{place(known, option, level)}"
    ruled = phrase(
        "verdict_tables.ruled_as_planned" if found["planned"] else "verdict_tables.ruled",
        verdict=found["verdict"],
        chance=spelt(known, f"feasibility.joint{place(known, option, level)}", "percent"),
        gate=uncapitalised(known.row("gates", id=found["weakest"])["label"]),
    )
    if not known.has(stands):
        return ruled
    return phrase("verdict_tables.in_versions", ruled=ruled, share=spelt(known, stands, "share"))


def conditions_that_suffice(known: Known) -> Sentences:
    """For every option as planned, the smallest set of conditions that would open every gate."""
    planned = by_cell(known.rows("verdicts", planned=True), "option")
    return Sentences([
        phrase("verdict_tables.suffice", option=option["short_label"], conditions=planned[option["id"],]["closing"])
        for option in known.options
    ])  # fmt: skip


def scores(known: Known) -> list[Row]:
    """What each option measures on each criterion, and what that is worth."""
    found = by_cell(known.tables["option_scores"], "criterion", "option")
    return [
        Row([_measure(row), *(_score(found.get((row["id"], option["id"]))) for option in known.options)])
        for row in known.tables["criteria"]
    ]


def _measure(criterion: Record) -> Phrase:
    return phrase(
        "verdict_tables.measured" if criterion["computed_by"] else "verdict_tables.measure_judged",
        criterion=numbered(criterion),
        unit=criterion["unit_label"],
    )


def _score(row: Record | None) -> Cell:
    if row is None:
        return None
    measure = ranged(row["central"], row["low"], row["high"], significant)
    return phrase("verdict_tables.score", measure=measure, worth=significant(row["value"]))


def places(known: Known) -> list[Row]:
    """How often each option takes a place: every place under the first weighting, the first place under the others."""
    first = next((row["weighting"] for row in known.tables["ranks"]), "")
    return [
        Row([phrase("verdict_tables.place", weighting=rows[0]["label"], place=str(rank)), *_shares(known, rows)])
        for weighting in _weightings(known)
        for (rank,), rows in grouped(known.rows("ranks", weighting=weighting), "rank")
        if weighting == first or rank == 1
    ]


def _weightings(known: Known) -> Mapping[str, str]:
    """What each weighting is called, in the order of the table."""
    return {row["weighting"]: row["label"] for row in known.tables["ranks"]}


def _shares(known: Known, rows: Sequence[Record]) -> list[Said]:
    found = by_cell(rows, "option")
    return [percent_of_draws(found[option["id"],]["share"]) for option in known.options]


def first_without(known: Known, *, whole: bool) -> list[Row]:
    """How often each option comes first where one criterion is left out.

    The `whole` of it, or where it changes who is first; all of it where it never does.
    """
    told = ranks.left_out(known) if _are_all_told(known, whole=whole) else ranks.changed_without(known)
    return [
        Row([
            criterion["label"],
            *(spelt(known, f"{ranks.family_without(criterion)}.{option['id']}", "percent") for option in known.options),
        ])
        for criterion in told
    ]  # fmt: skip


def left_out(known: Known, *, whole: bool) -> Phrase:
    """What that table shows."""
    return phrase("verdict_tables.left_out" if _are_all_told(known, whole=whole) else "verdict_tables.deciding")


def _are_all_told(known: Known, *, whole: bool) -> bool:
    return whole or not ranks.changed_without(known)


def weights(known: Known) -> list[Row]:
    """The weights of each criterion: those that were drawn, by weighting, and those that put an option first."""
    drawn = by_cell(known.tables["weights"], "criterion", "viewpoint")
    central = by_cell(known.tables["central_weights"], "criterion", "option")
    return [
        Row([
            row["label"],
            *(chance(drawn[row["id"], weighting]) for weighting in _weightings(known)),
            *(_central(central, row["id"], option) for option in _ever_first(known)),
        ])
        for row in known.tables["criteria"]
    ]  # fmt: skip


def weightings(known: Known) -> list[str]:
    """What the weightings are called, as heads of columns."""
    return list(_weightings(known).values())


def put_first(known: Known) -> list[str]:
    """The options for which central weights were looked for, as heads of columns."""
    return [short_name(known, option) for option in _ever_first(known)]


def _ever_first(known: Known) -> list[str]:
    found = {row["option"] for row in known.tables["central_weights"]}
    return [option["id"] for option in known.options if option["id"] in found]


def _central(central: Mapping[tuple[Any, ...], Record], criterion: str, option: str) -> Cell:
    weight = central[criterion, option]["weight"]
    return None if weight is None else percent(weight)
