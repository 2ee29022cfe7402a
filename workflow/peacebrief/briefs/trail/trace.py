"""From a fact to its formula and its rows, and back: the way into the model for a newcomer and for a referee."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from peacebrief.briefs.spelling.quantities import in_words
from peacebrief.briefs.trail.families import title
from peacebrief.briefs.trail.input_rows import InputRow, input_rows
from peacebrief.elicitation.panel import ELICITED
from peacebrief.errors import AnalystError
from peacebrief.facts.basis import rows_by_origin
from peacebrief.facts.fact import Fact, sources_of
from peacebrief.telling.saying.said import phrase
from peacebrief.telling.saying.voice import Say

Facts = Mapping[str, Fact]
Names = Mapping[str, Mapping[str, str]]
Trace = dict[str, Any]

PACKAGE = Path(__file__).parents[2]
EVIDENCE = ("basis", "source", "locator", "checked", "quality", "impact", "confidence")


def trace(name: str, facts: Facts, evidence: Mapping[str, Any], names: Names, say: Say) -> Trace:
    """The formula of a fact, what it rests on directly and in the end, and the facts that rest on it.

    `names` say what subjects are called, `say` has the words.

    Raises AnalystError for a name that is no fact.
    """
    if name not in facts:
        raise AnalystError(f"no fact is called {name}; {_near(name, list(facts))}")
    rows, raw = input_rows(evidence, names, say), rows_by_origin(evidence)
    fact = facts[name]
    return {
        **_told(fact, say),
        "because": [
            _told(facts[origin[5:]], say) if origin.startswith("fact:") else {"origin": origin}
            for origin in fact.because
        ],
        "rows": [_row(origin, rows, raw) for origin in sorted(sources_of(name, facts))],
        "used_by": sorted(_resting(facts)[f"fact:{name}"]),
    }


def rests_on_row(origin: str, facts: Facts, evidence: Mapping[str, Any], names: Names, say: Say) -> Trace:
    """A row, the facts that name it, and all that rest on it through them. Raises AnalystError for an unknown row."""
    rows = input_rows(evidence, names, say)
    if origin not in rows:
        raise AnalystError(f"no row is called {origin}; {_near(origin, list(rows))}")
    resting = _resting(facts)
    found, waiting = set(resting[origin]), list(resting[origin])
    while waiting:
        more = resting[f"fact:{waiting.pop()}"] - found
        found |= more
        waiting += more
    named = [_told(facts[name], say) for name in sorted(resting[origin])]
    kinds = families({name: facts[name] for name in found}, say)
    return {
        **_row(origin, rows, rows_by_origin(evidence)),
        "used_by": named,
        "rest_on_it": sorted(found),
        "kinds": kinds,
    }


def families(facts: Facts, say: Say) -> list[Trace]:
    """The families of facts there are: what they tell of, how many facts each has, and one of them."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name, fact in sorted(facts.items()):
        found[say(phrase(f"fact_titles.{title(name)}")), fact.family].append(name)
    return [
        {"title": told, "family": family, "facts": len(names), "such_as": names[0]}
        for (told, family), names in sorted(found.items())
    ]


def place(formula: str) -> Trace:
    """File, line and name of the function that calculates a fact."""
    module, _, name = formula.partition(":")
    path = PACKAGE / f"{module.replace('.', '/')}.py"
    path = path if path.exists() else path.with_suffix("") / "__init__.py"
    tree = ast.parse(path.read_text(encoding="utf-8"))
    wanted = name.rpartition(".")[2]
    found = (node.lineno for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == wanted)
    return {"file": path.relative_to(PACKAGE.parents[1]).as_posix(), "line": next(found, 1), "function": name}


def _told(fact: Fact, say: Say) -> Trace:
    where = place(fact.formula) if fact.formula else {}
    told = {"fact": fact.id, "label": fact.called, "value": in_words(fact, say), "method": fact.method, "where": where}
    numbers = {key: member for key, member in fact.as_record().items() if key in {"value", "p5", "p50", "p95", "unit"}}
    return {**told, "numbers": numbers}


def _row(origin: str, rows: Mapping[str, InputRow], raw: Mapping[str, Mapping[str, Any]]) -> Trace:
    told = rows[origin]
    evidence = {key: raw[origin][key] for key in EVIDENCE if raw.get(origin, {}).get(key)}
    known_by = {"basis": told.basis} if evidence.get("basis") == ELICITED else {}
    return {"origin": origin, "label": told.label, "value": told.quantity, **evidence, **known_by}


def _resting(facts: Facts) -> dict[str, set[str]]:
    """Origin -> the facts that name it."""
    found: dict[str, set[str]] = defaultdict(set)
    for fact in facts.values():
        for origin in fact.because:
            found[origin].add(fact.id)
    return found


def _near(name: str, known: list[str]) -> str:
    within = [one for one in known if name in one][:3]
    near = within or get_close_matches(name, known, n=3, cutoff=0.4)
    return f"did you mean {', '.join(near)}?" if near else "peacebrief trace lists what there is."
