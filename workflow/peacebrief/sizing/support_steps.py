"""The tail of a task-organised force, branch by branch, as steps."""

from __future__ import annotations

from peacebrief.reasoning.step import Step
from peacebrief.sizing.inputs import Role
from peacebrief.sizing.support import branch, support_troops

# The branches and the assumption that weighs each of them.
BRANCHES = {
    "engineers": "engineer_weight",
    "medical": "medical_weight",
    "signals": "signals_weight",
    "logistics": "logistics_weight",
    "headquarters": "headquarters_weight",
}
LABELS = {"engineers": "engineers", "headquarters": "headquarters staff"}


def support_steps(role: Role) -> dict[str, Step]:
    """The tail of a role's task-organised force, by branch."""
    deployed = {"deployed": f"method.task_organised.{role.id}", "combat_share": "combat_share"}
    steps = {
        "support_troops": Step(
            id=f"support_troops.{role.id}",
            formula=support_troops,
            takes=deployed,
            unit="persons",
            label="support troops",
            method="Task-organised force times the share that is not combat troops.",
        )
    }
    for name, weight in BRANCHES.items():
        steps[name] = Step(
            id=f"{name}.{role.id}",
            formula=branch,
            takes={"support": f"support_troops.{role.id}", "weight": weight} | BRANCHES,
            unit="persons",
            label=LABELS.get(name, f"{name} troops"),
            method=f"Support troops times the weight of {name}, divided by the weights of all five branches.",
        )
    return steps
