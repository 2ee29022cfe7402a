"""Facts about the inputs that move the verdict on each option most, with what holds at both ends of each.

All inputs are in a table, ranked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peacebrief.feasibility.deciding.moved_verdict import AtEnd, Moved, named_by_option
from peacebrief.feasibility.gates.gate_odds import Odds
from peacebrief.feasibility.given import FeasibilityInputs, Option
from peacebrief.feasibility.verdict.ruling import Rulings
from peacebrief.feasibility.verdict.verdict_facts import RULE
from peacebrief.reasoning.record import Record, Rows, Table, record, table, words_record
from peacebrief.reasoning.subject import About, number_of

DECIDES = "feasibility.decides.{option}.{place}"
COLUMNS = (
    "option", "place", "named", "input", "label", "kind", "unit", "low", "high", "joint", "joint_low", "joint_high",
    "error_low", "error_high", "word", "word_low", "word_high",
)  # fmt: skip
ENDS = (
    "Each input of the gates is held at the 5th and at the 95th percentile of what is drawn for it, all else as drawn; "
    "what either happens or does not is held at both, the size at its least and its largest. "
)
NAMED = (
    "Named are those at whose ends the chance that every gate is passed lies furthest apart, where that chance or the "
    "verdict prints otherwise at one end at least."
)
THERE = (
    "The chance that every gate is passed, moved by the difference that the end makes to it on common draws; its error "
    "is that of the difference."
)


def decides_facts(inputs: FeasibilityInputs, *, moved: Sequence[Moved]) -> Iterator[Record]:
    """The inputs that are named, with the chance and the verdict at both ends."""
    for name, own in named_by_option(moved).items():
        option = inputs.option(name)
        because = _because(option)
        for one in own:
            about: About = {"option": option, "place": number_of(one.place)}
            yield words_record(
                DECIDES,
                about,
                label="input that moves the verdict most, {option}, place {place}",
                method=ENDS + NAMED,
                because=because,
                words=one.input.label,
            )
            for end, at in (("low", one.low), ("high", one.high)):
                yield from _at_end(about, end, at, because)


def _because(option: Option) -> list[str]:
    """The verdict, which names the gates and with them every input, and what its rule goes by."""
    return [f"fact:feasibility.verdict.{option.id}.{option.support_level}"]


def _at_end(about: About, end: str, at: AtEnd, because: Sequence[str]) -> Iterator[Record]:
    yield record(
        f"{DECIDES}.{end}",
        about,
        label=f"chance that every gate is passed at the {end} end of this input, {{option}}, place {{place}}",
        unit="probability",
        kind="probability",
        method=ENDS + THERE,
        because=because,
        value=at.joint,
        standard_error=at.error,
    )
    yield words_record(
        f"{DECIDES}.word_{end}",
        about,
        label=f"verdict at the {end} end of this input, {{option}}, place {{place}}",
        method=ENDS + RULE,
        because=because,
        words=at.word,
    )


def decides_table(inputs: FeasibilityInputs, *, moved: Sequence[Moved], odds: Odds, rulings: Rulings) -> Table:
    """Every input of every option as planned, ranked."""
    return table(COLUMNS, _rows(inputs, moved, odds, rulings))


def _rows(inputs: FeasibilityInputs, moved: Sequence[Moved], odds: Odds, rulings: Rulings) -> Rows:
    for one in moved:
        place, told = (one.option, inputs.option(one.option).support_level), one.input
        low, high = told.values or (None, None)
        yield [
            one.option, one.place, one.named, told.id, told.label, told.kind, told.unit, low, high,
            odds[place].joint, one.low.joint, one.high.joint, one.low.error, one.high.error,
            str(rulings[place].verdict.ruling), one.low.word, one.high.word,
        ]  # fmt: skip
