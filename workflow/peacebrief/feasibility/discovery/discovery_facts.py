"""Facts about the conditions under which the gates of manpower open, or fail to, and tables of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peacebrief.feasibility.deciding.input_ends import EVENT, MODEL
from peacebrief.feasibility.discovery.question import Answer, Condition, Term
from peacebrief.feasibility.given import FeasibilityInputs
from peacebrief.generation.supply.sampled_position import BRIGADE_STREAM
from peacebrief.generation.supply.supply_driver import (
    BRIGADE_STRENGTH,
    BY_BRIGADES,
    BY_SHARE,
    LATER_RATIO,
    MODEL_LABELS,
    RATIO,
    SURGE,
)
from peacebrief.reasoning.digits import rounded, whole_percent
from peacebrief.reasoning.language import decimal_in_words, listed
from peacebrief.reasoning.record import Record, Rows, Table, record, table, words_record
from peacebrief.reasoning.subject import About, number_of

BOX = "feasibility.box.{question}.{place}"
BOXES = (
    "question", "place", "option", "terms", "draws", "of_interest", "held", "hits", "density", "coverage", "base_rate",
    "stability",
)  # fmt: skip
TERMS = ("question", "place", "term", "input", "label", "kind", "unit", "least", "below")
SEARCH = (
    "Patient rule induction on the draws of the option as planned that is nearest to passing: at most two conditions "
    "of at most three terms, each found in the draws that the one before it leaves."
)
STABILITY = "stability"
MEASURES = {
    "density": "Of the draws in which the condition holds, the share of interest.",
    "coverage": "Of the draws of interest, the share in which the condition holds and none before it.",
    "base_rate": "Of all draws, the share of interest.",
    STABILITY: (
        "The share of runs, on each replicate and on resamples of all draws, in which a condition restricts the same "
        "inputs on the same sides."
    ),
}
PLURAL = (RATIO, LATER_RATIO, SURGE, BRIGADE_STRENGTH, BRIGADE_STREAM)
SMALL = 100.0


def box_facts(inputs: FeasibilityInputs, *, found: Sequence[Answer]) -> Iterator[Record]:
    """Every condition on every question: its terms, and how much they say."""
    because = [f"fact:feasibility.joint.{option.id}.{option.support_level}" for option in inputs.options]
    for answer in found:
        for place, condition in enumerate(answer.conditions, start=1):
            about: About = {"question": answer.question, "place": number_of(place)}
            yield words_record(
                f"{BOX}.terms",
                about,
                label="condition {place} under which {question}",
                method=SEARCH,
                because=because,
                words=condition_words(condition),
            )
            for name, value in measured(answer, condition).items():
                yield record(
                    f"{BOX}.{name}",
                    about,
                    label=f"{name.replace('_', ' ')} of condition {{place}} under which {{question}}",
                    unit="share",
                    kind="number" if name == STABILITY else "probability",
                    method=f"{SEARCH} {MEASURES[name]}",
                    because=because,
                    value=value,
                )


def measured(answer: Answer, condition: Condition) -> dict[str, float]:
    """What a condition is measured by (0-1)."""
    return {
        "density": condition.hits / condition.held,
        "coverage": condition.hits / answer.of_interest,
        "base_rate": answer.of_interest / answer.draws,
        STABILITY: condition.stability,
    }


def condition_words(condition: Condition) -> str:
    """The terms of a condition inside a sentence."""
    return listed([term_words(term) for term in condition.terms])


def term_words(term: Term) -> str:
    """One term inside a sentence."""
    column = term.column
    if column.kind == EVENT:
        return f"{column.label} takes part" if term.least is not None else f"{column.label} does not take part"
    if column.kind == MODEL:
        return f"supply follows the {MODEL_LABELS[BY_SHARE if term.least is None else BY_BRIGADES]}"
    verb = "are" if column.id in PLURAL else "is"
    least = "" if term.least is None else f"{number_words(term.least, column.unit)} or more"
    below = "" if term.below is None else f"less than {number_words(term.below, column.unit)}"
    return f"{column.label} {verb} {' and '.join(part for part in (least, below) if part)}"


def number_words(number: float, unit: str) -> str:
    """A limit in words: shares in per cent, else at two digits."""
    if unit == "share":
        percent = 100 * number
        return f"{whole_percent(number) if percent >= 10 else decimal_in_words(percent, 1)} per cent"
    near = rounded(number)
    return decimal_in_words(near, 0 if near >= SMALL or near == int(near) else 1)


def box_tables(found: Sequence[Answer]) -> dict[str, Table]:
    """The conditions, and their terms."""
    return {"boxes": table(BOXES, _box_rows(found)), "box_terms": table(TERMS, _term_rows(found))}


def _box_rows(found: Sequence[Answer]) -> Rows:
    for answer in found:
        for place, one in enumerate(answer.conditions, start=1):
            counts = [answer.draws, answer.of_interest, one.held, one.hits]
            told = [answer.question.id, place, answer.option.id, condition_words(one)]
            yield [*told, *counts, *measured(answer, one).values()]


def _term_rows(found: Sequence[Answer]) -> Rows:
    for answer in found:
        for place, one in enumerate(answer.conditions, start=1):
            for number, term in enumerate(one.terms, start=1):
                column = term.column
                told = [column.id, term_words(term), column.kind, column.unit]
                yield [answer.question.id, place, number, *told, term.least, term.below]
