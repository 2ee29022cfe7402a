"""Who would stand behind it: in which countries more people support sending troops than oppose it."""

from __future__ import annotations

from peacebrief.facts.rounding import exact, significant
from peacebrief.reasoning.wording import country_in_sentence
from peacebrief.telling.figures.caption import SaidCaption, source
from peacebrief.telling.figures.reading import span
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.said import Listed, Phrase, Sentences, phrase

NET = "generation.net_support."


def caption(known: Known) -> SaidCaption:
    """The finding: in how many countries support is clearly above opposition."""
    rows = countries(known)
    polls = str(sum(int(row["polls"]) for row in rows))
    told = [_country(known, row) for row in rows] or [phrase("figures_generation.support_unknown")]
    return SaidCaption(
        title=finding(known),
        subtitle=phrase("figures_generation.support_subtitle"),
        source=source(known, phrase("figures_generation.support_source", polls=polls, countries=str(len(rows)))),
        alt=Sentences([phrase("figures_generation.support_shown"), *told]),
    )


def finding(known: Known) -> Phrase:
    """In how many countries the whole range is above zero, and where it is below."""
    rows = countries(known)
    if not rows:
        return phrase("figures_generation.support_no_polls")
    below = [country_in_sentence(str(row["country"])) for row in rows if net(known, row)[2] < 0]
    if not below:
        return _above(known)
    return phrase("figures_generation.support_opposed", finding=_above(known), countries=Listed(below))


def _above(known: Known) -> Phrase:
    rows = countries(known)
    above = sum(net(known, row)[0] > 0 for row in rows)
    if above == len(rows):
        return phrase("figures_generation.support_everywhere")
    if not above:
        return phrase("figures_generation.support_nowhere")
    return phrase("figures_generation.support_in_some", above=str(above), countries=str(len(rows)))


def _country(known: Known, row: Record) -> Phrase:
    """Net support, its range and what it rests on."""
    low, middle, high = (points(end) for end in net(known, row))
    return phrase(
        "figures_generation.support_country",
        country=str(row["country"]), middle=middle, low=low, high=high, polls=rests_on(row["polls"], row["houses"]),
    )  # fmt: skip


def countries(known: Known) -> list[Record]:
    """The rows of the countries with comparable polls, those with most net support first."""
    polled = [row for row in known.tables["net_support"] if known.has(f"{NET}{row['contributor']}")]
    return sorted(polled, key=lambda row: (-net(known, row)[1], str(row["country"])))


def net(known: Known, row: Record) -> tuple[float, float, float]:
    """Net support in points (support less opposition): p5, p50 and p95."""
    return span(known, f"{NET}{row['contributor']}")


def points(number: float) -> str:
    """Points with their sign: "+16", "\u22126"."""
    whole = float(f"{number:.0f}") + 0.0
    return f"+{significant(whole)}" if whole > 0 else exact(whole)


def rests_on(polls: float, houses: float) -> Phrase:
    """The polls behind a country and who took them: "4 polls, 3 pollsters"."""
    taken, takers = int(polls), int(houses)
    return phrase(
        "figures_generation.support_rests_on",
        polls=phrase("figures_generation.poll" if taken == 1 else "figures_generation.polls", count=str(taken)),
        houses=phrase(
            "figures_generation.pollster" if takers == 1 else "figures_generation.pollsters", count=str(takers)
        ),
    )
