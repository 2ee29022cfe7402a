"""The size that could be generated and kept up: how large it is, what else it takes, what it would be worth."""

from __future__ import annotations

from peacebrief.telling.answers.troops import size_judged
from peacebrief.telling.answers.verdict import FEASIBLE
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.number_forms import spell
from peacebrief.telling.saying.options import gate_fact, named, place
from peacebrief.telling.saying.said import NOTHING, Listed, Number, Phrase, Said, Sentences, phrase

YEARS = Number("feasibility.planning_horizon", "exact")
RECOVERY_NEEDS, FULL_STRENGTH = "recovery_needs", "feasibility.rotation_full_strength"
RECOVERY = Number(f"assumptions.{RECOVERY_NEEDS}", "significant")
# The source of what this project assumes by itself.
DECLARED = "declared"
# What facts on conditions say where none would do, and where none is needed.
NONE_CLOSES, NO_FURTHER = "none", "no further condition"


def question(known: Known) -> Phrase:  # noqa: ARG001 - asked as every sentence is
    """What size could be both generated and kept up."""
    return phrase("holding.question", years=YEARS, limit=FEASIBLE)


def in_full(known: Known) -> Sentences:
    """The question, its answer, and what else it takes."""
    return Sentences([answer(known), conditions(known)])


def answer(known: Known) -> Sentences:
    """The question, and the size of each option beside the one that it is judged at."""
    held = [row for row in known.options if _is_held(known, row)]
    none = [row["in_sentence"] for row in known.options if row not in held]
    most = Listed([_most(known, row) for row in held])
    return Sentences([
        question(known),
        phrase("holding.at_most", sizes=most) if held else NOTHING,
        phrase("holding.no_size", options=Listed(none)) if none else NOTHING,
    ])  # fmt: skip


def _held(known: Known, row: Record) -> str:
    return f"feasibility.size_held{place(known, row['id'])}"


def _is_held(known: Known, row: Record) -> bool:
    return known.has(_held(known, row)) and known.number(_held(known, row)) > 0


def _most(known: Known, row: Record) -> Phrase:
    size = Number(_held(known, row), "significant")
    return phrase("holding.size_of", size=size, judged=size_judged(row["id"]), option=row["in_sentence"])


def conditions(known: Known) -> Sentences:
    """What else it takes at the size that could be kept up; options that need the same share a sentence."""
    groups: dict[str, list[Record]] = {}
    for row in known.options:
        if words := _closing(known, row):
            groups.setdefault(words, []).append(row)
    told = [
        phrase(
            "holding.can_reach" if place == 0 else "holding.so_can",
            options=Listed([row["in_sentence"] for row in group]),
            given=_given(known, group[0]),
            **({"limit": FEASIBLE} if place == 0 else {}),
        )
        for place, group in enumerate(groups.values())
    ]
    return Sentences([*told, beyond(known)])


def _fact_of_closing(known: Known, row: Record) -> str:
    return f"feasibility.closing_smaller{place(known, row['id'])}"


def _closing(known: Known, row: Record) -> str:
    """The conditions that would do at that size; nothing where none would."""
    fact = _fact_of_closing(known, row)
    return known.words(fact) if known.has(fact) and not known.words(fact).startswith(NONE_CLOSES) else NOTHING


def _given(known: Known, row: Record) -> Phrase:
    if _closing(known, row) == NO_FURTHER:
        return phrase("holding.no_further")
    return phrase("holding.provided", conditions=Number(_fact_of_closing(known, row), "words"))


def beyond(known: Known) -> Said:
    """The options for which no conditions would do at that size."""
    found = [row["in_sentence"] for row in known.options if _is_held(known, row) and not _closing(known, row)]
    return phrase("holding.beyond", limit=FEASIBLE, options=Listed(found)) if found else NOTHING


def listed(known: Known) -> list[Phrase]:
    """The size of each option and what else it takes, as items of a list under the question."""
    return [_item(known, row) for row in known.options]


def _item(known: Known, row: Record) -> Phrase:
    if not _is_held(known, row):
        return phrase("holding.item_without_size", option=row["short_label"])
    size = Number(_held(known, row), "significant")
    if not _closing(known, row):
        return phrase("holding.item_beyond", option=row["short_label"], size=size)
    return phrase("holding.item", option=row["short_label"], size=size, given=_given(known, row))


def worth(known: Known) -> Said:
    """The cost of renewed war at which each option pays for itself."""
    found = [
        phrase("holding.worth_for", cost=Number(_break_even(row["id"]), "significant"), option=row["in_sentence"])
        for row in known.options
        if known.has(_break_even(row["id"]))
    ]
    if not found:
        return NOTHING
    told = _is_recovery_told_elsewhere(known)
    recovery = phrase("holding.recovery_said" if told else "holding.recovery_taken", recovery=RECOVERY)
    return Sentences([phrase("holding.worth", years=YEARS, costs=Listed(found)), recovery])


def _is_recovery_told_elsewhere(known: Known) -> bool:
    """Whether what recovery needs has a source, or else is an assumption of this project."""
    return any(row["source"] != DECLARED for row in known.rows("assumptions", id=RECOVERY_NEEDS))


def _break_even(option: str) -> str:
    return f"feasibility.break_even.{option}"


def break_even(known: Known, option: str) -> Sentences:
    """What the force costs, and what it must spare to be worth it."""
    cost = f"feasibility.whole_cost.{option}"
    told: dict[str, Said] = {"years": YEARS, "option": named(known, option), "cost": Number(cost, "p50")}
    told_elsewhere, share = _is_recovery_told_elsewhere(known), Number(f"feasibility.pays.{option}", "percent")
    pays = phrase("holding.pays" if told_elsewhere else "holding.pays_as_taken", recovery=RECOVERY, share=share)
    return Sentences([
        phrase("holding.would_cost", **told, range=Number(cost, "range")), _spares(known, option), pays
    ])  # fmt: skip


def _spares(known: Known, option: str) -> Said:
    """From which cost of a war on the force pays for itself, where it spares anything."""
    fact = _break_even(option)
    if not known.has(fact):
        return NOTHING
    risk = Number(f"feasibility.risk_with_force{place(known, option)}", "percent")
    raises = Number("feasibility.raises_risk", "percent")
    return phrase("holding.spares", risk=risk, cost=Number(fact, "significant"), raises=raises)


def plan(known: Known, option: str) -> Sentences:
    """The strength planned beside what past forces kept, and what the plan does to the gates of manpower."""
    year = known.case["feasibility"]["planning_horizon"]
    planned, past = f"feasibility.planned_strength.{option}.{year}", f"feasibility.past_strength.median.{year}"
    if not known.has(planned):
        return Sentences([phrase("holding.no_plan", years=YEARS)])
    told = {"share": Number(planned, "percent"), "range": Number(planned, "percent_range"), "years": YEARS}
    beside = known.has(past)
    return Sentences([
        phrase("holding.plan_beside", **told, past=Number(past, "percent"))
        if beside
        else phrase("holding.plan", **told),
        _without_plan(known, option),
    ])  # fmt: skip


def _without_plan(known: Known, option: str) -> Said:
    """What the gates of manpower would be without a surge, and at full strength throughout."""
    without = {"generation": "generation.probability", "rotation": FULL_STRENGTH}
    found = [
        told
        for gate in known.tables["gates"]
        if gate["kind"] in without
        and (told := _otherwise(known, gate, option, without[gate["kind"]], what=gate["in_sentence"]))
    ]
    return phrase("holding.without_plan", chances=Listed(found)) if found else NOTHING


def _otherwise(known: Known, gate: Record, option: str, family: str, *, what: str) -> Said:
    """What a gate would be without the plan; nothing where it would be printed alike."""
    names = f"{family}{place(known, option)}", gate_fact(known, gate["id"], option)
    without, chance = (Number(name, "percent") for name in names)
    if spell(known.fact(without.fact), without.form) == spell(known.fact(chance.fact), chance.form):
        return NOTHING
    return phrase("holding.not_by_plan", without=without, chance=chance, what=what)


def plans(known: Known) -> Said:
    """What every option would have of the gate of rotation at full strength, beside what it has by its plan."""
    last = known.case["feasibility"]["planning_horizon"]
    for gate in known.rows("gates", kind="rotation"):
        found = [
            told
            for row in known.options
            if known.has(f"feasibility.planned_strength.{row['id']}.{last}")
            and (told := _otherwise(known, gate, row["id"], FULL_STRENGTH, what=row["in_sentence"]))
        ]
        if found:
            return phrase("holding.plans", gate=gate["in_sentence"], chances=Listed(found))
    return NOTHING
