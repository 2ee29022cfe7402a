"""What would have to be true for another option to lead: weights of criteria, and scores of the first two."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.facts.labels import uncapitalised
from peacebrief.feasibility.inputs import FeasibilityInputs
from peacebrief.feasibility.leader_switches import leader_switches, weight_switches
from peacebrief.feasibility.rankings import Rankings
from peacebrief.feasibility.rows import Criterion, Option
from peacebrief.feasibility.scores import Scores
from peacebrief.feasibility.switch_rows import SwitchRow
from peacebrief.feasibility.switching import Driver, Switch

LOOKED_AT = 2**11


def lead_rows(inputs: FeasibilityInputs, scores: Scores, ranked: Rankings) -> Iterator[SwitchRow]:
    """Rows of the option most often first over the whole simplex; `target` is that option."""
    draws, leader = min(inputs.draws, LOOKED_AT), inputs.option(ranked.whole.leader())
    criteria = {criterion.id: criterion for criterion in inputs.criteria}
    weights = [Driver(id=name, low=0.0, central=one.weight[1], high=1.0) for name, one in criteria.items()]
    for switch in weight_switches(scores, weights, draws=draws, seed=inputs.seed, ties=inputs.ties):
        yield _weight_row(leader, criteria[switch.driver], switch)
    cells = {f"{option}/{name}": (option, name) for option in _first_two(ranked) for name in criteria}
    drivers = [_score_driver(scores, criteria[name], option) for option, name in cells.values()]
    for switch in leader_switches(scores, drivers, draws=draws, seed=inputs.seed, ties=inputs.ties):
        option, name = cells[switch.driver]
        today = scores.measure(option, name).central
        yield _score_row(leader, criteria[name], inputs.option(option), today, switch)


def _first_two(ranked: Rankings) -> list[str]:
    whole = ranked.whole
    order = sorted(range(len(whole.options)), key=lambda row: (-whole.ranks[row, 0], whole.options[row]))
    return [whole.options[row] for row in order[:2]]


def _score_driver(scores: Scores, criterion: Criterion, option: str) -> Driver:
    low, high = (end for end, _ in (criterion.scale.anchors[0], criterion.scale.anchors[-1]))
    central = min(max(scores.measure(option, criterion.id).central, low), high)
    return Driver(id=f"{option}/{criterion.id}", low=low, central=central, high=high)


def _weight_row(leader: Option, criterion: Criterion, switch: Switch) -> SwitchRow:
    low, central, high = criterion.weight
    return SwitchRow(
        option=leader.id,
        us_level=leader.us_level,
        kind="lead",
        target=leader.id,
        driver=f"weight.{criterion.id}",
        label=f"the weight of {uncapitalised(criterion.label)}",
        unit="share",
        today=central,
        switching=switch.value,
        reachable=switch.value is not None and low <= switch.value <= high,
        origins=(criterion.origin,),
    )


def _score_row(leader: Option, criterion: Criterion, option: Option, today: float, switch: Switch) -> SwitchRow:
    return SwitchRow(
        option=leader.id,
        us_level=leader.us_level,
        kind="lead",
        target=leader.id,
        driver=f"score.{criterion.id}.{option.id}",
        label=f"{uncapitalised(criterion.label)}, {option.label}",
        unit=criterion.unit_label,
        today=today,
        switching=switch.value,
        reachable=switch.value is not None,
        origins=(criterion.origin,),
    )
