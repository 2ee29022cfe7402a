"""The way from inputs to verdict: how much goes in and comes out, which step gives most, what stands in each box."""

from __future__ import annotations

from collections import Counter

from peacebrief.facts.evidence import counted_proposals
from peacebrief.facts.rounding import exact
from peacebrief.telling.figures.caption import SaidCaption, draws, source
from peacebrief.telling.figures.feasibility.gate_results import briefly, ruling
from peacebrief.telling.figures.reading import option_labels
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.options import planned_level
from peacebrief.telling.saying.said import Listed, Phrase, Said, Sentences, phrase

STEPS = ("sizing", "generation", "logistics", "feasibility")
# What is counted of the case, by its table; the first three are always there.
ALWAYS = {"assumption": "assumptions", "source": "sources", "option": "options"}
TABLES = {
    "mission": "missions",
    "operation": "durations",
    "proposal": "proposals",
    "poll": "polls",
    "link": "links",
    "risk": "risks",
}


def caption(known: Known) -> SaidCaption:
    """The finding: how much goes in and comes out, and which step gives most."""
    return SaidCaption(
        title=finding(known),
        subtitle=phrase("figures_pipeline.subtitle"),
        source=source(known, draws(known)),
        alt=Sentences([phrase("figures_pipeline.shown"), *_sentences(known)]),
    )


def finding(known: Known) -> Phrase:
    """What goes in, what comes out, and which step gives most of it."""
    steps = facts_by_step(known)
    most = max(steps.values())
    first = [step_name(step) for step in steps if steps[step] == most]
    gives = phrase(
        "figures_pipeline.gives_most" if len(first) == 1 else "figures_pipeline.give_most",
        steps=Listed(first), number=exact(most),
    )  # fmt: skip
    assumptions, sources = (counted(len(known.tables[ALWAYS[noun]]), noun) for noun in ("assumption", "source"))
    told: dict[str, Said] = {"assumptions": assumptions, "sources": sources}
    return phrase("figures_pipeline.title", **told, facts=counted(len(known.facts), "fact"), gives=gives)


def _sentences(known: Known) -> list[Phrase]:
    """The way from inputs to briefs, with every number that is drawn."""
    given = [_given(step, number) for step, number in facts_by_step(known).items()]
    options = counted(len(option_labels(known)), "option")
    verdicts = Listed(ruled(known))
    return [
        phrase("figures_pipeline.inputs_told", inputs=Listed(inputs(known)), draws=_draws(known)),
        phrase("figures_pipeline.steps_told", steps=Listed(given), others=counted(facts_besides(known), "fact")),
        phrase("figures_pipeline.tests_told", options=options, gates=_gates(known), verdicts=verdicts),
        phrase("figures_pipeline.facts_told", facts=counted(len(known.facts), "fact")),
    ]


def _given(step: str, number: int) -> Phrase:
    told: dict[str, Said] = {"step": step_name(step), "asked": _asked(step)}
    return phrase("figures_pipeline.step_gives", **told, facts=counted(number, "fact"))


def lines(known: Known) -> dict[str, list[Said]]:
    """What stands in each box beneath its name."""
    every = counted(len(known.facts), "fact")
    given = {step: counted(number, "fact") for step, number in facts_by_step(known).items()}
    asked: dict[str, list[Said]] = {step: [_asked(step), facts] for step, facts in given.items()}
    return asked | {
        "inputs": inputs(known),
        "uncertainty": [_draws(known), phrase("figures_pipeline.box_draws")],
        "feasibility": [
            phrase("figures_pipeline.box_asked", asked=_asked("feasibility")), _gates(known),
            phrase("figures_pipeline.box_as_planned"), *ruled(known), given["feasibility"],
        ],
        "facts": [every, phrase("figures_pipeline.box_facts", others=exact(facts_besides(known)))],
        "briefs": [phrase("figures_pipeline.box_briefs")],
    }  # fmt: skip


def step_name(step: str) -> Phrase:
    """What a step, or what stands before and behind the steps, is called."""
    return phrase(f"figures_pipeline.name_{step}")


def _asked(step: str) -> Phrase:
    return phrase(f"figures_pipeline.asked_{step}")


def inputs(known: Known) -> list[Said]:
    """What goes in, counted, and how much of it is used where that is less: "32 of 37 proposals"."""
    used = used_of(known)
    return [with_use(number, noun, used.get(noun)) for noun, number in inputs_counted(known).items()]


def ruled(known: Known) -> list[Said]:
    """How many options as planned get each verdict: "2 not feasible"."""
    return [
        phrase("figures_pipeline.ruled", count=str(number), verdict=briefly(verdict))
        for verdict, number in verdicts(known).items()
    ]


def _draws(known: Known) -> Phrase:
    return counted(int(known.case["draws"]), "draw")


def _gates(known: Known) -> Phrase:
    return counted(gates_counted(known), "gate")


def counted(number: int, noun: str) -> Phrase:
    """A count with its noun: "1 gate", "6 gates"."""
    name = phrase(f"figures_pipeline.one_{noun}") if number == 1 else plural(noun)
    return phrase("figures_pipeline.counted", count=exact(number), noun=name)


def plural(noun: str) -> Phrase:
    """What is counted, as it is called where there are several."""
    return phrase(f"figures_pipeline.many_{noun}")


def with_use(number: int, noun: str, used: int | None) -> Phrase:
    """A count, and how many of it are used where those are fewer: "32 of 37 proposals"."""
    whole = counted(number, noun)
    return whole if used is None else phrase("figures_pipeline.used", used=exact(used), counted=whole)


def inputs_counted(known: Known) -> dict[str, int]:
    """What goes in, counted: assumptions, sources, options and rows of tables; what the case lacks is left out."""
    rows = {noun: len(known.tables.get(name, ())) for noun, name in (ALWAYS | TABLES).items()}
    return {noun: number for noun, number in rows.items() if number}


def used_of(known: Known) -> dict[str, int]:
    """How many rows the briefs use where that is fewer than there are: proposals counted, polls alike, risks scored.

    Risks that a gate asks about already are left to that gate.
    """
    used = {"proposal": len(counted_proposals(known.tables.get("proposals", ())))}
    rows = inputs_counted(known)
    if "net_support" in known.tables:
        used["poll"] = sum(int(row["polls"]) for row in known.tables["net_support"])
    if "risk_results" in known.tables:
        used["risk"] = len({str(row["risk"]) for row in known.tables["risk_results"] if not int(row["in_gate"])})
    return {noun: number for noun, number in used.items() if noun in rows and number < rows[noun]}


def facts_by_step(known: Known) -> dict[str, int]:
    """How many facts come from each step of the model, in the order of the steps."""
    found = Counter(fact_id.partition(".")[0] for fact_id in known.facts)
    return {step: found[step] for step in STEPS}


def facts_besides(known: Known) -> int:
    """How many facts are no step's: inputs restated, measures of the evidence, claims checked."""
    return len(known.facts) - sum(facts_by_step(known).values())


def gates_counted(known: Known) -> int:
    """How many gates there are."""
    return len({row["gate"] for row in known.tables["gate_results"]})


def verdicts(known: Known) -> dict[str, int]:
    """How many options as planned get each verdict, the most frequent first."""
    levels = {option: planned_level(known, option) for option in option_labels(known)}
    return dict(Counter(ruling(known, option, level) for option, level in levels.items()).most_common())
