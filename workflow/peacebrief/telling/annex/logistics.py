"""The methods of supply in the annex: spans of consumption, capacities, past moves, losses one by one and in pairs."""

from __future__ import annotations

from peacebrief.facts.rounding import percent
from peacebrief.telling.annex.evidence_cells import anchor, apart, source
from peacebrief.telling.answers.supply import in_posture, postures
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.said import Listed, Number, Phrase, Row, phrase

CORRIDORS = frozenset({"corridor", "corridors"})
# The loss of a corridor is told where it costs a tenth of the largest force or more, as the caption says.
LEFT_AT_MOST = 0.9


def spans(known: Known) -> Listed:
    """The span of what a soldier uses up, with a common factor of activity and without, in each posture."""
    told = [
        phrase(
            "logistics.span",
            together=Number(f"logistics.demand.{posture}", "range"),
            apart=Number(f"logistics.demand_independent.{posture}", "range"),
            posture=in_posture(known, posture),
        )
        for posture in postures(known)
    ]
    return Listed(told, "; ")


def corridor_capacity(known: Known) -> list[Row]:
    """What the crossings into the theatre can carry."""
    cells = ("label", "mode", "low", "central", "high")
    return [Row([row[cell] for cell in cells]) for row in known.tables["corridor_capacity"]]


def throughput(known: Known) -> list[Row]:
    """What was really moved."""
    return [
        Row([
            row["place"], row["flow"], row["value"], apart(row["unit"]), row["period"], source(row["source"]),
            row["note"],
        ], anchor=anchor("throughput", row["id"]))
        for row in known.tables["throughput"]
    ]  # fmt: skip


def past_moves(known: Known) -> list[Row]:
    """The rate of arrival, tried on past moves."""
    return [_past_move(row) for row in known.tables["loc_tests"]]


def _past_move(row: Record) -> Row:
    if row["left_out"]:
        return Row([row["label"], row["use"], None, None, None, row["left_out"]])
    name = f"logistics.loc_test.{row['case']}"
    predicted, observed, fastest, slowest = (
        Number(f"{name}{end}", "significant") for end in ("", ".observed", ".fastest", ".slowest")
    )
    span = phrase("logistics.days", fastest=fastest, slowest=slowest)
    result = phrase("logistics.within" if row["within"] else "logistics.missed")
    return Row([row["label"], row["use"], predicted, span, observed, result])


def corridors_lost(known: Known) -> list[Row]:
    """What losing a corridor or a pair leaves, where it costs much."""
    rows = known.rows("losses", capacity_case="central", posture=postures(known)[0])
    dear = [row for row in rows if row["kind"] in CORRIDORS and row["remaining"] < LEFT_AT_MOST]
    return [Row([row["label"], percent(row["remaining"])]) for row in dear]


def link_pairs(known: Known) -> list[Row]:
    """The pairs of links outside the theatre that leave least."""
    nodes = {row["id"]: row["name"] for row in known.tables["nodes"]}
    links = {
        row["id"]: phrase(
            "logistics.link",
            mode=phrase(f"modes.{row['mode']}"),
            start=nodes[row["from_node"]],
            end=nodes[row["to_node"]],
        )
        for row in known.tables["links"]
    }
    return [
        Row([links[row["first"]], links[row["second"]], percent(row["remaining"])])
        for row in known.tables["link_pairs"]
    ]


def orders(known: Known) -> list[Phrase]:
    """Whether the order of losses holds for every capacity, in each posture."""
    return [
        phrase(
            "logistics.order",
            posture=in_posture(known, posture),
            order=Number(f"logistics.ranking_robust.{posture}", "words"),
        )
        for posture in postures(known)
    ]
