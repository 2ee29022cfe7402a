"""Ranks: which option comes first over all weights, within their bounds, from named viewpoints, without a criterion."""

from __future__ import annotations

from peacebrief.reasoning.wording import uncapitalised
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.options import named, place
from peacebrief.telling.saying.said import NOTHING, Listed, Number, Phrase, Said, Sentences, phrase

# The options told that come first most often over all weights.
MOST_FIRSTS = 2


def answer(known: Known) -> Sentences:
    """Which option comes first: by any weights, within their bounds, from viewpoints, without one criterion."""
    order = sorted(known.options, key=lambda row: known.number(_any_weights(row)), reverse=True)
    firsts = Listed([_first(known, row) for row in order[:MOST_FIRSTS]])
    return Sentences(
        [phrase("ranks.any_weights", firsts=firsts), _within_bounds(known), _viewpoints(known), _without(known)]
    )


def _any_weights(option: Record) -> str:
    return f"feasibility.rank_acceptability.{option['id']}.1"


def _first(known: Known, option: Record) -> Phrase:
    verdict = Number(f"feasibility.verdict{place(known, option['id'])}", "words")
    share = Number(_any_weights(option), "percent")
    return phrase("ranks.comes_first", option=option["in_sentence"], share=share, verdict=verdict)


def _most_often(known: Known, family: str) -> str:
    """The option with the largest share; of equal ones the first."""
    return max((str(row["id"]) for row in known.options), key=lambda option: known.number(f"{family}.{option}"))


def _within_bounds(known: Known) -> Phrase:
    family = "feasibility.first_bounded"
    first = _most_often(known, family)
    return phrase("ranks.within_bounds", option=named(known, first), share=Number(f"{family}.{first}", "percent"))


def _viewpoints(known: Known) -> Said:
    views = dict.fromkeys((row["viewpoint"], row["label"]) for row in known.tables["viewpoints"])
    told = [_from_viewpoint(known, view, label) for view, label in views]
    return phrase("ranks.viewpoints", firsts=Listed(told, "; ")) if told else NOTHING


def _from_viewpoint(known: Known, viewpoint: str, label: str) -> Phrase:
    family = f"feasibility.first_view.{viewpoint}"
    first = _most_often(known, family)
    share = Number(f"{family}.{first}", "percent")
    return phrase("ranks.from_viewpoint", viewpoint=uncapitalised(label), option=named(known, first), share=share)


def _without(known: Known) -> Said:
    """Whether it is another option that comes first where one criterion is left out."""
    if not left_out(known) or len(known.options) == 1:
        return NOTHING
    changed = changed_without(known)
    if not changed:
        return phrase("ranks.stays_without", option=named(known, _first_of_all(known)))
    return phrase("ranks.changes_without", firsts=Listed([_first_without(known, one) for one in changed], "; "))


def left_out(known: Known) -> list[Record]:
    """The criteria that were left out one at a time: those beside which others tell the options apart."""
    return [row for row in known.tables["criteria"] if known.has(f"{family_without(row)}.{known.options[0]['id']}")]


def changed_without(known: Known) -> list[Record]:
    """The criteria without which another option comes first."""
    usual = _first_of_all(known)
    return [row for row in left_out(known) if _most_often(known, family_without(row)) != usual]


def family_without(criterion: Record) -> str:
    """What the names of the facts begin with that leave a criterion out."""
    return f"feasibility.rank_without.{criterion['id']}"


def _first_of_all(known: Known) -> str:
    return str(max(known.options, key=lambda row: known.number(_any_weights(row)))["id"])


def _first_without(known: Known, criterion: Record) -> Phrase:
    first = _most_often(known, family_without(criterion))
    share = Number(f"{family_without(criterion)}.{first}", "percent")
    label = uncapitalised(criterion["label"])
    return phrase("ranks.first_without", criterion=label, option=named(known, first), share=share)
