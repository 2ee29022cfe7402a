"""Words that sentences are put together from."""

from __future__ import annotations

from typing import Literal

Confidence = Literal["low", "medium", "high"]

# Countries whose names are those of kingdoms, states or lands in the plural.
WITH_ARTICLE = ("Central African", "Dominican", "Gambia", "Netherlands", "Philippines", "United ")


def listed(items: list[str], joining: str = "and") -> str:
    """Items as an English list: "a", "a and b", "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {joining} {items[-1]}"


def country_in_sentence(country: str) -> str:
    """A country as it stands in a sentence: "Germany", but "the Netherlands" and "the United Kingdom"."""
    return f"the {country}" if country.startswith(WITH_ARTICLE) else country


def uncapitalised(label: str) -> str:
    """A label as it stands inside a sentence; names that start with several capitals stay as they are."""
    return label if label[:2].isupper() else label[:1].lower() + label[1:]
