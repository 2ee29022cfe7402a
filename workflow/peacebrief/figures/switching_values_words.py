"""What the tornado says: which driver alone could bring a failing gate to where it counts as passed."""

from __future__ import annotations

from peacebrief.facts.labels import uncapitalised
from peacebrief.facts.rounding import percent, percent_of_draws, significant
from peacebrief.figures.gate_matrix_words import gates, odds, thresholds
from peacebrief.figures.option_words import option_labels, planned_level, with_support
from peacebrief.figures.registry import Facts, Tables
from peacebrief.figures.switching_swings import Swing, all_swings, swings
from peacebrief.reasoning.wording import listed

COLUMN = "needs (central)"
SHARES = ("share", "probability", "share_per_year")


def short_label(swing: Swing) -> str:
    """The driver in few words beside the name of its gate."""
    if swing.judged:
        return "the judged chance itself"
    return uncapitalised(swing.label).removeprefix("the ")


def spelled(number: float, unit: str) -> str:
    """A value of a driver in its unit: "17%", "12,000", "3.4"."""
    return percent(number) if unit in SHARES else significant(number)


def needs(swing: Swing) -> str:
    """What a driver would have to be, its central judgement in brackets: "17% (13%)", "31% (13%), beyond range".

    A dash where the driver is the judged chance itself: that it would have to be what passes says nothing.
    """
    central = spelled(swing.central, swing.unit)
    if swing.judged:
        return f"\u2013 ({central})"
    if swing.needed is None:
        return f"no value ({central})"
    return f"{spelled(swing.needed, swing.unit)} ({central}){'' if swing.reachable else ', beyond range'}"


def finding(facts: Facts, tables: Tables) -> str:
    """The title: in how many of the rows drawn one driver alone opens its gate, and which gates none opens."""
    failing, labels = _failing(facts, tables), gates(tables)
    drawn = [swing for own in swings(facts, tables).values() for swing in own]
    if not failing:
        return "No option as planned has a failing gate"
    if not drawn:
        return "No driver is known for any failing gate"
    opening = sum(swing.opens for swing in drawn)
    if not opening:
        return f"In none of the {len(drawn)} cases shown does one driver alone, within its range, open a failing gate"
    openable = {(one.option, one.gate) for own in all_swings(facts, tables).values() for one in own if one.opens}
    open_still = {gate for option, gate in failing if (option, gate) not in openable}
    names = [uncapitalised(label) for gate, label in labels.items() if gate in open_still]
    beyond = f"; for some option none opens: {listed(names, 'or')}" if names else ""
    count = f"In {opening if opening < len(drawn) else 'each'} of the {len(drawn)} cases shown"
    return f"{count} one driver alone, within its range, opens a failing gate{beyond}"


def _failing(facts: Facts, tables: Tables) -> list[tuple[str, str]]:
    """The options as planned with each of their gates that is not passed at the percentage printed."""
    return [
        (option, gate)
        for (option, level, gate), chance in odds(facts, tables).items()
        if level == planned_level(option, tables) and round(chance, 2) < passing(tables)
    ]


def sentences(facts: Facts, tables: Tables) -> list[str]:
    """Each driver shown: the chance over its range and the value it would need, grouped by option."""
    names, labels, told = option_labels(tables), gates(tables), []
    for option, own in swings(facts, tables).items():
        told.append(f"{names[option]}, {with_support(planned_level(option, tables), tables)}:")
        told += [
            f"{labels[swing.gate]}, now {percent_of_draws(swing.now)}: {percent_of_draws(swing.low)} to "
            f"{percent_of_draws(swing.high)} from low to high {_driver(swing)}; {_asked(swing)}."
            for swing in own
        ]
    return told or ["There is none: no driver is known for any failing gate."]


def _asked(swing: Swing) -> str:
    if swing.judged:
        return f"moved by conditions only, central judgement {spelled(swing.central, swing.unit)}"
    return f"to pass it needs {needs(swing)}"


def _driver(swing: Swing) -> str:
    """The driver without its article, after "low to high"."""
    return uncapitalised(swing.label).removeprefix("the ")


def passing(tables: Tables) -> float:
    """The chance from which a gate counts as passed."""
    return thresholds(tables)[0]
