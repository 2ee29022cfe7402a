"""Troops: what an option could count on, what would be missing, and which size could be generated at all.

Two models of supply say it: the share of armies, and the count of brigades.
"""

from __future__ import annotations

from peacebrief.telling.answers.verdict import FEASIBLE
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.options import named, place, planned_level, support
from peacebrief.telling.saying.said import NOTHING, Listed, Number, Phrase, Said, Sentences, phrase

# A gap of less than half a soldier is none.
NO_GAP = 0.5
# Of the share of armies, and of the count of brigades.
WEIGHTS = tuple(Number(f"generation.model_weight.{model}", "percent") for model in ("share", "brigades"))
# A size within a twentieth of the one judged is a little smaller.
NEARLY = 0.95


def size_judged(option: str) -> Number:
    """The size that an option is judged at."""
    return Number(f"generation.size.{option}", "exact")


def answer(known: Known, option: str) -> Sentences:
    """Whether an option could be manned: what is missing, of which kind, and which size could be generated."""
    return Sentences([gap(known, option), kinds_missing(known, option), size_that_passes(known, option)])


def gap(known: Known, option: str, level: str = "") -> Sentences:
    """What could be kept in place, what is missing, and how likely it is enough."""
    at = place(known, option, level)
    counted = phrase(
        "troops.count_on",
        judged=size_judged(option),
        option=named(known, option),
        support=support(known, option, level),
        kept=Number(f"generation.sustainable{at}", "p50"),
        range=Number(f"generation.sustainable{at}", "range"),
    )
    missing = phrase("troops.missing", missing=Number(f"generation.gap{at}", "p50"))
    enough = f"generation.probability{at}"
    chance = phrase("troops.enough", chance=Number(enough, "percent"), likelihood=Number(enough, "likelihood"))
    return Sentences([counted, missing if _is_short(known, at) else phrase("troops.none_missing"), chance])


def _is_short(known: Known, at: str) -> bool:
    return known.number(f"generation.gap{at}") > 0


def are_any_missing(known: Known) -> bool:
    """Whether soldiers are missing for any option in the middle result."""
    return any(_is_short(known, place(known, row["id"])) for row in known.options)


def kinds_missing(known: Known, option: str) -> Phrase:
    """Which kinds of soldiers are missing, the largest gap first."""
    rows = known.rows("force_gaps", option=option, support_level=planned_level(known, option))
    short = sorted((row for row in rows if row["gap"] >= NO_GAP), key=lambda row: row["gap"], reverse=True)
    if short:
        return phrase("troops.kinds_missing", kinds=Listed([_kind(option, row) for row in short]))
    return phrase(
        "troops.no_kind_missing_if_willing" if _rests_on_standing(known, option) else "troops.no_kind_missing"
    )


def _kind(option: str, row: Record) -> Phrase:
    missing = Number(f"generation.type_gap.{option}.{row['force_type']}", "significant")
    return phrase("troops.kind", missing=missing, kind=phrase(f"force_types.{row['force_type']}"))


def _rests_on_standing(known: Known, option: str) -> bool:
    """Whether standing contributors, who have offered no troops, are counted on."""
    at = {"option": option, "support_level": planned_level(known, option), "position": "standing"}
    return any(row["deployed"] > 0 for row in known.rows("burden", **at))


def size_that_passes(known: Known, option: str) -> Phrase:
    """The size that could be generated with enough likelihood, beside the one judged."""
    passing = f"feasibility.size_that_passes{place(known, option)}"
    if not known.has(passing) or known.number(passing) == 0:
        return phrase("troops.no_size_passes", limit=FEASIBLE)
    size, judged = known.number(passing), known.number(f"generation.size.{option}")
    if size >= judged:
        return phrase("troops.up_to", size=Number(passing, "significant"), limit=FEASIBLE)
    if size >= NEARLY * judged:
        return phrase("troops.a_little_fewer", limit=FEASIBLE)
    return phrase("troops.only", size=Number(passing, "significant"), limit=FEASIBLE)


def by_each_model(known: Known) -> Said:
    """Whether the two models of supply give the same verdicts, where they differ most, and what one cannot judge."""
    both = [row for row in known.options if known.has(f"feasibility.verdict_under.brigades.{row['id']}")]
    if not both:
        return phrase("troops.one_model")
    told = [_agreement(known, both), _widest_apart(known, both)]
    alone = [row["in_sentence"] for row in known.options if row not in both]
    return Sentences([*told, phrase("troops.by_share_only", options=Listed(alone)) if alone else NOTHING])


def _agreement(known: Known, both: list[Record]) -> Phrase:
    differ = [row for row in both if len({known.words(one.fact) for one in _verdicts(row)}) > 1]
    if not differ:
        agreed = Number("feasibility.models_compared")
        return phrase("troops.models_agree" if len(both) > 1 else "troops.models_agree_on_one", compared=agreed)
    cases = [
        phrase("troops.verdicts_differ", option=row["in_sentence"], share=share, brigades=brigades)
        for row in differ
        for share, brigades in [_verdicts(row)]
    ]
    return phrase(
        "troops.models_disagree",
        disagree=Number("feasibility.models_disagree"),
        compared=Number("feasibility.models_compared"),
        cases=Listed(cases, "; "),
    )


def _verdicts(row: Record) -> list[Number]:
    return [Number(f"feasibility.verdict_under.{by}.{row['id']}", "words") for by in ("share", "brigades")]


def _widest_apart(known: Known, both: list[Record]) -> Phrase:
    """The option of whose size the two models think most differently; of equal ones the first."""

    def reaches(row: Record, by: str) -> str:
        return f"generation.reaches.{row['id']}.{by}"

    def distance(row: Record) -> float:
        return abs(known.number(reaches(row, "brigades")) - known.number(reaches(row, "share")))

    widest = max(both, key=distance)
    return phrase(
        "troops.widest_apart" if len(both) > 1 else "troops.apart",
        option=widest["in_sentence"],
        size=Number(f"generation.size.{widest['id']}", "exact"),
        share=Number(reaches(widest, "share"), "percent"),
        brigades=Number(reaches(widest, "brigades"), "percent"),
    )


def two_ways(_: Known) -> Phrase:
    """How what a state can keep in the field is worked out, with the weight of each way."""
    by_share, by_brigades = WEIGHTS
    return phrase("troops.two_ways", by_share=by_share, by_brigades=by_brigades)


def two_models(_: Known) -> Phrase:
    """The weights of the two models, and what each is blind to."""
    share, brigades = WEIGHTS
    return phrase("troops.two_models", share=share, brigades=brigades)
