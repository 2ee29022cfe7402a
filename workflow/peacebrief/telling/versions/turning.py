"""Tables of the annex on what turns each verdict, as planned: words, factors, ties, and judged ranges at the marks."""

from __future__ import annotations

from collections.abc import Sequence

from peacebrief.reasoning.digits import printed_share, whole_percent
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.options import place
from peacebrief.telling.saying.said import NOTHING, Number, Opening, Row, Said
from peacebrief.telling.versions import standing

# The marks of the rule that are asked of a single gate.
MARKS = ("not_feasible", "conditional", "feasible")
REACHED = "feasibility.gate_at_least."
# How closely what follows the adversary's attitude is tied to it.
TIES = ("none", "low", "central", "high")


def words(known: Known) -> list[Row]:
    """Every option: how often each verdict is given, how firm the printed one is, and what turns most versions."""
    return [_words(known, row) for row in known.options] if standing.are_told(known) else []


def _words(known: Known, row: Record) -> Row:
    at = place(known, row["id"])
    shares = [Number(f"feasibility.version_word.{name}{at}", "share") for name in standing.WORDS]
    count = Number(f"feasibility.versions_of.{row['id']}", "exact")
    return Row([row["short_label"], count, *shares, standing.cell(known, row["id"]), standing.turned_by(known, at)])


def factors(known: Known) -> list[Row]:
    """Every factor: how often a change of it alone turns the verdict, by option; what turns most first."""
    facts = [fact for name, fact in known.facts.items() if name.startswith(standing.TURNED)]
    named = {fact.subjects["factor"]: fact.names["factor"] for fact in facts}
    shares = {name: sum(known.number(fact.id) for fact in facts if fact.subjects["factor"] == name) for name in named}
    return [
        Row([Opening(named[factor]), *_of_options(known, f"{standing.TURNED}{factor}", "share")])
        for factor in sorted(named, key=lambda name: (-shares[name], name))
    ]


def _of_options(known: Known, family: str, form: str) -> list[Said]:
    """A fact of each option as planned; nothing where there is none."""
    facts = [f"{family}{place(known, row['id'])}" for row in known.options]
    return [Number(fact, form) if known.has(fact) else NOTHING for fact in facts]


def ties(known: Known) -> list[Row]:
    """All gates together, by how closely they hang together: at the least, then as tied, then at the most."""
    return [_tied(known, row) for row in known.options]


def _tied(known: Known, row: Record) -> Row:
    at = place(known, row["id"])
    bounds = (f"feasibility.frechet_low{at}", f"feasibility.frechet_high{at}")
    tied = [f"feasibility.joint_by_loading.{tie}{at}" for tie in TIES]
    return Row([row["short_label"], *(Number(fact, "percent") for fact in (bounds[0], *tied, bounds[1]))])


def reached(known: Known) -> list[Row]:
    """Every judged gate: how likely its chance reaches each mark that a range judged for it leaves open."""
    every = [
        (gate["label"], name, _of_options(known, f"{REACHED}{whole_percent(share)}.{gate['id']}", "percent"))
        for gate in known.rows("gates", kind="judged")
        for name, share in _marks(known)
    ]
    return [
        Row([label, Number(f"feasibility.threshold.{name}", "percent"), *chances])
        for label, name, chances in every
        if any(_leaves_open(known, chance) for chance in chances)
    ]


def _leaves_open(known: Known, chance: Said) -> bool:
    """Whether a range lies on both sides of a mark, as it is printed."""
    return isinstance(chance, Number) and 0 < printed_share(known.number(chance.fact)) < 1


def _marks(known: Known) -> Sequence[tuple[str, float]]:
    """The marks that are asked of a single gate, by their names, the lowest first."""
    marks = known.case["feasibility"]["thresholds"]
    return [(name, marks[name]) for name in MARKS]
