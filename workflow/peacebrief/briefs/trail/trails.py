"""From a printed number to its sources: through the facts it rests on, down to the inputs and what they cite."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from markupsafe import Markup

from peacebrief.briefs.citing.source_numbers import source_links
from peacebrief.briefs.trail.input_rows import InputRow, input_rows
from peacebrief.facts.fact import Fact
from peacebrief.telling.saying.said import phrase
from peacebrief.telling.saying.voice import Say


class Trails:
    """The trails of the facts of a case. `places` are the numbers of the sources in the list at the end."""

    def __init__(
        self,
        facts: Mapping[str, Fact],
        *,
        evidence: Mapping[str, Any],
        names: Mapping[str, Mapping[str, str]],
        marks: Mapping[str, str],
        sources: Iterable[str],
        say: Say,
    ) -> None:
        """`names` say what subjects are called, `marks` name the groups of the register, `say` has the words.

        `sources` are the keys of the list of sources, in its order.
        """
        self.facts, self.marks, self.say = facts, marks, say
        self._evidence, self._names = evidence, names
        self.places = {key: place for place, key in enumerate(sources, start=1)}
        self._roots: dict[str, frozenset[str]] = {}

    @cached_property
    def inputs(self) -> dict[str, InputRow]:
        """What each origin that is no fact says."""
        return input_rows(self._evidence, self._names, self.say)

    def roots(self, fact_id: str) -> frozenset[str]:
        """Every assumption, table row and setting under a fact. Facts are in no circle; `collect_facts` saw to it."""
        if fact_id not in self._roots:
            found: set[str] = set()
            for origin in self.facts[fact_id].because:
                kind, _, name = origin.partition(":")
                found |= self.roots(name) if kind == "fact" else {origin}
            self._roots[fact_id] = frozenset(found)
        return self._roots[fact_id]

    def sources_of(self, fact_ids: Iterable[str]) -> frozenset[str]:
        """The keys of every source under any of the facts. Raises ValueError where an input is missing."""
        return frozenset(key for one in fact_ids for root in self.roots(one) for key in self._cited(root))

    def judged(self, fact_ids: Iterable[str]) -> bool:
        """Whether anything under the facts has no source and is the project's own judgement or choice."""
        return any(not self._cited(root) for one in fact_ids for root in self.roots(one))

    def links(self, fact_ids: Iterable[str]) -> Markup:
        """The sources under the facts by their numbers in the list of the page: "1–4, 9, own judgement"."""
        names = tuple(fact_ids)
        judgement = self.say(phrase("registers.own_judgement"))
        return source_links(self.sources_of(names), self.places, judgement, judged=self.judged(names))

    def _cited(self, root: str) -> tuple[str, ...]:
        if root not in self.inputs:
            raise ValueError(f"a fact rests on {root}, which the inputs do not have")
        return self.inputs[root].sources
