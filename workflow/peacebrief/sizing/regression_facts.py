"""Facts about the regression on past missions: its coefficients and the spread around it."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.reasoning.record import Record, record
from peacebrief.sizing.prediction_models import STATISTICAL
from peacebrief.sizing.regression import fitted
from peacebrief.sizing.results import Findings

COEFFICIENTS = {
    "intercept": "decimal logarithm of strength of a mission that only observes and faces no state",
    "mandate_level": "rise of the decimal logarithm of strength with each level of mandate",
    "state_adversary": "rise of the decimal logarithm of strength where a state is the adversary",
}
METHOD = "Least squares over all missions: decimal logarithm of peak strength on level of mandate and state adversary."
SPREAD_METHOD = "Residual standard deviation of the decimal logarithm of strength around the regression."


def regression_facts(found: Findings) -> Iterator[Record]:
    """The coefficients, in powers of ten, and the residual scale; nothing where no role uses the regression."""
    if not any(method == "statistical" for _, method in found.plan.methods):
        return
    missions = STATISTICAL.missions(found.inputs.missions)
    fit = fitted(STATISTICAL.design(missions), STATISTICAL.response(missions))
    because = [mission.origin for mission in missions]
    for (name, label), value in zip(COEFFICIENTS.items(), fit.coefficients.tolist(), strict=True):
        yield record(
            f"sizing.regression.{name}", label=label, unit="log10", method=METHOD, because=because, value=value
        )
    yield record(
        "sizing.regression.residual",
        label="spread of past missions around the regression",
        unit="log10",
        method=SPREAD_METHOD,
        because=because,
        value=fit.scale,
    )
