"""Whether a printed number is its fact, within the digits printed, and whether a likelihood has the right word."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from peacebrief.facts import Fact
from sentences.rule import Claim
from sentences.world import Page

NUMBER = re.compile(r"(under |over )?([−-]?\d[\d,]*(?:\.\d+)?(?:e[+-]?\d+)?)(%| billion| million)?")
WORTH = {" billion": 1e9, " million": 1e6, "%": 0.01, None: 1.0}
# The words of the Professional Head of Intelligence Assessment, bands that meet, and the even chance of ICD 203.
YARDSTICK = {
    "a remote chance": (0, 5), "highly unlikely": (6, 20), "unlikely": (21, 35), "a realistic possibility": (36, 44),
    "a roughly even chance": (45, 55), "likely": (56, 75), "highly likely": (76, 90), "almost certain": (91, 100),
}  # fmt: skip
DIGITS = 2


def printed_claims(page: Page) -> Iterator[Claim]:
    """Every printed fact of a page shows its fact."""
    percentages = {one.fact: one.text for one in page.printed if whole_percent(one.text) is not None}
    for one in page.printed:
        fact = page.world.facts[one.fact]
        if one.text in YARDSTICK and fact.kind != "words":
            shown = percentages.get(one.fact, "")
            yield Claim("likelihood", f"{one.fact}: {shown} is {one.text}", in_band(shown, one.text))
        elif fact.kind == "words":
            yield Claim("words", f"{one.fact}: {one.text}", one.text == " ".join(str(fact.value).split()))
        else:
            yield Claim("number", f"{one.fact}: {one.text}", shows(one.text, one.value, fact))


def whole_percent(text: str) -> int | None:
    """A printed percentage as a whole number; "under 1%" is none, "over 99%" a hundred."""
    match = re.fullmatch(r"(under |over )?(\d+)%", text)
    return None if match is None else {"under ": 0, "over ": 100}.get(match[1] or "", int(match[2]))


def in_band(percentage: str, word: str) -> bool:
    """Whether a word of likelihood belongs to the percentage that is printed with it."""
    whole, (low, high) = whole_percent(percentage), YARDSTICK[word]
    return whole is not None and low <= whole <= high


def shows(text: str, value: str, fact: Fact) -> bool:
    """Whether a text shows a fact: the machine's value is one of its members, and every number rounds it."""
    parts = [float(part) for part in value.split("/")]
    if not _members(parts, fact):
        return False
    if fact.unit in {"probability", "share"} and re.fullmatch(r"[−-]?\d+", text) and len(parts) == 1:
        points = float(text.replace("−", "-"))  # percentage points
        return abs(100 * parts[0] - points) <= 0.5 * 1.000001
    numbers = list(NUMBER.finditer(text))
    if numbers and len(numbers) < len(parts):  # numbers that are printed alike are printed once
        numbers += numbers[-1:] * (len(parts) - len(numbers))
    return len(numbers) == len(parts) and all(_rounds(one, part) for one, part in zip(numbers, parts, strict=True))


def _members(parts: list[float], fact: Fact) -> bool:
    allowed = [[fact.value], [fact.p50], [fact.p5], [fact.p95], [fact.p5, fact.p95], [fact.p50, fact.p5, fact.p95]]
    return any(
        len(known) == len(parts) and all(_same(part, number) for part, number in zip(parts, known, strict=True))
        for known in allowed
    )


def _same(part: float, number: float | str | None) -> bool:
    return isinstance(number, int | float) and math.isclose(part, number, rel_tol=1e-8, abs_tol=1e-12)


def _rounds(match: re.Match[str], number: float) -> bool:
    bound, digits, unit = match.groups()
    worth = WORTH[unit]
    said = float(digits.replace(",", "").replace("−", "-"))
    if bound == "under ":
        return number < said * worth / 2 * 1.000001
    if bound == "over ":
        return number > (said + 0.5) * worth * 0.999999
    return abs(number - said * worth) <= 0.5 * _last_digit(digits, unit) * worth * 1.000001


def _last_digit(digits: str, unit: str | None) -> float:
    """The worth of the last digit that a printed number means; noughts at its end may only fill."""
    if unit == "%":
        return 1.0
    if "." in digits:
        return float(10.0 ** -len(digits.partition(".")[2]))
    whole = digits.strip("−-").replace(",", "")
    if int(whole) == 0:
        return 0.1
    meant = max(DIGITS, len(whole.rstrip("0")))
    return float(10.0 ** (len(whole) - meant))
