"""What the rotation figure says, and the rules and armies it shows."""

from __future__ import annotations

from peacebrief.facts.rounding import percent, significant, spell_range
from peacebrief.figures.reading import cell, quantiles, role_labels, size_under_test
from peacebrief.figures.registry import Facts, Tables
from peacebrief.reasoning.wording import listed

BY_RULE, SHARE, CEILING = "sizing.pool_by_rule.", "sizing.army_share.", "sizing.british_share"
MOST_ARMIES, WHOLE_ARMY = 6, 1.0


def finding(facts: Facts, tables: Tables) -> str:
    """The title: for which roles rotation ties up the size under test or more."""
    claim, reaching = size_under_test(facts), _reaching(facts, tables)
    if not reaching:
        return f"Rotation included, no role ties up {claim:,} soldiers by any published rule"
    where = "every role" if len(reaching) == len(role_labels(tables)) else listed(reaching)
    return f"Rotation included, {where} can tie up {claim:,} soldiers or more"


def sentences(facts: Facts, tables: Tables) -> list[str]:
    """Deployed, pool and cycled, a sentence for each role."""
    told = []
    for role, label in role_labels(tables).items():
        pools = [quantiles(facts[f"{BY_RULE}{rule}.{role}"])[1] for rule in rules_used(facts, tables)]
        middle, cycled = (quantiles(facts[f"sizing.{what}.{role}"])[1] for what in ("force", "cycled"))
        pool = spell_range(min(pools), max(pools))
        told.append(f"{label}: {significant(middle)} deployed, a pool of {pool}, {significant(cycled)} cycled.")
    return told


def army_sentence(facts: Facts, tables: Tables) -> str:
    """The three armies most tied up, those whose range passes the whole army, the British ceiling; empty for none."""
    names = armies_most_tied_up(facts, tables)
    shares = {fact_id: percent(quantiles(facts[fact_id])[1]) for fact_id in names}
    first = [f"{names[fact_id]} {share}" for fact_id, share in shares.items() if fact_id != CEILING][:3]
    passing = [name for fact_id, name in names.items() if quantiles(facts[fact_id])[2] > WHOLE_ARMY]
    beyond = f" The range passes the whole army for {listed(passing)}." if passing else ""
    ceiling = f" {names[CEILING]}: {shares[CEILING]} of its army." if CEILING in names else ""
    told = f" Armies most tied up: {listed(first)}." if first else ""
    return f"{told}{beyond}{ceiling}"


def armies_shown(facts: Facts, tables: Tables) -> str:
    """Which army shares are drawn, out of how many, and what the line at the whole army means; empty for none."""
    names, known = armies_most_tied_up(facts, tables), sum(fact_id.startswith(SHARE) for fact_id in facts)
    if not names:
        return ""
    count = sum(fact_id != CEILING for fact_id in names)
    shown = f"the {count} largest of {known} army shares" if count < known else f"{known} army shares"
    parts = [*([shown] if count else []), *(["the British force"] if CEILING in names else [])]
    beyond = any(quantiles(facts[fact_id])[2] > WHOLE_ARMY for fact_id in names)
    line = (
        "beyond 100% (dashed) the army is too small for the brigades it is credited with"
        if beyond
        else "dashed: the whole army"
    )
    return f". Below: {listed(parts)}; {line}"


def rules_used(facts: Facts, tables: Tables) -> dict[str, float]:
    """The published rules with a pool among the facts, and their soldiers in the pool for each one deployed."""
    known = {fact_id.split(".")[2] for fact_id in facts if fact_id.startswith(BY_RULE)}
    ratios = {str(row["id"]): cell(row, "central") for row in tables["sizing_methods"] if row["id"] in known}
    return dict(sorted(((rule, ratio) for rule, ratio in ratios.items() if ratio), key=lambda item: (item[1], item[0])))


def armies_most_tied_up(facts: Facts, tables: Tables) -> dict[str, str]:
    """Ids and names of the largest shares, largest first; the British ceiling is always among them where known."""
    names = {f"{SHARE}{row['id']}": str(row["country"]) for row in tables["contributors"]}
    shown = _largest_first([name for name in names if name in facts], facts)[:MOST_ARMIES]
    if CEILING in facts:
        names[CEILING] = f"British force of {significant(assumption(tables, 'british_contribution'))}"
        shown = _largest_first([*shown, CEILING], facts)
    return {fact_id: names[fact_id] for fact_id in shown}


def assumption(tables: Tables, name: str) -> float:
    """The central value of an assumption. Raises StopIteration where there is none."""
    return next(number for row in tables["assumptions"] if row["id"] == name and (number := cell(row, "central")))


def _largest_first(fact_ids: list[str], facts: Facts) -> list[str]:
    return sorted(fact_ids, key=lambda fact_id: (-quantiles(facts[fact_id])[1], fact_id))


def _reaching(facts: Facts, tables: Tables) -> list[str]:
    """Roles whose pool by the strictest rule reaches the size under test."""
    claim, strictest = size_under_test(facts), list(rules_used(facts, tables))[-1]
    pools = {
        label.lower(): quantiles(facts[f"{BY_RULE}{strictest}.{role}"])[1]
        for role, label in role_labels(tables).items()
    }
    return [label for label, pool in pools.items() if pool >= claim]
