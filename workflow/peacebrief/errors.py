"""What went wrong, said to an analyst: one sentence a problem."""

from __future__ import annotations


class AnalystError(Exception):
    """Problems that the reader of the message can mend.

    Each problem is one sentence: file, row, column, value, and what would be right. The command line prints one
    `ERROR` line for each and no traceback.
    """

    def __init__(self, *problems: str) -> None:
        super().__init__(*problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(self.problems)
