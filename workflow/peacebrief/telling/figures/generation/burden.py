"""Who would send how many: which options those likely to take part can fill, and who sends most."""

from __future__ import annotations

from dataclasses import dataclass

from peacebrief.facts.rounding import percent, significant
from peacebrief.reasoning.wording import country_in_sentence
from peacebrief.telling.figures.caption import SaidCaption, source
from peacebrief.telling.figures.reading import cell, option_labels, planned_rows
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.options import named, support
from peacebrief.telling.saying.said import Listed, Phrase, Said, Sentences, phrase

# ASSUME: the burden figure names the nine countries that send most to all options together; the others share one row.
NAMED = 9
NAMED_IN_WORDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one country, or the others together, sends to an option: troops, share of the army tied up, quota.

    `army_share` is the largest one where several countries stand together; `quota` is None where none is known.
    """

    country: str
    troops: float
    army_share: float
    quota: float | None


def caption(known: Known) -> SaidCaption:
    """The finding: which options the countries likely to take part can fill."""
    return SaidCaption(
        title=finding(known),
        subtitle=phrase("figures_generation.burden_subtitle"),
        source=source(known, phrase("figures_generation.burden_source")),
        alt=Sentences([
            phrase("figures_generation.burden_shown"),
            *(_option(known, option) for option in sent(known)),
        ]),
    )  # fmt: skip


def finding(known: Known) -> Phrase:
    """Which options the countries likely to take part can fill, and which of them sends most to all."""
    if not countries(known):
        return phrase("figures_generation.burden_nobody")
    first = _filled(known)
    leading = {max(own.values(), key=lambda share: (share.troops, share.country)).country
               for own in sent(known).values() if own}  # fmt: skip
    if len(leading) > 1:
        return first
    return phrase("figures_generation.burden_led", finding=first, country=country_in_sentence(leading.pop()))


def _filled(known: Known) -> Phrase:
    options = list(sent(known))
    full = [option for option in options if filled(known, option) >= size_of(known, option)]
    if full and len(full) == len(options):
        if len(options) > 1:
            return phrase("figures_generation.burden_fills_every")
        return phrase("figures_generation.burden_fills", option=named(known, options[0]))
    if full:
        return phrase("figures_generation.burden_fills_only", options=Listed([named(known, one) for one in full]))
    best = max(options, key=lambda option: (filled(known, option) / size_of(known, option), option))
    share = percent(filled(known, best) / size_of(known, best))
    return phrase("figures_generation.burden_fills_none", share=share, option=named(known, best))


def _option(known: Known, option: str) -> Phrase:
    """What an option needs, what it gets, and from whom."""
    own = sorted(sent(known)[option].values(), key=lambda share: (-share.troops, share.country))
    told: dict[str, Said] = {"option": option_labels(known)[option], "support": support(known, option)}
    told |= {"filled": significant(filled(known, option)), "needed": significant(size_of(known, option))}
    told["countries"] = str(len(own))
    if not own:
        return phrase("figures_generation.burden_from_none", **told)
    told["senders"] = Listed([_sender(share) for share in own[:NAMED_IN_WORDS]])
    if len(own) == 1:
        return phrase("figures_generation.burden_from_one", **told)
    return phrase("figures_generation.burden_from_several", **told)


def _sender(share: Share) -> Phrase:
    country, troops = country_in_sentence(share.country), significant(share.troops)
    return phrase("figures_generation.burden_sender", country=country, troops=troops, share=percent(share.army_share))


def sent(known: Known) -> dict[str, dict[str, Share]]:
    """What each country sends to each option as planned, by option and country; without those that send nothing."""
    found: dict[str, dict[str, Share]] = {}
    for option, rows in planned_rows(known, "burden").items():
        shares = [
            Share(country=str(row["country"]), troops=float(row["deployed"]), army_share=float(row["army_share"]),
                  quota=cell(row, "quota"))
            for row in rows
        ]  # fmt: skip
        found[option] = {share.country: share for share in shares if share.troops > 0}
    return found


def countries(known: Known) -> list[str]:
    """The countries that send anything, those that send most to all options together first."""
    troops: dict[str, float] = {}
    for shares in sent(known).values():
        for country, share in shares.items():
            troops[country] = troops.get(country, 0.0) + share.troops
    return sorted(troops, key=lambda country: (-troops[country], country))


def shown(known: Known) -> list[str]:
    """The countries with a row of their own; all of them where only one more would stand under the others."""
    sending = countries(known)
    return sending if len(sending) <= NAMED + 1 else sending[:NAMED]


def others(known: Known, option: str) -> Share | None:
    """What the countries without a row of their own send to an option together; None where there is no such country."""
    own, with_row = sent(known)[option], shown(known)
    rest = [share for country, share in own.items() if country not in with_row]
    if not rest:
        return None
    return Share(
        country="",
        troops=sum(share.troops for share in rest),
        army_share=max(share.army_share for share in rest),
        quota=sum(share.quota or 0.0 for share in rest),
    )


def others_label(known: Known) -> Phrase | None:
    """The name of the row of the others: "18 others"; None where every country has its own."""
    count = len(countries(known)) - len(shown(known))
    return phrase("figures_generation.burden_others", count=str(count)) if count else None


def size_of(known: Known, option: str) -> float:
    """The force that an option needs, in persons."""
    return known.number(f"generation.size.{option}")


def filled(known: Known, option: str) -> float:
    """The troops that all countries together send to an option."""
    return sum(share.troops for share in sent(known)[option].values())
