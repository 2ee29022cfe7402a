"""Proof on the real case: change an input and exactly the facts that say they rest on it move."""

from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest
from remembering import remembered_of

from peacebrief.facts.basis import row_key
from peacebrief.facts.collect import collect_facts
from peacebrief.facts.fact import sources_of
from peacebrief.inputs import resolve_case
from peacebrief.sizing import size_force

INPUTS = Path(__file__).parents[3] / "inputs"
FACTORS = (100.0, 0.01, 1.01)
# These move by jumps, or only with the extreme of several: a change may leave them where they are, but must never move
# one that does not name it.
JUMPING = {"count", "rank", "words"}
EXTREMES = "sizing.agreement."
# Claims and proposals change nothing that sizing reads.
sized = remembered_of(size_force)


@pytest.fixture(scope="module")
def case():
    resolved = resolve_case(INPUTS, "ukraine")
    return {"sizing": resolved.sizing | {"draws": 256}, "evidence": resolved.evidence}


def collected(case):
    return {fact.id: fact for fact in collect_facts(stages=[sized(case["sizing"])], evidence=case["evidence"])}


def family(fact):
    """Facts calculated together from one list are judged together: a median may stand still where a count moves."""
    stage, kind, *rest = fact.id.split(".")
    if stage == "evidence" and kind == "proposals":
        by_class = len(rest) > 1 and rest[0] not in {"above", "at_least", "exactly"}
        return f"evidence.proposals.{rest[0] if by_class else 'all'}"
    if kind in {"validation", "held_out", "error_factor"}:
        return f"sizing.{kind.replace('error_factor', 'validation')}.{rest[0]}"
    return f"{stage}.{kind}.{rest[-1]}" if kind == "probability_at_least" else fact.id


def said(facts):
    """Origin -> families of facts that rest on it, and those of them that must move when it is changed.

    A role is raised to the range of the roles whose tasks it contains, where it lies below them: their methods may move
    it, and those that fit it must.
    """
    named, must = defaultdict(set), defaultdict(set)
    alone = {
        name: replace(fact, because=(f"fact:{name.replace('force', 'range_of_methods')}",))
        for name, fact in facts.items()
        if name.startswith("sizing.force.")
    }
    for fact in facts.values():
        own = sources_of(fact.id, facts | alone)
        for origin in sources_of(fact.id, facts):
            named[origin].add(family(fact))
            if origin in own and fact.unit not in JUMPING and not fact.id.startswith(EXTREMES):
                must[origin].add(family(fact))
    return named, must


def moved(before, after):
    return {family(fact) for fact in [*before.values(), *after.values()] if before.get(fact.id) != after.get(fact.id)}


def copied(case):
    """The case with rows of its own, where one of them may be changed."""
    tables = {name: [dict(row) for row in case["evidence"]["tables"][name]] for name in ("claims", "proposals")}
    evidence = {**case["evidence"], "tables": {**case["evidence"]["tables"], **tables}}
    evidence["assumptions"] = [dict(row) for row in evidence["assumptions"]]
    return {"sizing": {**case["sizing"], "quantities": [dict(row) for row in case["sizing"]["quantities"]]},
            "evidence": evidence}  # fmt: skip


def scaled(case, where, row_id, columns, factor):
    """The case with the numbers of one row multiplied, in what sizing reads and in the evidence."""
    changed = copied(case)
    for rows in where(changed):
        for row in rows:
            if row.get("origin", row.get("id")) in row_id:
                for column in columns:
                    if isinstance(row.get(column), float | int):
                        row[column] *= factor
    return changed


def changes(case):
    """Origin and the changed cases, made as they are asked for: every assumption and method, claim and proposal."""
    for row in case["sizing"]["quantities"]:
        if row["distribution"] == "choice":
            yield row["origin"], (_other_choices(case, row["id"], factor) for factor in FACTORS)
        else:
            ids = {row["origin"], row["origin"].removeprefix("assumption:")}
            yield row["origin"], (scaled(case, _quantities, ids, ("low", "central", "high"), by) for by in FACTORS)
    for row in case["evidence"]["tables"]["claims"]:
        columns = ("claimed", "low", "central", "high")
        yield f"table:claims.csv#{row['id']}", (scaled(case, _claims, {row["id"]}, columns, by) for by in FACTORS)
    for row in case["evidence"]["tables"]["proposals"]:
        columns = ("force_low", "force_central", "force_high")
        yield f"table:proposals.csv#{row['id']}", _changed_proposals(case, row["id"], columns)


def _changed_proposals(case, row_id, columns):
    yield _without_proposal(case, row_id)
    yield from (scaled(case, _proposals, {row_id}, columns, by) for by in FACTORS)


def _quantities(case):
    return case["sizing"]["quantities"], case["evidence"]["assumptions"]


def _claims(case):
    return (case["evidence"]["tables"]["claims"],)


def _proposals(case):
    return (case["evidence"]["tables"]["proposals"],)


def _without_proposal(case, row_id):
    changed = copied(case)
    for rows in _proposals(changed):
        rows[:] = [row for row in rows if row["id"] != row_id]
    return changed


def _other_choices(case, quantity, factor):
    changed = copied(case)
    for row in changed["sizing"]["quantities"]:
        if row["id"] == quantity:
            row["choices"] = [[value * factor, weight] for value, weight in row["choices"]]
    for row in changed["evidence"]["assumptions"]:
        if row["id"] == quantity:
            pairs = (pair.split(":") for pair in row["choices"].split(";"))
            row["choices"] = ";".join(f"{float(value) * factor}:{weight}" for value, weight in pairs)
    return changed


@pytest.mark.slow
def test_exactly_the_facts_that_name_an_input_move_with_it(case):
    before = collected(case)
    named, must = said(before)
    wrong = {}
    for origin, variants in changes(case):
        seen = set()
        for variant in variants:
            seen |= moved(before, collected(variant))
            if must[origin] <= seen:
                break
        if seen - named[origin] or must[origin] - seen:
            wrong[origin] = {"moved unsaid": seen - named[origin], "said unmoved": must[origin] - seen}
    assert wrong == {}


@pytest.mark.slow
def test_every_fact_rests_on_rows_that_exist(case):
    facts, tables = collected(case), case["evidence"]["tables"]
    assumptions = {row["id"] for row in case["evidence"]["assumptions"]}
    for fact in facts.values():
        for origin in sources_of(fact.id, facts):
            kind, _, name = origin.partition(":")
            if kind == "assumption":
                assert name in assumptions, (fact.id, origin)
            elif not name.startswith("case.yaml#"):
                table, _, row_id = name.partition(".csv#")
                assert row_id in {row_key(table, row) for row in tables[table]}, (fact.id, origin)
