"""Facts about scores and rankings: the whole simplex of weights first, then bounds, then viewpoints."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from peacebrief.feasibility.given import Criterion, Option
from peacebrief.feasibility.option_findings import Findings
from peacebrief.feasibility.ranking.criterion_weights import WHOLE_SIMPLEX
from peacebrief.feasibility.ranking.option_ranking import BOUNDED, BOUNDED_LABEL, WHOLE_LABEL
from peacebrief.reasoning.record import Record, record, spread_record
from peacebrief.reasoning.subject import Named, number_of
from peacebrief.uncertainty.replicates import Spread

VALUE = "Worth of the measure on a straight line between fixed anchors, 0 the worse one and 1 the better one."
RANK = (
    "How often the option takes the place when scores and weights are drawn at random, {label}: the share of the draws "
    "(SMAA-2)."
)
CENTRAL = "Mean of the weights in the draws in which the option is first, over the whole simplex."
FACTOR = "Share of the draws of scores in which the option is first when its central weights hold."
CROSSED = (
    "Place by mean rank over the draws when options are compared on their weakest criterion, then on the next weakest; "
    "strength on one criterion never pays for weakness on another."
)


def ranking_facts(found: Findings) -> Iterator[Record]:
    """Weights, scores, acceptabilities, central weights, confidence factors and the cross-check."""
    yield record(
        "feasibility.ranking_draws",
        label="draws of scores and weights that the ranks are counted in",
        unit="count",
        method="Draws of the case, as far as the digits that are printed of a share need them.",
        because=["table:case.yaml#draws"],
        value=found.ranked.draws,
    )
    for criterion in found.inputs.criteria:
        yield _weight(criterion)
    for option in found.inputs.options:
        for criterion in found.inputs.criteria:
            yield _score(found, option, criterion)
        yield from _ranks(found, option)
        yield from _central(found, option)
        yield record(
            "feasibility.cross_check.{option}",
            {"option": option},
            label="place when strength never pays for weakness, {option}",
            unit="rank",
            method=CROSSED,
            because=score_facts(found),
            value=found.ranked.crossed_ranks()[option.id],
        )


def score_facts(found: Findings) -> list[str]:
    """The scores that decide every rank: a criterion on which all options score alike, draw by draw, decides none."""
    options, because = found.inputs.options, found.scoring.because
    return [
        f"fact:feasibility.score.{option.id}.{criterion.id}"
        for option in options
        for criterion in found.inputs.criteria
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


def _score(found: Findings, option: Option, criterion: Criterion) -> Record:
    cell = option.id, criterion.id
    measure = found.scoring.scores.measure(*cell)
    return spread_record(
        "feasibility.score.{option}.{criterion}",
        {"option": option, "criterion": criterion},
        label="worth of {option} on {criterion}",
        unit="share",
        method=VALUE,
        because=[criterion.origin, *found.scoring.because[cell]],
        spread=value_spread(criterion, found.spreads[cell]),
        central=float(criterion.scale(measure.central)),
    )


def _ranks(found: Findings, option: Option) -> Iterator[Record]:
    whole, row = found.ranked.whole, found.ranked.whole.options.index(option.id)
    for place in range(len(whole.options)):
        yield record(
            "feasibility.rank_acceptability.{option}.{place}",
            {"option": option, "place": number_of(place + 1)},
            label=f"share of draws in place {{place}}, {{option}}, {WHOLE_LABEL}",
            unit="share",
            method=RANK.format(label=WHOLE_LABEL),
            because=score_facts(found),
            kind="probability",
            value=whole.ranks[row, place],
            standard_error=whole.errors[row, place],
        )
    weights = [f"fact:feasibility.weight.{criterion.id}" for criterion in found.inputs.criteria]
    for name, label in found.ranked.labels.items():
        if name == WHOLE_SIMPLEX.id:
            continue
        ranked = found.ranked.found[name]
        rows = [str(one["origin"]) for one in found.inputs.rows("viewpoints") if one["viewpoint"] == name]
        family, about, told = "first_view.{viewpoint}.{option}", {"viewpoint": Named(name, label)}, "{viewpoint}"
        if name == BOUNDED:
            family, about, told = "first_bounded.{option}", {}, BOUNDED_LABEL
        yield record(
            f"feasibility.{family}",
            {**about, "option": option},
            label=f"share of draws in first place, {{option}}, {told}",
            unit="share",
            method=RANK.format(label=BOUNDED_LABEL if name == BOUNDED else "no criterion above those put first"),
            because=[*score_facts(found), *(weights if name == BOUNDED else rows)],
            kind="probability",
            value=ranked.ranks[row, 0],
            standard_error=ranked.errors[row, 0],
        )


def _central(found: Findings, option: Option) -> Iterator[Record]:
    """Only for an option that is first in some draws."""
    whole, row = found.ranked.whole, found.ranked.whole.options.index(option.id)
    if np.isnan(whole.confidence[row]):
        return
    yield record(
        "feasibility.confidence_factor.{option}",
        {"option": option},
        label="chance of first place under its central weights, {option}",
        unit="share",
        method=FACTOR,
        because=score_facts(found),
        value=whole.confidence[row],
    )
    criteria = {one.id: one for one in found.inputs.criteria}
    for column, criterion in enumerate(whole.criteria):
        yield record(
            "feasibility.central_weight.{option}.{criterion}",
            {"option": option, "criterion": criteria[criterion]},
            label="central weight of {criterion}, {option}",
            unit="share",
            method=CENTRAL,
            because=score_facts(found),
            value=whole.central_weights[row, column],
        )
