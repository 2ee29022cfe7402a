"""One corridor: links that share a fate, and how they are called."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import BeforeValidator, StringConstraints

from peacebrief.inputs.cell import blank_to_none
from peacebrief.inputs.node import COUNTRY
from peacebrief.inputs.row import Fault, Flag, GradedEvidence, Identifier, Label, Text

OptionalCountry = Annotated[Annotated[str, StringConstraints(pattern=COUNTRY)] | None, BeforeValidator(blank_to_none)]


class Corridor(GradedEvidence):
    """A corridor and its names: `label` in tables and figures, `in_sentence` in prose.

    `country` is the one state it runs through, where there is one, and `country_name` its name. `in_article` is 1 for
    the corridors that the article names. `inside` is 1 where its links lie within the theatre.
    """

    id: Identifier
    label: Label
    in_sentence: Label
    country: OptionalCountry
    country_name: Text
    in_article: Flag
    inside: Flag

    def faults(self) -> Iterator[Fault]:
        """A country without its name, or a name without its country."""
        yield from super().faults()
        if bool(self.country) != bool(self.country_name):
            yield Fault("country_name", "country and country_name belong together; fill in both or neither.")
