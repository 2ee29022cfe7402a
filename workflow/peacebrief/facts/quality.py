"""How good the evidence is, counted: judgements among the inputs, recalled missions, proposals read at second hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from peacebrief.facts.evidence import counted_proposals
from peacebrief.facts.fact import Fact

Rows = Sequence[Mapping[str, Any]]
SECOND_HAND = ("mirror", "weak")


def quality_facts(*, assumptions: Rows, tables: Mapping[str, Rows], sources: Rows) -> list[Fact]:
    """Counts that a reader should know before trusting a number."""
    missions, proposals = tables["missions"], counted_proposals(tables["proposals"])
    marked = {row["key"] for row in sources if any(word in str(row.get("keywords", "")) for word in SECOND_HAND)}
    judged = [row for row in assumptions if row["basis"] == "judgement"]
    recalled = [row for row in missions if row["basis"] == "recalled"]
    indirect = [row for row in proposals if {key.strip() for key in str(row["source"]).split(";")} & marked]
    links = tables["links"]
    declared = [row for row in links if row["basis"] == "judgement"]
    alike = [row for row in missions if row["type"] == "reassurance/deterrence"]
    rows = "assumption:{id}"
    past, proposed = "table:missions.csv#{id}", "table:proposals.csv#{id}"
    routes = "table:links.csv#{id}"
    return [
        _count("assumptions", "Assumptions of the model", assumptions, rows, assumptions),
        _count("assumptions_judged", "Assumptions that are judgements", judged, rows, assumptions),
        _count("missions", "Past missions", missions, past, missions),
        _count("missions_recalled", "Past missions with a recalled strength", recalled, past, missions),
        _count("missions_alike", "Past missions of reassurance or deterrence", alike, past, missions),
        _count("links", "Links of the network", links, routes, links),
        _count("links_declared", "Links whose capacity is this project's own judgement", declared, routes, links),
        _count("proposals_indirect", "Counted proposals read at second hand", indirect, proposed, proposals),
    ]


def _count(name: str, label: str, rows: Rows, origin: str, looked_at: Rows) -> Fact:
    return Fact(
        id=f"evidence.quality.{name}",
        label=label,
        unit="count",
        kind="number",
        value=float(len(rows)),
        method="The rows that are as the label says are counted; every row of the table was looked at.",
        because=tuple(origin.format(id=row["id"]) for row in looked_at),
    )
