"""Verdicts and gates: what is ruled on each option, by what, and how sure that is."""

from __future__ import annotations

from itertools import combinations

from peacebrief.reasoning.digits import printed_share, whole_percent
from peacebrief.telling.saying import asked, chances
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.options import (
    gate_chance,
    gate_fact,
    gate_named,
    named,
    never_failing,
    place,
    support,
    weakest_gate,
)
from peacebrief.telling.saying.said import NOTHING, Listed, Number, Opening, Phrase, Pointer, Said, Sentences, phrase

RULINGS = ("feasible", "conditional", "not feasible on current evidence", "indeterminate")
FEASIBLE, CONDITIONAL, NOT_FEASIBLE, TOGETHER = (
    Number(f"feasibility.threshold.{name}", "percent") for name in ("feasible", "conditional", "not_feasible", "joint")
)
MARKS = {"feasible": FEASIBLE, "conditional": CONDITIONAL, "not_feasible": NOT_FEASIBLE, "together": TOGETHER}
# A chance is "only just" above a threshold where it lies less than five points above it.
JUST_ABOVE = 5


def alone(known: Known, option: str, level: str = "") -> Said:
    """The verdict on one option, and what decides it."""
    ruling = Number(f"feasibility.verdict{place(known, option, level)}", "words")
    verdict = phrase(
        "verdict.alone", option=named(known, option), support=support(known, option, level), verdict=ruling
    )
    return Sentences([verdict, phrase("verdict.sentence", words=Opening(what_decides(known, option, level)))])


def what_decides(known: Known, option: str, level: str = "") -> Phrase:
    """Why the verdict is what it is: the weakest gate, and all together, beside the thresholds."""
    gate, limits = weakest_gate(known, option, level), known.case["feasibility"]["thresholds"]
    chance, at = gate_chance(known, gate, option, level), place(known, option, level)
    if chance < limits["conditional"]:
        return _weak(known, gate, option, level)
    if known.words(f"feasibility.verdict{at}") == "conditional":
        return phrase("verdict.conditions_would_do", floor=CONDITIONAL, limit=FEASIBLE, together=TOGETHER)
    if chance < limits["feasible"]:
        return phrase("verdict.no_conditions_would_do", floor=CONDITIONAL, limit=FEASIBLE, together=TOGETHER)
    joint = f"feasibility.joint{at}"
    if printed_share(known.number(joint)) >= limits["joint"]:
        return phrase("verdict.every_gate_open", limit=FEASIBLE, together=TOGETHER)
    return phrase("verdict.not_together", limit=FEASIBLE, chance=Number(joint, "percent"), together=TOGETHER)


def _weak(known: Known, gate: str, option: str, level: str) -> Phrase:
    """A weakest gate that is too weak to build on."""
    chance, shut = gate_chance(known, gate, option, level), known.case["feasibility"]["thresholds"]["not_feasible"]
    told: dict[str, Said] = {
        "gate": gate_named(known, gate),
        "chance": Number(gate_fact(known, gate, option, level), "percent"),
    }
    if chance < shut:
        return phrase("verdict.shut", **told, limit=NOT_FEASIBLE)
    near = whole_percent(chance - shut) < JUST_ABOVE
    return phrase("verdict.just_not_shut" if near else "verdict.neither", **told)


def all_gates(known: Known, option: str, level: str = "") -> Phrase:
    """The chance that every gate is passed."""
    joint = f"feasibility.joint{place(known, option, level)}"
    return phrase("verdict.all_gates", chance=Number(joint, "percent"), likelihood=Number(joint, "likelihood"))


def in_short(known: Known, *, short: bool = False) -> Sentences:
    """All options, a sentence for each verdict; `short` leaves out what each is judged with."""
    told = [_ruled(known, ruling, group) for ruling, group in _rulings(known) if group]
    first = phrase("verdict.given", first=told[0])
    others = [phrase("verdict.sentence", words=Opening(one)) for one in told[1:]]
    return Sentences([first, *others, NOTHING if short or not known.graded else phrase("verdict.as_planned")])


def _rulings(known: Known) -> list[tuple[str, list[Record]]]:
    def ruled(row: Record) -> str:
        return known.words(f"feasibility.verdict{place(known, row['id'])}")

    return [(ruling, [row for row in known.options if ruled(row) == ruling]) for ruling in RULINGS]


def _ruled(known: Known, ruling: str, group: list[Record]) -> Phrase:
    told: dict[str, Said] = {
        "options": Listed([row["in_sentence"] for row in group]),
        "verdict": Number(f"feasibility.verdict{place(known, group[0]['id'])}", "words"),
    }
    if ruling == "indeterminate":
        return phrase("verdict.open", **told)
    return phrase("verdict.are" if len(group) > 1 else "verdict.is", **told)


def likelihood(known: Known) -> Sentences:
    """The chance that every gate is passed, for each option."""
    items = [(f"feasibility.joint{place(known, row['id'])}", row["in_sentence"]) for row in known.options]
    return chances.told(known, phrase("verdict.that_all_gates"), items)


def confidence_in_one(known: Known, option: str) -> Said:
    """Confidence in the verdict on one option, and why."""
    fact = f"feasibility.confidence.{option}"
    grade = phrase("verdict.confidence", grade=Number(fact, "words"))
    judged = known.rows("gates", kind="judged")
    if known.words(fact) != "low" and _shut_at_every_level(known, option):
        widely = phrase("verdict.ruled_out_widely" if known.graded else "verdict.ruled_out_widely_at_one_level")
        return Sentences([grade, widely])
    if not judged:
        return Sentences([grade, phrase("verdict.all_calculated")])
    weakest = known.row("gates", id=weakest_gate(known, option))
    calculated = NOTHING if weakest["kind"] == "judged" else phrase("verdict.weakest_is_calculated")
    return Sentences([grade, calculated, asked.gates(known, judged)])


def _shut_at_every_level(known: Known, option: str) -> bool:
    """Whether a calculated gate is far below the threshold at every level of support."""
    limit = known.case["feasibility"]["thresholds"]["not_feasible"] / 2
    return any(
        all(gate_chance(known, row["id"], option, level) < limit for level in known.levels)
        for row in known.tables["gates"]
        if row["kind"] != "judged"
    )


def confidence(known: Known, *, short: bool = False) -> Sentences:
    """Confidence in all verdicts; `short` leaves out why."""
    items = [(f"feasibility.confidence.{row['id']}", row["in_sentence"]) for row in known.options]
    why: Said = NOTHING if short else what_is_judged(known)
    return Sentences([chances.graded(known, "verdict.confidence_in_all", items), why])


def what_is_judged(known: Known) -> Sentences:
    """Which gates are judged, and which calculated."""
    judged = known.rows("gates", kind="judged")
    found = [row["in_sentence"] for row in known.tables["gates"] if row["kind"] != "judged"]
    return Sentences([
        asked.gates(known, judged) if judged else NOTHING,
        phrase("verdict.calculated", gates=Listed(found)) if found else NOTHING,
    ])  # fmt: skip


def always_passed(known: Known, option: str = "") -> Said:
    """The gates that no draw fails, for one option or for all, and that have no row or column; nothing without any."""
    gates = [row["in_sentence"] for row in never_failing(known, option)]
    return phrase("verdict.always_passed", gates=Listed(gates)) if gates else NOTHING


def first_failing(known: Known, option: str) -> Said:
    """Which gate fails first most often."""
    level = str(known.row("options", id=option)["support_level"])
    rows = known.rows("gate_results", option=option, support_level=level)
    failing = [row for row in rows if row["first_failure"] > 0]
    if not failing:
        return NOTHING
    return phrase(
        "verdict.fails_first", gate=gate_named(known, max(failing, key=lambda row: row["first_failure"])["gate"])
    )


def support_difference(known: Known, option: str) -> Said:
    """From the least support to the most."""
    if not known.graded:
        return NOTHING
    least, most = known.levels[0], known.levels[-1]
    before, after = (place(known, option, level) for level in (least, most))
    chance = phrase(
        "verdict.by_support",
        option=named(known, option),
        before=Number(f"feasibility.joint{before}", "percent"),
        least=support(known, option, least),
        after=Number(f"feasibility.joint{after}", "percent"),
        most=support(known, option, most),
    )
    old, new = (f"feasibility.verdict{one}" for one in (before, after))
    if known.words(old) == known.words(new):
        return Sentences([chance, phrase("verdict.stays", verdict=Number(new, "words"))])
    changes = phrase("verdict.changes", old=Number(old, "words"), new=Number(new, "words"))
    return Sentences([chance, changes])


def most_changed(known: Known) -> str:
    """The option whose chance moves most with support; of equal ones the first."""

    def change(row: Record) -> float:
        least, most = (
            known.number(f"feasibility.joint.{row['id']}.{level}") for level in (known.levels[0], known.levels[-1])
        )
        return abs(most - least)

    return str(max(known.options, key=change)["id"])


def same_verdicts(known: Known) -> Sentences:
    """Options that differ only by the support assumed."""

    def verdicts(row: Record) -> list[str]:
        return [known.words(f"feasibility.verdict.{row['id']}.{level}") for level in known.levels]

    def as_planned(row: Record) -> str:
        return known.words(f"feasibility.verdict{place(known, row['id'])}")

    return Sentences([
        phrase("verdict.differ_by_support", first=Opening(one["in_sentence"]), second=other["in_sentence"])
        for one, other in combinations(known.options, 2)
        if verdicts(one) == verdicts(other) and as_planned(one) != as_planned(other)
    ])  # fmt: skip


def what_blocks(known: Known) -> Said:
    """The gates that rule an option out."""
    limit = known.case["feasibility"]["thresholds"]["not_feasible"]
    told = []
    for row in known.options:
        shut = [gate for gate in known.tables["gates"] if gate_chance(known, gate["id"], row["id"]) < limit]
        if shut:
            gates = Listed([_gate_at(known, gate, row["id"]) for gate in shut])
            told.append(phrase("verdict.blocked_by", option=row["short_label"], gates=gates))
    if not told:
        return phrase("verdict.none_blocks", limit=NOT_FEASIBLE)
    return phrase("verdict.blocked", limit=NOT_FEASIBLE, blocked=Listed(told, "; "))


def _gate_at(known: Known, gate: Record, option: str) -> Phrase:
    chance = Number(gate_fact(known, gate["id"], option), "percent")
    return phrase("verdict.gate_at", gate=gate["in_sentence"], chance=chance)


def rule_of_gates(_: Known) -> Phrase:
    """What the gates ask, and where every chance stands."""
    return phrase("verdict.rule_of_gates", **MARKS, matrix=Pointer("figure", "gate_matrix"))


def rule(_: Known) -> Phrase:
    """From which chances of its gates an option gets which verdict."""
    return phrase("verdict.rule", **MARKS)
