"""What the picture of the pipeline says: how much goes in, how many facts each step gives, and which verdicts."""

from __future__ import annotations

from collections import Counter

from peacebrief.facts.evidence import counted_proposals
from peacebrief.figures.gate_matrix_words import briefly, verdict
from peacebrief.figures.option_words import option_labels, planned_level
from peacebrief.figures.registry import Facts, Tables
from peacebrief.reasoning.wording import listed

STEPS = {
    "sizing": "how many troops",
    "generation": "who sends them",
    "logistics": "what they need",
    "feasibility": "would it work",
}

# Tables of the case that say most about what it rests on, as they are counted in print.
TABLES = {
    "missions": "past mission",
    "durations": "past operation",
    "proposals": "proposal",
    "polls": "poll",
    "links": "transport link",
    "risks": "risk",
}


def inputs_counted(tables: Tables) -> dict[str, int]:
    """What goes in, counted: assumptions, sources, options and rows of tables; what the case lacks is left out."""
    rows = {noun: len(tables.get(name, ())) for name, noun in TABLES.items()}
    first = {noun: len(tables[f"{noun}s"]) for noun in ("assumption", "source", "option")}
    return {noun: number for noun, number in (first | rows).items() if number}


def used_of(tables: Tables) -> dict[str, int]:
    """How many rows the briefs use where that is fewer than there are: proposals counted, polls alike, risks scored.

    Risks that a gate asks about already are left to that gate.
    """
    used, rows = {"proposal": len(counted_proposals(tables.get("proposals", ())))}, inputs_counted(tables)
    if "net_support" in tables:
        used["poll"] = sum(int(row["polls"]) for row in tables["net_support"])
    if "risk_results" in tables:
        used["risk"] = len({str(row["risk"]) for row in tables["risk_results"] if not int(row["in_gate"])})
    return {noun: number for noun, number in used.items() if noun in rows and number < rows[noun]}


def facts_by_step(facts: Facts) -> dict[str, int]:
    """How many facts come from each step of the model, in the order of the steps."""
    counted = Counter(fact_id.partition(".")[0] for fact_id in facts)
    return {step: counted[step] for step in STEPS}


def facts_besides(facts: Facts) -> int:
    """How many facts are no step's: inputs restated, measures of the evidence, claims checked."""
    return len(facts) - sum(facts_by_step(facts).values())


def verdicts(facts: Facts, tables: Tables) -> dict[str, int]:
    """How many options as planned get each verdict, the most frequent first."""
    planned = [(option, planned_level(option, tables)) for option in option_labels(tables)]
    return dict(Counter(briefly(verdict(facts, option, level)) for option, level in planned).most_common())


def counted(number: int, noun: str) -> str:
    """A count with its noun: "1 gate", "6 gates"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def with_use(number: int, noun: str, used: int | None) -> str:
    """A count, and how many of it are used where those are fewer: "32 of 37 proposals"."""
    return counted(number, noun) if used is None else f"{used:,} of {counted(number, noun)}"


def finding(facts: Facts, tables: Tables) -> str:
    """The title: what goes in, what comes out, and which step gives most of it."""
    steps = facts_by_step(facts)
    most = max(steps.values())
    first = [step for step in steps if steps[step] == most]
    gives = f"{first[0]} gives most ({most:,})" if len(first) == 1 else f"{listed(first)} give most ({most:,} each)"
    into = f"{counted(len(tables['assumptions']), 'assumption')} and {counted(len(tables['sources']), 'source')}"
    return f"From {into} to {counted(len(facts), 'fact')}; of the steps, {gives}"


def sentences(facts: Facts, tables: Tables) -> list[str]:
    """The way from inputs to briefs, with every number that is drawn."""
    steps = facts_by_step(facts)
    given = [f"{step} ({STEPS[step]}) {counted(number, 'fact')}" for step, number in steps.items()]
    ruled = [f"{number} {word}" for word, number in verdicts(facts, tables).items()]
    gates = len({row["gate"] for row in tables["gate_results"]})
    draws, options = int(tables["case"][0]["draws"]), len(option_labels(tables))
    used = used_of(tables)
    into = listed([with_use(number, noun, used.get(noun)) for noun, number in inputs_counted(tables).items()])
    tested = f"{counted(options, 'option')} on {counted(gates, 'gate')}"
    return [
        f"Inputs: {into}. {counted(draws, 'draw')} carry their uncertainty through every step.",
        f"The steps give: {listed(given)}; {counted(facts_besides(facts), 'fact')} restate inputs or check claims.",
        f"Generation and logistics feed feasibility, which tests {tested}; as planned, {listed(ruled)}.",
        f"All {counted(len(facts), 'fact')} go into the briefs.",
    ]
