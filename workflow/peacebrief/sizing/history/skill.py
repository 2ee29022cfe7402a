"""Which methods history can score on missions of the kind of a role, and which of them predict better than a constant.

A rule may tell large kinds of mission from small ones and yet know nothing within a kind. What a role needs is a
question within its kind, so that a rule is scored on missions of that kind, against the constant of that kind.

A ratio is scored as its rule: so many troops by the kilometre, or by the thousand inhabitants. The regression on past
missions is scored as itself. A count of tasks and brigades side by side were never sent as such: nothing scores them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from peacebrief.sizing.history.out_of_sample import Trial, leave_one_out
from peacebrief.sizing.history.paired_test import paired_chance
from peacebrief.sizing.history.past_mission import Mission
from peacebrief.sizing.history.prediction_rule import MODELS

# ASSUME: a rule shows skill where luck alone would make its misses so much smaller in one case of twenty at most.
LARGEST_CHANCE = 0.05
# Fewer differences cannot reach that: of four, all in favour of the rule, luck alone has one chance in sixteen.
FEWEST_OF_A_KIND = 5
RULE_OF_FAMILY = {"line": "per_line_km", "population": "per_1000_population"}
RULE_OF_METHOD = {"statistical": "mandate_and_threat"}


def rule_of(method: str, family: str = "") -> str:
    """The rule that history scores a method of a family of ratios as; empty where it can score none."""
    return RULE_OF_FAMILY.get(family) or RULE_OF_METHOD.get(method, "")


def beside_constant(missions: Sequence[Mission]) -> dict[str, tuple[Trial, Trial]]:
    """Every rule with its constant, each mission predicted from the others, where there are missions enough."""
    tried = {model.id: leave_one_out(model, missions) for model in MODELS}
    found: dict[str, tuple[Trial, Trial]] = {}
    for model in MODELS:
        own, constant = tried[model.id], tried[model.constant]
        if model.id != model.constant and own is not None and constant is not None:
            found[model.id] = own, constant
    return found


def luck(own: Trial, constant: Trial) -> float:
    """The chance that a rule misses by so much less than its constant by luck alone, mission by mission."""
    return paired_chance(np.abs(own.error), np.abs(constant.error))


@dataclass(frozen=True, slots=True, kw_only=True)
class KindTrial:
    """A rule against a constant on missions of one kind, each left out in turn.

    `gain` is by how many powers of ten the rule misses less in the mean, `luck` how likely luck alone does as much.
    """

    missions: tuple[Mission, ...]
    rested_on: tuple[Mission, ...]
    gain: float
    luck: float

    @property
    def shows_skill(self) -> bool:
        """Whether the rule beats the constant of the kind."""
        return self.luck <= LARGEST_CHANCE and self.gain > 0


def on_kind(rule: str, missions: Sequence[Mission], kind: str) -> KindTrial | None:
    """A rule tried on the missions of one type; None where there are too few of them, or of all, to show skill.

    Each is predicted by the rule from all others, and by the geometric mean of the others of its type.
    """
    model = next(model for model in MODELS if model.id == rule)
    trial = leave_one_out(model, missions)
    if trial is None:
        return None
    chosen = [place for place, mission in enumerate(trial.missions) if mission.type == kind]
    if len(chosen) < FEWEST_OF_A_KIND:
        return None
    alike = tuple(trial.missions[place] for place in chosen)
    strengths = np.log10([mission.strength for mission in alike])
    others = (strengths.sum() - strengths) / (len(alike) - 1)
    own, constant = np.abs(trial.error[chosen]), np.abs(strengths - others)
    return KindTrial(
        missions=alike,
        rested_on=trial.fitted_on,
        gain=float(np.mean(constant) - np.mean(own)),
        luck=paired_chance(own, constant),
    )
