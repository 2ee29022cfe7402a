"""How a fact is spelt: the text a reader sees and the value a machine reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches

from peacebrief.facts.fact import Fact
from peacebrief.facts.likelihood import likelihood
from peacebrief.facts.rounding import exact, middle_and_range, percent, percent_of_draws, significant, spell_range

Spell = Callable[[Fact], str]
DEFAULT_FORMS = {"number": "significant", "quantiles": "range", "probability": "percent", "words": "words"}


def find_fact(fact_id: str, facts: Mapping[str, Fact]) -> Fact:
    """The fact called `fact_id`. Raises ValueError that names the nearest id where there is none."""
    if fact_id in facts:
        return facts[fact_id]
    near = get_close_matches(fact_id, facts, n=1)
    hint = f"; did you mean {near[0]}?" if near else ""
    raise ValueError(f"no fact is called {fact_id}{hint}")


def spell(fact: Fact, form: str = "auto") -> str:
    """`fact` in one of the `FORMS`; `auto` is usual for its kind. Raises ValueError where it has no such form."""
    return _form(fact, form)[0](fact)


def machine_value(fact: Fact, form: str = "auto") -> str:
    """The number behind the words at nine significant digits; a range as `low/high`."""
    return "/".join(f"{part:.9g}" if isinstance(part, float | int) else part for part in _form(fact, form)[1](fact))


def _form(fact: Fact, form: str) -> tuple[Spell, Callable[[Fact], tuple[float | str, ...]]]:
    name = DEFAULT_FORMS[fact.kind] if form == "auto" else form
    if name not in FORMS:
        raise ValueError(f"no form is called {name}; the forms are {', '.join(sorted(FORMS))}")
    return FORMS[name]


def _middle(fact: Fact) -> float:
    """The one number that stands for a fact: the median of a range, otherwise the value."""
    return _part(fact, "p50" if fact.kind == "quantiles" else "value")


def _part(fact: Fact, part: str) -> float:
    number = getattr(fact, part)
    if isinstance(number, float | int):
        return float(number)
    raise ValueError(f"the fact {fact.id} has no number {part}, so it cannot be printed in this form")


def _ends(fact: Fact) -> tuple[float, float]:
    return _part(fact, "p5"), _part(fact, "p95")


def _words(fact: Fact) -> str:
    if isinstance(fact.value, str):
        return fact.value
    raise ValueError(f"the fact {fact.id} is a number and has no words")


def _median_and_range(fact: Fact) -> str:
    """The middle and its range; one number where the ends are spelt alike."""
    low, high = _ends(fact)
    middle, span = middle_and_range(low, _middle(fact), high)
    return middle if span == middle else f"{middle} ({span})"


def _percent(fact: Fact) -> str:
    """A share of draws is never quite nothing or all; another share may be."""
    share = _middle(fact)
    return percent_of_draws(share) if fact.kind == "probability" else percent(share)


def _whole_share(fact: Fact) -> str:
    """A share of things that were counted, which may be none or all of them."""
    return percent(_middle(fact))


def _percent_range(fact: Fact) -> str:
    low, high = (percent(end) for end in _ends(fact))
    return low if low == high else f"{low} to {high}"


def _points(fact: Fact) -> str:
    """A difference of shares in whole percentage points."""
    return percent(_middle(fact)).removesuffix("%")


def _one(fact: Fact) -> tuple[float | str, ...]:
    return (_middle(fact),)


FORMS: dict[str, tuple[Spell, Callable[[Fact], tuple[float | str, ...]]]] = {
    "significant": (lambda fact: significant(_middle(fact)), _one),
    "p50": (lambda fact: significant(_part(fact, "p50")), _one),
    "p5": (lambda fact: significant(_part(fact, "p5")), lambda fact: (_part(fact, "p5"),)),
    "p95": (lambda fact: significant(_part(fact, "p95")), lambda fact: (_part(fact, "p95"),)),
    "range": (lambda fact: spell_range(*_ends(fact)), _ends),
    "median_and_range": (_median_and_range, lambda fact: (_middle(fact), *_ends(fact))),
    "percent": (_percent, _one),
    "share": (_whole_share, _one),
    "percent_range": (_percent_range, _ends),
    "likelihood": (lambda fact: likelihood(_middle(fact)), _one),
    "points": (_points, _one),
    "exact": (lambda fact: exact(_middle(fact)), _one),
    "words": (_words, lambda fact: (_words(fact),)),
}
