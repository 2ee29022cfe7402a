"""How long such operations last: how many past ones were still there after so many years, and the garrisons apart."""

from __future__ import annotations

from peacebrief.facts.rounding import percent, significant
from peacebrief.telling.figures.caption import SaidCaption, source
from peacebrief.telling.figures.reading import cell
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.said import NOTHING, Listed, Opening, Phrase, Said, Sentences, phrase

USUAL = "analogues"
BAND = 0.95  # how sure the band around its curve is
SHOWN = (USUAL, "interposition", "united_nations")
THERE, GROUP, COUNT, MEDIAN = ("feasibility.still_there.", "feasibility.still_there_group.",
                               "feasibility.operations.", "feasibility.duration_median.")  # fmt: skip


def caption(known: Known) -> SaidCaption:
    """The finding: how many past operations were still there after so many years."""
    counted = phrase("figures_feasibility.durations_source", operations=str(len(known.tables["durations"])))
    return SaidCaption(
        title=finding(known),
        subtitle=phrase(
            "figures_feasibility.durations_subtitle_with_garrisons" if garrisons(known)
            else "figures_feasibility.durations_subtitle",
            band=percent(BAND),
        ),
        source=source(known, counted, phrase("figures_feasibility.durations_censored")),
        alt=Sentences([
            phrase("figures_feasibility.durations_shown"),
            *(_group(known, group, label) for group, label in groups(known).items()),
            _apart(known),
        ]),
    )  # fmt: skip


def finding(known: Known) -> Phrase:
    """The shares still there after a middling and a long time."""
    asked, operations = years_asked(known), str(count(known, USUAL))
    middle, last = asked[(len(asked) - 1) // 2], asked[-1]
    told: dict[str, Said] = {"operations": operations, "share": percent(there(known, middle)), "years": f"{middle:g}"}
    if last == middle:
        return phrase("figures_feasibility.durations_one_share", **told)
    return phrase(
        "figures_feasibility.durations_two_shares",
        **told, later_share=percent(there(known, last)), later=f"{last:g}",
    )  # fmt: skip


def _group(known: Known, group: str, label: str) -> Phrase:
    """The share still there at each of the years asked for, and the median."""
    facts = {years: f"{GROUP}{group}.{years:g}" for years in years_asked(known)}
    shares = [
        phrase("figures_feasibility.durations_share", share=percent(known.number(name)), years=f"{years:g}")
        for years, name in facts.items()
        if known.has(name)
    ]
    told: dict[str, Said] = {"group": Opening(named(known, group, label)), "shares": Listed(shares)}
    if not known.has(f"{MEDIAN}{group}"):
        return phrase("figures_feasibility.durations_group", **told)
    half = significant(known.number(f"{MEDIAN}{group}"))
    return phrase("figures_feasibility.durations_group_and_half", **told, half=half)


def named(known: Known, group: str, label: str) -> Phrase:
    """A group with the number of its operations."""
    return phrase("figures_feasibility.durations_named", group=label, operations=str(count(known, group)))


def _apart(known: Known) -> Said:
    told = [
        phrase(
            "figures_feasibility.durations_ended" if row["ended"] else "figures_feasibility.durations_still_there",
            name=str(row["name"]), years=significant(float(row["years"])),
        )
        for row in garrisons(known)
    ]  # fmt: skip
    return phrase("figures_feasibility.durations_garrisons", garrisons=Listed(told, "; ")) if told else NOTHING


def groups(known: Known) -> dict[str, str]:
    """The groups of operations drawn as curves, the one that resembles the case first, with their printed names."""
    labels = {str(row["group"]): str(row["label"]) for row in known.tables["survival"]}
    return {group: labels[group] for group in SHOWN if group in labels}


def years_asked(known: Known) -> list[float]:
    """The years for which the share still there is published, fewest first."""
    years = {float(row["years"]) for row in known.rows("still_there", group=USUAL)}
    return sorted(one for one in years if known.has(f"{THERE}{one:g}"))


def there(known: Known, years: float) -> float:
    """The share of operations that resemble the case still there after so many years."""
    return known.number(f"{THERE}{years:g}")


def count(known: Known, group: str) -> int:
    """The number of operations in a group."""
    return int(known.number(f"{COUNT}{group}"))


def garrisons(known: Known) -> list[Record]:
    """The garrisons of alliances, shown apart, the longest first."""
    return sorted(known.tables.get("garrisons", ()), key=lambda row: (-row["years"], row["name"]))


def at_risk(known: Known, years: float) -> int | None:
    """How many operations that resemble the case were looked at for so many years; None where that is not told."""
    row = next((row for row in known.rows("still_there", group=USUAL) if float(row["years"]) == years), None)
    looked_at = cell(row, "at_risk") if row else None
    return None if looked_at is None else int(looked_at)
