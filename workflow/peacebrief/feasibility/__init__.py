"""Would it work: gates, scores, risks, how long peace and force last, and the verdict."""

from peacebrief.feasibility.stage import judge_feasibility

__all__ = ["judge_feasibility"]
