"""Where a number comes from: the formula, the rows with their sources, and the facts that rest on it."""

from __future__ import annotations

import argparse
import json as as_text
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from peacebrief.briefs.trail.trace import Trace, families, rests_on_row, trace
from peacebrief.errors import AnalystError
from peacebrief.facts.fact import read_facts
from peacebrief.saving import read_json
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.voice import plainly

MOST_NAMED = 40
WORDS = Path(__file__).parents[3] / "templates/words"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `run`."""
    parser.add_argument("fact", nargs="?", default="", help="a fact; without one the kinds of facts are listed")
    parser.add_argument("--uses", default="", metavar="ROW", help="instead: what rests on a row, as assumption:<id>")
    parser.add_argument("--case", default="", help="the case; needed where several are built")
    parser.add_argument("--build", type=Path, default=Path("build"), help="the folder of what was built")
    parser.add_argument("--words", type=Path, default=WORDS, help="folder of the phrases")
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(*, fact: str, uses: str, case: str, build: Path, words: Path, json: bool) -> str:
    """Tell where a number comes from."""
    folder = _built(build, case)
    document = read_json(folder / "facts.json")
    facts, names = read_facts(document), document["names"]
    if not fact and not uses:
        kinds = families(facts, plainly(Known(facts, {}, {}), words))
        return _as_json(kinds) if json else "\n".join(_kinds(kinds))
    evidence = read_json(_evidence(folder))
    say = plainly(Known(facts, evidence["tables"], evidence["case"]), words)
    if uses:
        found = rests_on_row(uses, facts, evidence, names, say)
        return _as_json(found) if json else "\n".join(_used(found))
    found = trace(fact, facts, evidence, names, say)
    return _as_json(found) if json else "\n".join(_told(found))


def _built(build: Path, case: str) -> Path:
    cases = sorted(file.parent.name for file in build.glob("*/facts.json"))
    if not cases:
        raise AnalystError(
            f"{build}: holds no facts yet; build them first: ./bootstrap snakemake --cores 4 build/<case>/facts.json."
        )
    if not case and len(cases) > 1:
        raise AnalystError(f"{build}: holds the cases {', '.join(cases)}; say which with --case.")
    if case and case not in cases:
        raise AnalystError(f"{build}: holds no case {case}; there is {', '.join(cases)}.")
    return build / (case or cases[0])


def _evidence(folder: Path) -> Path:
    """The evidence of the last build."""
    files = list((folder / "inputs").glob("evidence-*.json"))
    if not files:
        raise AnalystError(f"{folder}/inputs: the evidence is missing; build again: ./bootstrap snakemake --cores 4.")
    return max(files, key=lambda file: (file.stat().st_mtime, file.name))


def _as_json(found: object) -> str:
    return as_text.dumps(found, indent=1, ensure_ascii=False)


def _kinds(kinds: list[Trace]) -> Iterator[str]:
    yield f"{sum(kind['facts'] for kind in kinds)} facts; peacebrief trace FACT tells where one comes from."
    yield from _by_title(kinds)


def _by_title(kinds: list[Trace]) -> Iterator[str]:
    for title, members in groupby(kinds, key=lambda kind: str(kind["title"])):
        yield f"  {title}"
        yield from (f"{kind['facts']:>7}  {kind['family']}" for kind in members)


def _told(found: Trace) -> Iterator[str]:
    yield from (f"{found['fact']}", f"  {found['label']}: {found['value']}", f"  How: {found['method']}")
    yield f"  Where: {_where(found)}"
    yield "  Calculated from:"
    for source in found["because"]:
        if "fact" in source:
            yield f"    {source['fact']}: {source['label']}, {source['value']}  [{_where(source)}]"
        else:
            yield f"    {source['origin']}"
    brackets = "in brackets the range assumed; of facts, nine draws in ten"
    yield f"  Rests in the end on {len(found['rows'])} rows of inputs ({brackets}):"
    yield from (f"    {_row(row)}" for row in found["rows"])
    yield f"  Facts that name it: {len(found['used_by'])}"
    yield from (f"    {name}" for name in _some(found["used_by"]))


def _used(found: Trace) -> Iterator[str]:
    yield _row(found)
    yield f"  Named by {len(found['used_by'])} facts:"
    for fact in found["used_by"]:
        yield f"    {fact['fact']}: {fact['label']}, {fact['value']}  [{_where(fact)}]"
    yield f"  {len(found['rest_on_it'])} facts rest on it in all (--json names each):"
    yield from _by_title(found["kinds"])


def _where(fact: Trace) -> str:
    where = fact["where"]
    return f"{where['file']}:{where['line']} ({where['function']})" if where else "no formula"


def _row(row: Trace) -> str:
    value = f" = {row['value']}" if row["value"] else ""
    told = [f"{key} {row[key]}" for key in ("basis", "quality", "impact", "confidence") if row.get(key)]
    source = [f"{row['source']}{', ' + row['locator'] if row.get('locator') else ''}"] if row.get("source") else []
    return f"{row['origin']}: {row['label']}{value} ({'; '.join([*told, *source])})"


def _some(names: list[str]) -> list[str]:
    more = len(names) - MOST_NAMED
    return names if more <= 0 else [*names[:MOST_NAMED], f"and {more} more (--json names all)"]
