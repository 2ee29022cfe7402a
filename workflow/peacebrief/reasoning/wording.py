"""Words that sentences are put together from."""

from __future__ import annotations

from typing import Literal

Confidence = Literal["low", "medium", "high"]

# Countries whose names are those of kingdoms, states or lands in the plural.
WITH_ARTICLE = ("Central African", "Dominican", "Gambia", "Netherlands", "Philippines", "United ")


def country_in_sentence(country: str) -> str:
    """A country as it stands in a sentence: "Germany", but "the Netherlands" and "the United Kingdom"."""
    return f"the {country}" if country.startswith(WITH_ARTICLE) else country


def choices(weighted: str) -> list[str]:
    """The values of a `choices` column without their weights: of "2.5:1;3:1" they are "2.5" and "3"."""
    return [pair.partition(":")[0].strip() for pair in weighted.split(";")]


def split_keys(keys: str) -> list[str]:
    """The keys of a `source` column: several are separated by `;`, and the project's own assumptions are no source."""
    return [key.strip() for key in keys.split(";") if key.strip() not in ("", "declared")]


def uncapitalised(label: str) -> str:
    """A label as it stands inside a sentence; names that start with several capitals stay as they are."""
    return label if label[:2].isupper() else label[:1].lower() + label[1:]
