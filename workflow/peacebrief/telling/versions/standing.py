"""How firmly a verdict stands: in how many versions of the model it is the same, and what turns most of them.

The words are those of decision 28: it stands firm, it leans, or it hangs on something that is named.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from peacebrief.reasoning.digits import printed_share
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.options import place
from peacebrief.telling.saying.said import NOTHING, Listed, Number, Phrase, Row, Ruling, Said, Sentences, phrase

# From these shares of versions a verdict stands firm, or leans; below them it hangs on what turns it.
FIRM, LEANING = 0.8, 0.6
# How often a factor alone turns a verdict.
TURNED = "feasibility.turned_by."
# The verdicts, as facts on versions name them.
WORDS = {
    "feasible": "feasible",
    "conditional": "conditional",
    "indeterminate": "indeterminate",
    "not_feasible": "not feasible on current evidence",
}


def are_told(known: Known) -> bool:
    """Whether the case has versions of the model."""
    return known.has("feasibility.versions")


def told(known: Known, option: str) -> Said:
    """How firmly the verdict on one option as planned stands, and where more versions give another, which."""
    if not are_told(known):
        return NOTHING
    at = place(known, option)
    among: dict[str, Said] = {
        "share": stands(at),
        "count": Number(f"feasibility.versions_of.{option}", "exact"),
    }
    if _firm(known, at):
        return phrase("standing.firm", **among)
    if _leaning(known, at):
        return phrase("standing.leans", **among, factor=turning(known, at))
    hangs = phrase("standing.hangs", **among, factor=turning(known, at))
    given_by_none = phrase("standing.given_by_none", count=among["count"])
    return Sentences([hangs if _share(known, at) else given_by_none, _another(known, at)])


def stands(at: str) -> Number:
    """The share of versions in which a verdict is the one printed; `at` is ".option.level"."""
    return Number(f"feasibility.stands{at}", "share")


def turning(known: Known, at: str) -> Said:
    """What turns most versions, in words, with what turns as many as it is printed."""
    most = Number(f"feasibility.turns{at}", "words")
    alike = _turning_alike(known, at)
    return Listed([most, *alike]) if alike else most


def _turning_alike(known: Known, at: str) -> list[str]:
    """The factors that turn as many versions, as printed, as the one that turns most."""
    shares = {
        fact.names["factor"]: printed_share(known.number(name))
        for name, fact in known.facts.items()
        if name.startswith(TURNED) and name.endswith(at)
    }
    first = known.words(f"feasibility.turns{at}")
    return [factor for factor, share in shares.items() if factor != first and share == shares.get(first)]


def _share(known: Known, at: str) -> float:
    return printed_share(known.number(f"feasibility.stands{at}"))


def _firm(known: Known, at: str) -> bool:
    return _share(known, at) >= FIRM


def _leaning(known: Known, at: str) -> bool:
    return LEANING <= _share(known, at) < FIRM


def _hanging(known: Known, at: str) -> bool:
    return _share(known, at) < LEANING


def _another(known: Known, at: str) -> Said:
    """The verdict of more versions than the one printed; nothing where there is none."""
    word = _commoner(known, at)
    if not word:
        return NOTHING
    return phrase("standing.another", share=_giving(word, at), verdict=WORDS[word])


def _commoner(known: Known, at: str) -> str:
    """The name of the verdict that more versions give than the one printed; empty where there is none."""
    shares = {name: known.number(f"feasibility.version_word.{name}{at}") for name in WORDS}
    most = max(shares, key=shares.__getitem__)
    return most if printed_share(shares[most]) > _share(known, at) else ""


def _giving(word: str, at: str) -> Number:
    return Number(f"feasibility.version_word.{word}{at}", "share")


# Places of facts as planned, by what is said of their options alike.
Alike = Mapping[str, list[tuple[Record, str]]]


def in_short(known: Known, *, short: bool = False) -> Said:
    """All options as planned: on which the verdict stands firm, leans, or hangs on what; on which others are commoner.

    `short` leaves the shares of versions that agree to a table beside it.
    """
    if not are_told(known):
        return NOTHING
    by_word = {name: _cases(alike, stands, short=short) for name, alike in _alike(known, _word_for).items()}
    hanging = _alike(known, _what_it_hangs_on)
    others = _alike(known, lambda of, at: _commoner(of, at) if _hanging(of, at) else "")
    count = Number("feasibility.versions", "exact")
    return Sentences([
        phrase("standing.firm_on", cases=by_word["firm"]) if "firm" in by_word else NOTHING,
        phrase("standing.leans_on", cases=by_word["leans"]) if "leans" in by_word else NOTHING,
        phrase("standing.given_by_none_on", cases=by_word["none"]) if "none" in by_word else NOTHING,
        *(phrase("standing.hangs_on", cases=_cases(alike, stands, short=short), factor=turning(known, alike[0][1]))
          for alike in hanging.values()),
        *(phrase("standing.others_on", cases=_cases(alike, partial(_giving, word), short=False), verdict=WORDS[word])
          for word, alike in others.items()),
        NOTHING if short else phrase("standing.in_brackets", count=count),
    ])  # fmt: skip


def _word_for(known: Known, at: str) -> str:
    if not _share(known, at):
        return "none"
    return "firm" if _firm(known, at) else "leans" if _leaning(known, at) else ""


def _what_it_hangs_on(known: Known, at: str) -> str:
    if not _hanging(known, at) or not _share(known, at):
        return ""
    return "; ".join([known.words(f"feasibility.turns{at}"), *_turning_alike(known, at)])


def _alike(known: Known, said: Callable[[Known, str], str]) -> Alike:
    """The options of which the same is said, in their order; those of which nothing is are left out."""
    found: dict[str, list[tuple[Record, str]]] = {}
    for row in known.options:
        at = place(known, row["id"])
        found.setdefault(said(known, at), []).append((row, at))
    return {name: alike for name, alike in found.items() if name}


def _cases(alike: Sequence[tuple[Record, str]], share: Callable[[str], Number], *, short: bool) -> Listed:
    if short:
        return Listed([row["in_sentence"] for row, _ in alike])
    return Listed([phrase("standing.case", option=row["in_sentence"], share=share(at)) for row, at in alike])


def cell(known: Known, option: str) -> Said:
    """How firmly a verdict as planned stands, as a cell of a table: its share of versions, and the word for it."""
    if not are_told(known):
        return NOTHING
    at = place(known, option)
    if _firm(known, at):
        return phrase("standing.cell_firm", share=stands(at))
    return phrase("standing.cell_leans" if _leaning(known, at) else "standing.cell_hangs", share=stands(at))


def beside_chances(known: Known) -> list[Row]:
    """Belief-weighted chance and robust verdict side by side, a row for each option as planned."""
    return [_beside(known, row) for row in known.options] if are_told(known) else []


def _beside(known: Known, row: Record) -> Row:
    at = place(known, row["id"])
    cells = [
        row["short_label"],
        Ruling(f"feasibility.verdict{at}"),
        Number(f"feasibility.joint{at}", "percent"),
        span(f"feasibility.frechet_low{at}", f"feasibility.frechet_high{at}"),
        span(f"feasibility.joint_lowest{at}", f"feasibility.joint_highest{at}"),
        cell(known, row["id"]),
        turned_by(known, at),
    ]
    return Row(cells, option=row["id"])


def span(low: str, high: str) -> Phrase:
    """From one chance to another."""
    return phrase("standing.span", low=Number(low, "percent"), high=Number(high, "percent"))


def turned_by(known: Known, at: str) -> Said:
    """What turns most versions; nothing where all agree."""
    return NOTHING if known.number(f"feasibility.stands{at}") == 1 else turning(known, at)
