"""What we were told: reading, checking and handing on the inputs of a case.

Nothing is imported here, so that `peacebrief.inputs.handing_on.planning` stays light; `resolve_case` loads the rest
when called.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peacebrief.inputs.handing_on.resolving import Resolved


def resolve_case(inputs_dir: Path, case: str) -> Resolved:
    """The checked inputs of `case`, as the stages and the briefs read them. Raises InputProblems with every problem."""
    from peacebrief.inputs.handing_on.resolving import resolved
    from peacebrief.inputs.loading import load_case

    return resolved(load_case(inputs_dir, case))
