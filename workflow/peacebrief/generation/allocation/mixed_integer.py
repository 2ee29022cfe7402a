"""A small mixed-integer program, built row by row and solved to proven optimality by HiGHS.

Source: Huangfu and Hall 2018 (HiGHS).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from peacebrief.uncertainty.arrays import Floats

# One thread, no gap and the tightest tolerances: the same proven answer on every machine. Without presolve these small
# programs are solved faster, and there is one step less that could differ between versions. Searching for a first
# solution by jumping takes longer than the whole of the rest.
OPTIONS: dict[str, bool | int | float | str] = {
    "output_flag": False,
    "presolve": "off",
    "mip_heuristic_effort": 0.0,
    "mip_heuristic_run_feasibility_jump": False,
    "mip_detect_symmetry": False,
    "parallel": "off",
    "threads": 1,
    "random_seed": 0,
    "mip_rel_gap": 0.0,
    "mip_abs_gap": 0.0,
    "mip_feasibility_tolerance": 1e-9,
    "primal_feasibility_tolerance": 1e-9,
    "dual_feasibility_tolerance": 1e-9,
}


class MixedInteger:
    """Columns of zero or more and rows with bounds. Raises ValueError where the solver refuses or gives up."""

    def __init__(self) -> None:
        self._upper: list[float] = []
        self._whole: list[bool] = []
        self._columns: list[int] = []
        self._values: list[float] = []
        self._starts: list[int] = [0]
        self._bounds: list[tuple[float, float]] = []

    def column(self, upper: float, *, whole: bool = False) -> int:
        """The place of a new column between zero and `upper`."""
        self._upper.append(upper)
        self._whole.append(whole)
        return len(self._upper) - 1

    def row(self, terms: Mapping[int, float], *, least: float = -np.inf, most: float = np.inf) -> None:
        """Bound the sum of columns times coefficients."""
        self._columns.extend(terms)
        self._values.extend(terms.values())
        self._starts.append(len(self._columns))
        self._bounds.append((least, most))

    def least(self, cost: Mapping[int, float]) -> Floats | None:
        """The columns of the solution of least cost, None where no solution exists."""
        import highspy

        if not self._upper:
            # The solver does not judge a program without columns.
            return np.zeros(0) if all(least <= 0 <= most for least, most in self._bounds) else None
        # The stubs of the library leave out some of its calls.
        highs: Any = highspy.Highs()  # type: ignore[no-untyped-call]
        for option, value in OPTIONS.items():
            _accepted(highs.setOptionValue, option, value, saying=f"the option {option} = {value}")
        _accepted(highs.passModel, self._program(cost), saying="the program")
        _accepted(highs.run, saying="the call to solve")
        status = highs.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            return None
        if status != highspy.HighsModelStatus.kOptimal:
            said = highs.modelStatusToString(status).lower()
            raise ValueError(f"the allocation has no proven optimum: the solver says {said}")
        return np.array(highs.getSolution().col_value)

    def _program(self, cost: Mapping[int, float]) -> Any:
        import highspy

        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = len(self._upper), len(self._bounds)
        lp.col_cost_ = np.array([cost.get(column, 0.0) for column in range(len(self._upper))])
        lp.col_lower_, lp.col_upper_ = np.zeros(len(self._upper)), np.array(self._upper)
        lp.row_lower_ = np.array([least for least, _ in self._bounds])
        lp.row_upper_ = np.array([most for _, most in self._bounds])
        kinds = highspy.HighsVarType
        lp.integrality_ = [kinds.kInteger if whole else kinds.kContinuous for whole in self._whole]
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.array(self._starts, dtype=np.int32)
        lp.a_matrix_.index_ = np.array(self._columns, dtype=np.int32)
        lp.a_matrix_.value_ = np.array(self._values, dtype=np.float64)
        return lp


def _accepted(step: Callable[..., Any], *arguments: Any, saying: str) -> None:
    from highspy import HighsStatus

    if step(*arguments) != HighsStatus.kOk:
        raise ValueError(f"the solver of the allocation did not accept {saying}")
