"""The chance of renewed war without a force: models of the base rate, their sampling doubt, and the horizon.

A model is a rate that was counted. Which of them holds is drawn by their weights.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

import numpy as np

from peacebrief.feasibility.given import FeasibilityInputs
from peacebrief.reasoning.node import method_of, node, step_of
from peacebrief.reasoning.record import Row
from peacebrief.reasoning.sampled import Sampled
from peacebrief.reasoning.step import Step
from peacebrief.reasoning.subject import Named
from peacebrief.uncertainty import Quantity
from peacebrief.uncertainty.arrays import Floats, Number, checked_probability
from peacebrief.uncertainty.distributions import Inverse, inverse_cdf
from peacebrief.uncertainty.inverse_table import scaled_beta
from peacebrief.uncertainty.power import power

MODELS = "base_rate_models"
BASE_RISK, MODEL, HORIZON = "base_risk", "base_rate_model", "planning_horizon"
SHARE, WATCHED = "base_share", "base_watched"
MONTHS = 12

# ASSUME: the doubt about a counted rate is that of so many independent cases (Jeffreys: half a case is added to either
# side). A share that was published without its cases has none of its own; only the years it was watched are doubted.
# ASSUME: which model of the base rate holds is drawn by their weights; at the central point it is the heaviest.


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseRateModel:
    """A counted rate as a model: what it is called, its weight, its row among the models and the row of the rate."""

    id: str
    label: str
    weight: float
    model: Row
    rate: Row

    @property
    def subject(self) -> Named:
        """The model as the label of a fact names it."""
        return Named(self.id, self.label)

    @property
    def origins(self) -> tuple[str, ...]:
        """The row of the rate."""
        return (str(self.rate["origin"]),)


def base_rate_models(inputs: FeasibilityInputs) -> tuple[BaseRateModel, ...]:
    """The models of a case, in its order. Raises ValueError where there is none, or one is of no known rate."""
    rates = {row["id"]: row for row in inputs.rows("base_rates")}
    rows = inputs.rows(MODELS)
    if not rows:
        raise ValueError("there is no model of the base rate of renewed war")
    if unknown := [row["base_rate"] for row in rows if row["base_rate"] not in rates]:
        raise ValueError(f"{unknown[0]} is not among the counted rates")
    return tuple(
        BaseRateModel(
            id=str(row["base_rate"]),
            label=str(rates[row["base_rate"]]["label"]),
            weight=float(row["weight"]),
            model=row,
            rate=rates[row["base_rate"]],
        )
        for row in rows
    )


@node(
    "base_risk.{model}",
    "risk of renewed war without a force, by the rate: {model}",
    "probability",
    family="feasibility.base_risk.{model}",
    share=f"{SHARE}.{{model}}",
    watched=f"{WATCHED}.{{model}}",
    horizon=HORIZON,
)
def risk_over_horizon(*, share: Number, watched: Number, horizon: Number) -> Number:
    """One less the share of wars that were not renewed, to the power of the horizon over the years they were watched.

    The risk is taken to be the same in every year. Raises ValueError where the share is no probability.
    """
    # ASSUME: a share of wars that were renewed is turned to the planning horizon by a risk that is the same in every
    # year. After a war the first years are the worst.
    checked_probability(share, name="share of wars renewed")
    return 1 - power(1 - share, horizon / watched)


def base_risk(*, model: Number, **risks: Number) -> Number:
    """The risk without a force by the model that is drawn, by the weights of the models."""
    return cast("Number", np.choose(np.asarray(model, dtype=np.intp), list(risks.values()))[()])


def base_rate_numbers(inputs: FeasibilityInputs) -> Iterator[Sampled]:
    """The model that holds, and for every model its share and the years that it was watched."""
    models = base_rate_models(inputs)
    weights = [model.weight for model in models]
    origins = tuple(str(model.model["origin"]) for model in models)
    yield Sampled(
        id=MODEL,
        central=float(np.argmax(weights)),
        origins=origins,
        stream=MODEL if len(models) > 1 else "",
        inverse=by_weight(weights) if len(models) > 1 else None,
    )
    for model in models:
        yield _share(model)
        yield _watched(model)


def by_weight(weights: list[float]) -> Inverse:
    """Which of several things, counted from 0, by their weights."""
    edges = np.cumsum(weights)[:-1] / np.sum(weights)

    def chosen(uniforms: Floats) -> Floats:
        return np.searchsorted(edges, uniforms).astype(np.float64)

    return chosen


def _share(model: BaseRateModel) -> Sampled:
    row, name = model.rate, f"{SHARE}.{model.id}"
    share = float(row["share"] if row["share"] is not None else row["events"] / row["out_of"])
    cases = row["clusters"] or row["out_of"]
    if not cases:
        return Sampled(id=name, central=share, origins=model.origins)
    inverse = scaled_beta(rise=share * cases + 0.5, fall=(1 - share) * cases + 0.5, low=0.0, high=1.0)
    return Sampled(id=name, central=share, origins=model.origins, stream=SHARE, inverse=inverse)


def _watched(model: BaseRateModel) -> Sampled:
    name = f"{WATCHED}.{model.id}"
    if model.rate["months"] is not None:
        return Sampled(id=name, central=float(model.rate["months"]) / MONTHS, origins=model.origins)
    low, central, high = (float(model.model[f"watched_{part}"]) for part in ("low", "central", "high"))
    origin = str(model.model["origin"])
    years = Quantity(id=name, origin=origin, distribution="pert", low=low, central=central, high=high)
    varies = low < high
    inverse, stream = (inverse_cdf(years), WATCHED) if varies else (None, "")
    return Sampled(id=name, central=central, origins=(origin,), stream=stream, inverse=inverse)


def base_rate_steps(inputs: FeasibilityInputs) -> Iterator[Step]:
    """Every model over the horizon, and the risk by the model that is drawn."""
    models = base_rate_models(inputs)
    for model in models:
        yield step_of(risk_over_horizon, model=model.subject)
    takes: dict[str, Any] = {f"risk_{place}": f"base_risk.{model.id}" for place, model in enumerate(models)}
    yield Step(id=BASE_RISK, formula=base_risk, takes={"model": MODEL} | takes, method=method_of(base_risk))
