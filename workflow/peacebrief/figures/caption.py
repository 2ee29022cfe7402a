"""The words that go with a figure."""

from __future__ import annotations

from dataclasses import asdict, dataclass

SHORTEST_ALT = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """Title (the finding), subtitle (measure and unit), source line (source, n, date) and alternative text.

    Raises ValueError where a part is empty, or where the alternative text is too short to tell what is shown.
    """

    title: str
    subtitle: str
    source: str
    alt: str

    def __post_init__(self) -> None:
        for part, words in self.as_record().items():
            if not words.strip():
                raise ValueError(f"the {part} of a figure is empty")
        if len(self.alt) < SHORTEST_ALT:
            raise ValueError(f"alternative text of {len(self.alt)} characters; at least {SHORTEST_ALT} are needed")

    def as_record(self) -> dict[str, str]:
        """The caption as a JSON object."""
        return asdict(self)
