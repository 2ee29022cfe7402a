"""Contributors: who could send most, what armies keep deployed, and how many soldiers could be kept in place."""

from __future__ import annotations

from peacebrief.reasoning.wording import country_in_sentence
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.number_forms import spell
from peacebrief.telling.saying.options import place
from peacebrief.telling.saying.said import NOTHING, Listed, Number, Phrase, Said, Sentences, phrase

PRINTED = "significant"
# A lead or a lag that chance gives less often than this is one; from this chance on a pledge is likely kept.
PROVEN, EVEN = 0.05, 0.5
KEPT, TEST = "generation.kept_share.", "generation.validation."


def leaders(known: Known) -> Sentences:
    """Which state could send most to each option; options with the same one share a sentence."""
    groups: dict[tuple[str, ...], list[Record]] = {}
    for option in known.options:
        groups.setdefault(_alike(known, option), []).append(option)
    return Sentences([_led(known, group) for group in groups.values()])


def _alike(known: Known, option: Record) -> tuple[str, ...]:
    """What is the same for options that share a sentence: who sends most, how that is put, and the printed number."""
    senders = _senders(known, option)
    if not senders:
        return ()
    sent = spell(known.fact(_sent(option, senders[0])), PRINTED)
    return (str(senders[0]["contributor"]), "most" if _is_ahead(senders) else "", sent)


def _led(known: Known, group: list[Record]) -> Phrase:
    options, senders = Listed([row["in_sentence"] for row in group]), _senders(known, group[0])
    if not senders:
        return phrase("contributors.nobody", options=options)
    return phrase(
        "contributors.sends_most" if _is_ahead(senders) else "contributors.sends",
        options=options,
        country=country_in_sentence(senders[0]["country"]),
        soldiers=Number(_sent(group[0], senders[0]), PRINTED),
    )


def _senders(known: Known, option: Record) -> list[Record]:
    """Those who send soldiers to an option as planned, the largest contingents first."""
    rows = known.rows("burden", option=option["id"], support_level=option["support_level"])
    return sorted((row for row in rows if row["deployed"] > 0), key=lambda row: row["deployed"], reverse=True)


def _is_ahead(senders: list[Record]) -> bool:
    """Whether the first sends more than the second, where there is one."""
    return len(senders) > 1 and bool(senders[1]["deployed"] < senders[0]["deployed"])


def _sent(option: Record, sender: Record) -> str:
    return f"generation.deployed.{option['id']}.{sender['contributor']}"


def kept_in_place(known: Known) -> Phrase:
    """How many soldiers could be kept in place for each option, beside the size that it is judged at."""
    cases = [
        phrase(
            "contributors.kept_for",
            soldiers=Number(f"generation.sustainable{place(known, row['id'])}", "p50"),
            option=row["in_sentence"],
            size=Number(f"generation.size.{row['id']}", "exact"),
        )
        for row in known.options
    ]
    return phrase("contributors.kept", cases=Listed(cases))


def kept_shares(known: Known) -> Phrase:
    """What states have kept deployed of their armies, by kind of army, and how many years of how many states say so."""
    kinds = sorted({row["kind"] for row in known.tables["sustained_held_out"]})
    shares = [phrase("contributors.kept_kind", share=Number(f"{KEPT}{kind}", "percent"), kind=kind) for kind in kinds]
    return phrase(
        "contributors.kept_shares",
        shares=Listed(shares),
        years=Number("generation.state_years", "exact"),
        states=Number("generation.states_counted", "exact"),
    )


def left_out(known: Known) -> Sentences:
    """How far such a share is off for a state left out, beside a constant and the rule of earlier editions."""
    told = {way: Number(f"{TEST}{way}.factor", "significant") for way in ("share", "constant", "old_rule")}
    return Sentences([phrase("contributors.left_out", **told), _against_a_constant(known)])


def _against_a_constant(known: Known) -> Phrase:
    fit, constant = (known.number(f"{TEST}{way}.mean_by_state") for way in ("share", "constant"))
    if known.number(f"{TEST}constant.paired") >= PROVEN:
        return phrase("contributors.no_better")
    return phrase("contributors.better" if fit < constant else "contributors.worse")


def pledge(known: Known) -> Said:
    """Whether the army that a contribution is compared with can keep it deployed, and whether its record says so."""
    state = known.called.get("compared_army", {}).get("contributor", "")
    chance, best = f"generation.keeps_pledge.{state}", f"generation.best_kept.{state}"
    if not known.has(chance):
        return NOTHING
    kept = phrase(
        "contributors.pledge",
        size=Number("assumptions.compared_contribution", "exact"),
        likelihood=Number(chance, "likelihood"),
        chance=Number(chance, "percent"),
        soldiers=Number(f"generation.sustain.{state}", "median_and_range"),
    )
    return Sentences([kept, _on_record(known, state, best) if known.has(best) else NOTHING])


def _on_record(known: Known, state: str, best: str) -> Phrase:
    """The most that it has kept, what that share would be today, and whether that is what was named."""
    enough = known.number(best) >= known.number("assumptions.compared_contribution")
    likely = known.number(f"generation.keeps_pledge.{state}") >= EVEN
    ending = "falls_short" if not enough else "agrees" if likely else "reaches"
    return phrase(
        f"contributors.record_{ending}",
        deployed=Number(f"generation.best_deployed.{state}", "exact"),
        share=Number(f"generation.best_share.{state}", "percent"),
        soldiers=Number(best, "significant"),
    )
