"""A fact: one published result, with what it came from."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

Kind = Literal["number", "quantiles", "probability", "words"]

SIGNIFICANT_DIGITS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One published result.

    `value` carries a number, a probability (0-1) or words; `p5`, `p50`, `p95` and `central` carry quantiles and the
    result at the central point of every input. `standard_error` is the Monte Carlo error of `value` or `p50`.
    `because` names what it came from: `assumption:<id>`, `table:<file>#<row id>` or `fact:<id>`; `formula` is the
    function that calculates it, as `<module>:<name>`.
    """

    id: str
    label: str
    unit: str
    kind: Kind
    method: str
    because: tuple[str, ...]
    value: float | str | None = None
    p5: float | None = None
    p50: float | None = None
    p95: float | None = None
    central: float | None = None
    standard_error: float | None = None
    formula: str | None = None

    def as_record(self) -> dict[str, Any]:
        """The fact as a JSON object: no empty members, at most nine significant digits."""
        record = {key: member for key, member in asdict(self).items() if member is not None}
        return {key: _rounded(member) for key, member in record.items()} | {"because": sorted(set(self.because))}

    @classmethod
    def from_record(cls, record: dict[str, Any]) -> Fact:
        """The fact written by `as_record`."""
        return cls(**{**record, "because": tuple(record["because"])})


def _rounded(member: Any) -> Any:
    return float(f"{member:.{SIGNIFICANT_DIGITS}g}") if isinstance(member, float) else member
