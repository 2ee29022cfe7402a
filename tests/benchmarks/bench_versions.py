"""How long the verdict in all its versions takes beside one run of the model of gates.

Run by hand: `python tests/benchmarks/bench_versions.py [draws as a power of two]`.
One run is the gates of every option at every level of support, on all draws of the case; the versions are all of them,
with the levels of the loading, on the draws that they are counted on. Seconds are those of the processor; inputs and
what other stages find are left out of both.
"""

import sys
import time
from pathlib import Path

from peacebrief.feasibility.gates.gate_odds import all_gate_odds
from peacebrief.feasibility.gates.option_gates import FedAfterLoss, gate_models, judged_chances
from peacebrief.feasibility.given import FeasibilityInputs
from peacebrief.feasibility.versions.version_odds import version_odds
from peacebrief.generation.supply.supply_model import SupplyModel
from peacebrief.inputs import resolve_case
from peacebrief.logistics import plan_logistics

TARGET = "target: at most three times one run"
INPUTS = Path(__file__).parents[2] / "inputs"
# Draws of logistics, whose few quantiles are handed over.
BEFORE = 2**13
USUAL = 17


def main(power: int = USUAL, *, inputs: Path = INPUTS) -> None:
    """Print the table."""
    stages = resolve_case(inputs, min(file.parent.name for file in inputs.glob("*/case.yaml"))).stages
    logistics = plan_logistics(stages["logistics"] | {"draws": BEFORE})
    given = FeasibilityInputs.from_record(stages["feasibility"] | {"draws": 2**power})
    supply = SupplyModel.from_record(stages["generation"])
    fed, judged = FedAfterLoss.from_table(logistics["tables"]["supply_after_loss"]), judged_chances(given)
    models = gate_models(given, supply, fed, judged)
    planned = {option.id: models[option.id, option.support_level] for option in given.options}
    all_gate_odds(models, draws=64, seed=given.seed)
    start = time.process_time()
    all_gate_odds(models, draws=given.draws, seed=given.seed)
    once = time.process_time() - start
    start = time.process_time()
    found = version_odds(given, supply, planned, fed=fed, judged=judged)
    every = time.process_time() - start
    count = sum(len(one.versions) for one in found.values())
    print(f"{'draws':>8}{'one run s':>12}{'versions s':>12}{'ratio':>8}    ({TARGET})")
    print(f"{given.draws:>8}{once:>12.3f}{every:>12.3f}{every / once:>8.1f}    {count} versions of all options")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
