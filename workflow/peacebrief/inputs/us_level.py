"""How far the United States stands behind the force."""

from __future__ import annotations

from peacebrief.inputs.row import FilledText, Row


class UsLevel(Row):
    """A level of support: its name in print, `phrase` as it stands in a sentence, and what it means."""

    label: FilledText
    phrase: FilledText
    definition: FilledText
