"""Facts about scores and rankings: the whole simplex of weights first, then bounds, then viewpoints.

As tables as well, with what each weighting draws.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

import numpy as np

from peacebrief.feasibility.given import Criterion, FeasibilityInputs, Option
from peacebrief.feasibility.ranking.criterion_weights import WHOLE_SIMPLEX
from peacebrief.feasibility.ranking.measures import Scoring
from peacebrief.feasibility.ranking.option_ranking import BOUNDED, BOUNDED_LABEL, WHOLE_LABEL, Rankings, drawn_weights
from peacebrief.reasoning.record import Record, Rows, Table, record, spread_record, table
from peacebrief.reasoning.subject import Named, number_of
from peacebrief.uncertainty.replicates import Spread

SCORES = ("option", "support_level", "criterion", "label", "low", "central", "high", "value")
VALUE = "Worth of the measure on a straight line between fixed anchors, 0 the worse one and 1 the better one."
RANK = (
    "How often the option takes the place when scores and weights are drawn at random, {label}: the share of the draws "
    "(SMAA-2)."
)
WITHOUT = (
    "How often the option takes the first place when one criterion is left out, and scores and weights of all others "
    "are drawn at random: the share of the draws (SMAA-2)."
)
CENTRAL = "Mean of the weights in the draws in which the option is first, over the whole simplex."
FACTOR = "Share of the draws of scores in which the option is first when its central weights hold."
CROSSED = (
    "Place by mean rank over the draws when options are compared on their weakest criterion, then on the next weakest; "
    "strength on one criterion never pays for weakness on another."
)


# Of a measure, by option and criterion.
Spreads: TypeAlias = Mapping[tuple[str, str], Spread]


def ranking_facts(
    inputs: FeasibilityInputs, *, scoring: Scoring, spreads: Spreads, ranked: Rankings
) -> Iterator[Record]:
    """Weights, scores, acceptabilities, central weights, confidence factors and the cross-check."""
    yield record(
        "feasibility.ranking_draws",
        label="draws of scores and weights that the ranks are counted in",
        unit="count",
        method="Draws of the case, as far as the digits that are printed of a share need them.",
        because=["table:case.yaml#draws"],
        value=ranked.draws,
    )
    scores = score_facts(inputs, scoring)
    for criterion in inputs.criteria:
        yield _weight(criterion)
    for option in inputs.options:
        for criterion in inputs.criteria:
            yield _score(scoring, spreads[option.id, criterion.id], option, criterion)
        yield from _ranks(ranked, option, scores)
        yield from _first(inputs, ranked, option, scores)
        yield from _without(inputs, ranked, option, scores)
        yield from _central(inputs, ranked, option, scores)
        yield record(
            "feasibility.cross_check.{option}",
            {"option": option},
            label="place when strength never pays for weakness, {option}",
            unit="rank",
            method=CROSSED,
            because=scores,
            value=ranked.crossed_ranks()[option.id],
        )


def score_facts(inputs: FeasibilityInputs, scoring: Scoring) -> list[str]:
    """The scores that decide every rank: a criterion on which all options score alike, draw by draw, decides none."""
    options, because = inputs.options, scoring.because
    return [
        f"fact:feasibility.score.{option.id}.{criterion.id}"
        for option in options
        for criterion in inputs.criteria
        if len(options) == 1 or len({because[one.id, criterion.id] for one in options}) > 1
    ]


def value_spread(criterion: Criterion, spread: Spread) -> Spread:
    """The spread of the value (0-1) of a measure, from that of the measure."""
    ends = sorted(float(criterion.scale(one)) for one in (spread.p5, spread.p95))
    width = criterion.scale.anchors[-1][0] - criterion.scale.anchors[0][0]
    return Spread(ends[0], float(criterion.scale(spread.p50)), ends[1], spread.standard_error / width)


def _weight(criterion: Criterion) -> Record:
    low, central, high = criterion.weight
    return spread_record(
        "feasibility.weight.{criterion}",
        {"criterion": criterion},
        label="bounds of the weight of {criterion}",
        unit="share",
        method="Judged by this project and not elicited: the ends of the range, and the number between them.",
        because=[criterion.origin],
        spread=Spread(low, central, high, 0.0),
        central=central,
    )


def _score(scoring: Scoring, spread: Spread, option: Option, criterion: Criterion) -> Record:
    cell = option.id, criterion.id
    measure = scoring.scores.measure(*cell)
    return spread_record(
        "feasibility.score.{option}.{criterion}",
        {"option": option, "criterion": criterion},
        label="worth of {option} on {criterion}",
        unit="share",
        method=VALUE,
        because=[criterion.origin, *scoring.because[cell]],
        spread=value_spread(criterion, spread),
        central=float(criterion.scale(measure.central)),
    )


def _ranks(ranked: Rankings, option: Option, scores: Sequence[str]) -> Iterator[Record]:
    whole, row = ranked.whole, ranked.whole.options.index(option.id)
    for place in range(len(whole.options)):
        yield record(
            "feasibility.rank_acceptability.{option}.{place}",
            {"option": option, "place": number_of(place + 1)},
            label=f"share of draws in place {{place}}, {{option}}, {WHOLE_LABEL}",
            unit="share",
            method=RANK.format(label=WHOLE_LABEL),
            because=scores,
            kind="probability",
            value=whole.ranks[row, place],
            standard_error=whole.errors[row, place],
        )


def _first(inputs: FeasibilityInputs, ranked: Rankings, option: Option, scores: Sequence[str]) -> Iterator[Record]:
    """The share of first places, within bounds and by viewpoint."""
    row = ranked.whole.options.index(option.id)
    weights = [f"fact:feasibility.weight.{criterion.id}" for criterion in inputs.criteria]
    for name, label in ranked.labels.items():
        if name == WHOLE_SIMPLEX.id:
            continue
        one = ranked.found[name]
        rows = [str(one["origin"]) for one in inputs.rows("viewpoints") if one["viewpoint"] == name]
        family, about, told = "first_view.{viewpoint}.{option}", {"viewpoint": Named(name, label)}, "{viewpoint}"
        if name == BOUNDED:
            family, about, told = "first_bounded.{option}", {}, BOUNDED_LABEL
        yield record(
            f"feasibility.{family}",
            {**about, "option": option},
            label=f"share of draws in first place, {{option}}, {told}",
            unit="share",
            method=RANK.format(label=BOUNDED_LABEL if name == BOUNDED else "no criterion above those put first"),
            because=[*scores, *(weights if name == BOUNDED else rows)],
            kind="probability",
            value=one.ranks[row, 0],
            standard_error=one.errors[row, 0],
        )


def _without(inputs: FeasibilityInputs, ranked: Rankings, option: Option, scores: Sequence[str]) -> Iterator[Record]:
    """The share of first places with one criterion left out; none where no other tells the options apart."""
    for criterion in inputs.criteria:
        others = [score for score in scores if not score.endswith(f".{criterion.id}")]
        if others:
            one = ranked.without[criterion.id]
            row = one.options.index(option.id)
            yield record(
                "feasibility.rank_without.{criterion}.{option}",
                {"criterion": criterion, "option": option},
                label="share of draws in first place without {criterion}, {option}",
                unit="share",
                method=WITHOUT,
                because=others,
                kind="probability",
                value=one.ranks[row, 0],
                standard_error=one.errors[row, 0],
            )


def _central(inputs: FeasibilityInputs, ranked: Rankings, option: Option, scores: Sequence[str]) -> Iterator[Record]:
    """Only for an option that is first in some draws."""
    whole, row = ranked.whole, ranked.whole.options.index(option.id)
    if np.isnan(whole.confidence[row]):
        return
    yield record(
        "feasibility.confidence_factor.{option}",
        {"option": option},
        label="chance of first place under its central weights, {option}",
        unit="share",
        method=FACTOR,
        because=scores,
        value=whole.confidence[row],
    )
    criteria = {one.id: one for one in inputs.criteria}
    for column, criterion in enumerate(whole.criteria):
        yield record(
            "feasibility.central_weight.{option}.{criterion}",
            {"option": option, "criterion": criteria[criterion]},
            label="central weight of {criterion}, {option}",
            unit="share",
            method=CENTRAL,
            because=scores,
            value=whole.central_weights[row, column],
        )


def ranking_tables(
    inputs: FeasibilityInputs, *, scoring: Scoring, spreads: Spreads, ranked: Rankings
) -> dict[str, Table]:
    """Ranks, weights and scores, by the name of the table."""
    return {
        "ranks": table(("weighting", "label", "option", "rank", "share"), _rank_rows(inputs, ranked)),
        "central_weights": table(("option", "criterion", "label", "weight", "bounded"), _central_rows(inputs, ranked)),
        "weights": table(("viewpoint", "criterion", "low", "central", "high"), _weight_rows(inputs, ranked)),
        "option_scores": table(SCORES, _score_rows(inputs, scoring, spreads)),
    }


def _rank_rows(inputs: FeasibilityInputs, ranked: Rankings) -> Rows:
    for name, label in ranked.labels.items():
        shares = ranked.found[name]
        for option in inputs.options:
            row = shares.options.index(option.id)
            for place in range(len(shares.options)):
                yield [name, label, option.id, place + 1, float(shares.ranks[row, place])]


def _central_rows(inputs: FeasibilityInputs, ranked: Rankings) -> Rows:
    whole, bounded = ranked.whole, ranked.found[BOUNDED]
    for option in inputs.options:
        row = whole.options.index(option.id)
        for criterion in inputs.criteria:
            column = whole.criteria.index(criterion.id)
            cells = [_number(one.central_weights[row, column]) for one in (whole, bounded)]
            yield [option.id, criterion.id, criterion.label, *cells]


def _number(weight: float) -> float | None:
    return None if np.isnan(weight) else float(weight)


def _weight_rows(inputs: FeasibilityInputs, ranked: Rankings) -> Rows:
    """What each weighting draws: 5th percentile, mean and 95th percentile."""
    criteria = [criterion.id for criterion in inputs.criteria]
    for name, weighting in ranked.weightings.items():
        drawn = drawn_weights(weighting, criteria=criteria, draws=inputs.draws, seed=inputs.seed)
        for row in drawn:
            yield [name, *row]


def _score_rows(inputs: FeasibilityInputs, scoring: Scoring, spreads: Spreads) -> Rows:
    for option in inputs.options:
        for criterion in inputs.criteria:
            spread = spreads[option.id, criterion.id]
            central = scoring.scores.measure(option.id, criterion.id).central
            numbers = [spread.p5, central, spread.p95, float(criterion.scale(central))]
            yield [option.id, option.support_level, criterion.id, criterion.label, *numbers]
