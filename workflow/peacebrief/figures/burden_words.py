"""What the burden figure says, and the options and countries it shows."""

from __future__ import annotations

from dataclasses import dataclass

from peacebrief.facts.rounding import percent, significant
from peacebrief.figures.option_words import option_labels, option_phrases, planned_level, planned_rows, with_support
from peacebrief.figures.reading import cell, value
from peacebrief.figures.registry import Facts, Tables
from peacebrief.reasoning.wording import country_in_sentence, listed

# ASSUME: the burden figure names the nine countries that send most to all options together; the others share one row.
NAMED = 9
NAMED_IN_WORDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one country, or the others together, sends to an option: troops, share of the army tied up, quota.

    `army_share` is the largest one where several countries stand together; `quota` is None where none is known.
    """

    option: str
    country: str
    troops: float
    army_share: float
    quota: float | None


def sent(tables: Tables) -> dict[str, dict[str, Share]]:
    """What each country sends to each option as planned, by option and country; without those that send nothing."""
    found: dict[str, dict[str, Share]] = {}
    for option, rows in planned_rows("burden", tables).items():
        shares = [
            Share(option=option, country=str(row["country"]), troops=float(row["deployed"]),
                  army_share=float(row["army_share"]), quota=cell(row, "quota"))
            for row in rows
        ]  # fmt: skip
        found[option] = {share.country: share for share in shares if share.troops > 0}
    return found


def countries(tables: Tables) -> list[str]:
    """The countries that send anything, those that send most to all options together first."""
    troops: dict[str, float] = {}
    for shares in sent(tables).values():
        for country, share in shares.items():
            troops[country] = troops.get(country, 0.0) + share.troops
    return sorted(troops, key=lambda country: (-troops[country], country))


def shown(tables: Tables) -> list[str]:
    """The countries with a row of their own; all of them where only one more would stand under the others."""
    known = countries(tables)
    return known if len(known) <= NAMED + 1 else known[:NAMED]


def others(option: str, tables: Tables) -> Share | None:
    """What the countries without a row of their own send to an option together; None where there is no such country."""
    own, named = sent(tables)[option], shown(tables)
    rest = [share for country, share in own.items() if country not in named]
    if not rest:
        return None
    return Share(
        option=option,
        country=others_label(tables),
        troops=sum(share.troops for share in rest),
        army_share=max(share.army_share for share in rest),
        quota=sum(share.quota or 0.0 for share in rest),
    )


def others_label(tables: Tables) -> str:
    """The name of the row of the others: "18 others"; empty where every country has its own."""
    count = len(countries(tables)) - len(shown(tables))
    return f"{count} others" if count else ""


def size_of(option: str, facts: Facts) -> float:
    """The force that an option needs, in persons."""
    return value(facts[f"generation.size.{option}"])


def filled(option: str, tables: Tables) -> float:
    """The troops that all countries together send to an option."""
    return sum(share.troops for share in sent(tables)[option].values())


def finding(facts: Facts, tables: Tables) -> str:
    """The title: which options the countries likely to take part can fill, and which of them sends most."""
    names = option_phrases(tables)
    known = list(sent(tables))
    full = [option for option in known if filled(option, tables) >= size_of(option, facts)]
    if len(full) == len(known):
        whom = "every option" if len(known) > 1 else names[known[0]]
        first = f"The countries likely to take part can fill {whom}"
    elif full:
        first = f"The countries likely to take part can fill only {listed([names[option] for option in full])}"
    elif not countries(tables):
        return "No country is likely to send troops to any option"
    else:
        best = max(known, key=lambda option: (filled(option, tables) / size_of(option, facts), option))
        share = percent(filled(best, tables) / size_of(best, facts))
        first = f"The countries likely to take part fill no option: at most {share} ({names[best]})"
    leading = {max(shares.values(), key=lambda share: (share.troops, share.country)).country
               for shares in sent(tables).values() if shares}  # fmt: skip
    return f"{first}; {country_in_sentence(leading.pop())} sends most" if len(leading) == 1 else first


def sentences(facts: Facts, tables: Tables) -> list[str]:
    """What each option needs, what it gets, and from whom, a sentence each."""
    names, told = option_labels(tables), []
    for option, shares in sent(tables).items():
        first = sorted(shares.values(), key=lambda share: (-share.troops, share.country))[:NAMED_IN_WORDS]
        parts = [
            f"{country_in_sentence(one.country)} {significant(one.troops)} ({percent(one.army_share)} of its army)"
            for one in first
        ]
        most = f", most from {listed(parts)}" if parts else ""
        told.append(
            f"{names[option]}, {with_support(planned_level(option, tables), tables)}: "
            f"{significant(filled(option, tables))} of {significant(size_of(option, facts))} troops "
            f"from {len(shares)} {'country' if len(shares) == 1 else 'countries'}{most}."
        )
    return told
