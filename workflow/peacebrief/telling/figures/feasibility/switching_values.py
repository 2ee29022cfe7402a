"""What would have to be true: which driver alone could open a failing gate, and the value it would need."""

from __future__ import annotations

from peacebrief.facts.rounding import percent, percent_of_draws, significant
from peacebrief.reasoning.digits import printed_share
from peacebrief.reasoning.wording import uncapitalised
from peacebrief.telling.figures.caption import SaidCaption, draws, source
from peacebrief.telling.figures.feasibility.gate_results import gates, odds, planned, thresholds
from peacebrief.telling.figures.feasibility.gate_swing import Swing, all_swings, swings
from peacebrief.telling.figures.reading import option_labels
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.options import support
from peacebrief.telling.saying.said import NOTHING, Listed, Phrase, Said, Sentences, phrase

SHARES = ("share", "probability", "share_per_year")


def caption(known: Known) -> SaidCaption:
    """The finding: for which options one driver alone can open a failing gate."""
    dashed, passes = any(one.judged for one in drawn(known)), percent(passing(known))
    dash: Said = phrase("figures_feasibility.switching_dash") if dashed else NOTHING
    told = [one for option, own in swings(known).items() for one in _option(known, option, own)]
    return SaidCaption(
        title=finding(known),
        subtitle=phrase("figures_feasibility.switching_subtitle", passing=passes),
        source=source(
            known, draws(known), phrase("figures_feasibility.switching_common_draws"), dash,
            phrase("figures_feasibility.switching_source"),
        ),
        alt=Sentences([
            phrase("figures_feasibility.switching_shown", passing=passes),
            *(told or [phrase("figures_feasibility.switching_none_known")]),
        ]),
    )  # fmt: skip


def finding(known: Known) -> Phrase:
    """In how many of the rows drawn one driver alone opens its gate, and which gates none opens."""
    cases, opening = str(len(drawn(known))), sum(swing.opens for swing in drawn(known))
    if not failing(known):
        return phrase("figures_feasibility.switching_nothing_fails")
    if not drawn(known):
        return phrase("figures_feasibility.switching_no_driver")
    if not opening:
        return phrase("figures_feasibility.switching_none_opens", cases=cases)
    if opening == len(drawn(known)):
        return _with_beyond(known, phrase("figures_feasibility.switching_each_opens", cases=cases))
    some = phrase("figures_feasibility.switching_some_open", opening=str(opening), cases=cases)
    return _with_beyond(known, some)


def _with_beyond(known: Known, found: Phrase) -> Phrase:
    """The finding, and the gates that no driver opens for some option."""
    openable = {(one.option, one.gate) for own in all_swings(known).values() for one in own if one.opens}
    shut = {gate for option, gate in failing(known) if (option, gate) not in openable}
    names = [uncapitalised(label) for gate, label in gates(known).items() if gate in shut]
    if not names:
        return found
    return phrase("figures_feasibility.switching_beyond", finding=found, gates=Listed(names, "or"))


def failing(known: Known) -> list[tuple[str, str]]:
    """The options as planned with each of their gates that is not passed at the percentage printed."""
    chances = odds(known)
    return [
        (option, gate)
        for option, level in planned(known)
        for gate in gates(known)
        if printed_share(chances[option, level, gate]) < passing(known)
    ]


def drawn(known: Known) -> list[Swing]:
    """The swings of all options."""
    return [swing for own in swings(known).values() for swing in own]


def _option(known: Known, option: str, own: list[Swing]) -> list[Phrase]:
    """Each driver shown of an option: the chance over its range and the value it would need."""
    name = option_labels(known)[option]
    head = phrase("figures_feasibility.switching_option", option=name, support=support(known, option))
    return [head, *(_told(known, swing) for swing in own)]


def _told(known: Known, swing: Swing) -> Phrase:
    low, now, high = (percent_of_draws(chance) for chance in (swing.low, swing.now, swing.high))
    told: dict[str, Said] = {"gate": gates(known)[swing.gate], "low": low, "now": now, "high": high}
    told["driver"] = bare(swing)
    if swing.judged:
        central = spelled(swing.central, swing.unit)
        return phrase("figures_feasibility.switching_swing_judged", **told, central=central)
    return phrase("figures_feasibility.switching_swing", **told, needed=needs(swing))


def bare(swing: Swing) -> str:
    """The driver without its article."""
    return uncapitalised(swing.label).removeprefix("the ")


def row_label(known: Known, swing: Swing) -> Phrase:
    """The driver in few words behind the name of its gate."""
    driver: Said = phrase("figures_feasibility.switching_judged_itself") if swing.judged else bare(swing)
    return phrase("figures_feasibility.switching_row", gate=gates(known)[swing.gate], driver=driver)


def spelled(number: float, unit: str) -> str:
    """A value of a driver in its unit: "17%", "12,000", "3.4"."""
    return percent(number) if unit in SHARES else significant(number)


def needs(swing: Swing) -> Phrase:
    """What a driver would have to be, its central judgement in brackets: "17% (13%)", "31% (13%), beyond range".

    A dash where the driver is the judged chance itself: that it would have to be what passes says nothing.
    """
    central = spelled(swing.central, swing.unit)
    if swing.judged:
        return phrase("figures_feasibility.switching_by_conditions", central=central)
    if swing.needed is None:
        return phrase("figures_feasibility.switching_no_value", central=central)
    return phrase(
        "figures_feasibility.switching_needs" if swing.reachable else "figures_feasibility.switching_needs_beyond",
        needed=spelled(swing.needed, swing.unit), central=central,
    )  # fmt: skip


def passing(known: Known) -> float:
    """The chance from which a gate counts as passed."""
    return thresholds(known)[0]
