"""What pages may ask to be told: `tell.verdict.alone(option)` is the function `alone` of the room `verdict`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from types import ModuleType
from typing import Any

from peacebrief.telling.annex import (
    evidence_tables,
    fact_tables,
    generation_tables,
    logistics,
    mission_tables,
    network,
    outlook_tables,
    sizing_evidence,
    sizing_tables,
    supply_results,
    verdict_tables,
)
from peacebrief.telling.answers import (
    arrival,
    claims,
    closing,
    contributors,
    duration,
    holding,
    limits,
    ranks,
    sizes,
    supply,
    troops,
    verdict,
)
from peacebrief.telling.compared import comparators, experts, past_rule, plans, size_tables, war_by_size
from peacebrief.telling.deciding import conditions, what_decides
from peacebrief.telling.pages import (
    challenges,
    claims_told,
    failing_gates,
    how_many,
    key_findings,
    next_steps,
    option_page,
    patron,
    side_by_side,
    summary,
    supply_lines,
    too_few,
)
from peacebrief.telling.saying import asked, options, remarks
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.said import NOTHING, Cell, Row, phrase
from peacebrief.telling.saying.voice import Voice
from peacebrief.telling.versions import changes, standing, turning

ROOMS: dict[str, ModuleType] = {
    "arrival": arrival,
    "asked": asked,
    "challenges": challenges,
    "changes": changes,
    "claims": claims,
    "claims_told": claims_told,
    "closing": closing,
    "comparators": comparators,
    "conditions": conditions,
    "contributors": contributors,
    "duration": duration,
    "evidence_tables": evidence_tables,
    "experts": experts,
    "fact_tables": fact_tables,
    "failing_gates": failing_gates,
    "generation_tables": generation_tables,
    "holding": holding,
    "limits": limits,
    "how_many": how_many,
    "key_findings": key_findings,
    "logistics": logistics,
    "mission_tables": mission_tables,
    "network": network,
    "next_steps": next_steps,
    "option_page": option_page,
    "options": options,
    "outlook_tables": outlook_tables,
    "past_rule": past_rule,
    "patron": patron,
    "plans": plans,
    "ranks": ranks,
    "remarks": remarks,
    "side_by_side": side_by_side,
    "size_tables": size_tables,
    "sizes": sizes,
    "sizing_evidence": sizing_evidence,
    "sizing_tables": sizing_tables,
    "standing": standing,
    "summary": summary,
    "supply": supply,
    "supply_lines": supply_lines,
    "supply_results": supply_results,
    "too_few": too_few,
    "troops": troops,
    "turning": turning,
    "verdict": verdict,
    "verdict_tables": verdict_tables,
    "war_by_size": war_by_size,
    "what_decides": what_decides,
}


@dataclass(frozen=True, slots=True)
class Telling:
    """Every room, for a template: what it finds is said by `voice`."""

    known: Known
    voice: Voice

    def __getattr__(self, room: str) -> Room:
        """The room of this name. Raises AttributeError where there is none."""
        if room not in ROOMS:
            raise AttributeError(f"nothing is told in a room called {room}; the rooms are {', '.join(ROOMS)}")
        return Room(self, ROOMS[room])


@dataclass(frozen=True, slots=True)
class Room:
    """One room; its functions are asked by name."""

    telling: Telling
    module: ModuleType

    def __getattr__(self, name: str) -> Callable[..., Any]:
        """What a function of the room finds, said aloud. Raises AttributeError where there is no such function."""
        chosen = getattr(self.module, name)

        def told(*asked: Any, **named: Any) -> Any:
            return self._said(chosen(self.telling.known, *asked, **named))

        return told

    def _said(self, found: Any) -> Any:
        """Phrases in words, rows with their cells said; what is neither, such as an answer of yes or no, as it is."""
        if isinstance(found, bool | int | float | None):
            return found
        if isinstance(found, list):
            return [self._said(one) for one in found]
        if isinstance(found, Row):
            return replace(found, cells=[self._said(_worded(cell)) for cell in found.cells])
        return self.telling.voice.say(found) if found != NOTHING else NOTHING


def _worded(cell: Cell) -> Cell:
    """A cell of a table as it is said: truth as yes or no."""
    return phrase("page.yes" if cell else "page.no") if isinstance(cell, bool) else cell
