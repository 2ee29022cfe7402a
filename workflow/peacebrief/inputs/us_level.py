"""How far the United States stands behind the force."""

from __future__ import annotations

from peacebrief.inputs.row import FilledText, Label, Row


class UsLevel(Row):
    """A level of support: its name in print, `phrase` as it stands in a sentence, and what it means."""

    label: Label
    phrase: Label
    definition: FilledText
