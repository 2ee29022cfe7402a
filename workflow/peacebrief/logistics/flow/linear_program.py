"""A linear program in arrays, built once and solved again after small changes by HiGHS' simplex method.

Fixed weights without pattern, keyed by name, pick one of several equally good solutions, whatever the order of the
rows. Source: Huangfu and Hall 2018 (HiGHS).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import shake_256
from typing import Any

import numpy as np

from peacebrief.errors import AnalystError
from peacebrief.uncertainty.arrays import Floats, Integers

UNBOUNDED = float("inf")
# One thread and no presolve: the same steps on every machine, and a basis that the next solve can start from.
OPTIONS: dict[str, bool | int | float | str] = {
    "output_flag": False,
    "solver": "simplex",
    "presolve": "off",
    "parallel": "off",
    "threads": 1,
    "primal_feasibility_tolerance": 1e-9,
    "dual_feasibility_tolerance": 1e-9,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """The coefficients of a linear program as triplets: row, column, value."""

    rows: Integers
    columns: Integers
    values: Floats

    def by_column(self, width: int) -> tuple[Integers, Integers, Floats]:
        """Where each of the `width` columns starts, and the rows and values in order of columns."""
        order = np.lexsort((self.rows, self.columns))
        starts = np.concatenate([[0], np.cumsum(np.bincount(self.columns, minlength=width))])
        return starts.astype(np.int64), self.rows[order], self.values[order]


class LinearProgram:
    """Minimise `cost` x with `row_lower` <= matrix x <= `row_upper` and 0 <= x <= `column_upper`.

    Raises AnalystError, in one sentence, where the solver refuses a setting, a change or the program itself.
    """

    def __init__(
        self, *, matrix: Matrix, cost: Floats, column_upper: Floats, row_lower: Floats, row_upper: Floats
    ) -> None:
        import highspy

        self._accepted = highspy.HighsStatus.kOk
        self._optimal = highspy.HighsModelStatus.kOptimal
        # The stubs of the library leave out some of its calls.
        self._highs: Any = highspy.Highs()  # type: ignore[no-untyped-call]
        for option, value in OPTIONS.items():
            self._do(self._highs.setOptionValue, option, value, saying=f"the option {option} = {value}")
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = len(cost), len(row_lower)
        lp.col_cost_, lp.col_lower_, lp.col_upper_ = cost, np.zeros(len(cost)), column_upper
        lp.row_lower_, lp.row_upper_ = row_lower, row_upper
        lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        lp.a_matrix_.start_, lp.a_matrix_.index_, lp.a_matrix_.value_ = matrix.by_column(len(cost))
        self._do(self._highs.passModel, lp, saying="the linear program")

    def change_columns(self, columns: Integers, upper: Floats, lower: Floats | None = None) -> None:
        """Give some columns other bounds; the lower bound is zero where none is given."""
        least = np.zeros(len(columns)) if lower is None else lower
        change = (len(columns), columns.astype(np.int32), least, upper)
        self._do(self._highs.changeColsBounds, *change, saying="new bounds of columns")

    def change_costs(self, columns: Integers, cost: Floats) -> None:
        """Give some columns another cost."""
        change = (len(columns), columns.astype(np.int32), cost)
        self._do(self._highs.changeColsCost, *change, saying="new costs")

    def change_rows(self, rows: Integers, lower: Floats, upper: Floats) -> None:
        """Give some rows other bounds."""
        change = (len(rows), rows.astype(np.int32), lower, upper)
        self._do(self._highs.changeRowsBounds, *change, saying="new bounds of rows")

    def change_coefficients(self, rows: Integers, columns: Integers, values: Floats) -> None:
        """Write other coefficients at some places of the matrix."""
        for row, column, value in zip(rows.tolist(), columns.tolist(), values.tolist(), strict=True):
            self._do(self._highs.changeCoeff, row, column, value, saying="a new coefficient")

    def basis(self) -> Any:
        """The basis of the last solution, to start from again."""
        return self._highs.getBasis()

    def solve(self, *, start: Any = None) -> float:
        """The least cost, from the last basis or from `start`. Raises AnalystError where there is none."""
        if start is not None:
            self._do(self._highs.setBasis, start, saying="the basis to start from")
        status = self._run()
        if status != self._optimal:
            # A long row of warm starts can leave the solver in doubt about its roundings: once more from nothing.
            self._do(self._highs.clearSolver, saying="the call to forget its basis")
            status = self._run()
        if status != self._optimal:
            said = self._highs.modelStatusToString(status).lower()
            raise AnalystError(f"The linear program of the network has no optimal solution: the solver says {said}.")
        return float(self._highs.getInfo().objective_function_value)

    def solution(self) -> tuple[Floats, Floats]:
        """The columns of the last solution, and the change of the least cost by one more unit of each row's bound."""
        found = self._highs.getSolution()
        return np.array(found.col_value), np.array(found.row_dual)

    def keep_to_optimum(self, *, tolerance: float) -> None:
        """Fix every column and row whose bound has a price, so that only solutions as good as the last are left."""
        found = self._highs.getSolution()
        columns = np.flatnonzero(np.abs(found.col_dual) > tolerance)
        value = np.array(found.col_value)[columns]
        self.change_columns(columns, value, value)
        rows = np.flatnonzero(np.abs(found.row_dual) > tolerance)
        value = np.array(found.row_value)[rows]
        self.change_rows(rows, value, value)

    def _run(self) -> Any:
        self._highs.run()
        return self._highs.getModelStatus()

    def _do(self, step: Callable[..., Any], *arguments: Any, saying: str) -> None:
        if step(*arguments) != self._accepted:
            raise AnalystError(f"The solver of the network did not accept {saying}.")


def generic_weights(names: Iterable[str]) -> Floats:
    """A number between 1 and 2 for each name, from a hash of the name."""
    digests = b"".join(shake_256(name.encode()).digest(4) for name in names)
    return 1 + np.frombuffer(digests, dtype="<u4").astype(np.float64) * 2.0**-32
