"""Whether a force can be supplied, through where, how fast it gets there and what it costs."""

from peacebrief.logistics.given import LogisticsInputs
from peacebrief.logistics.stage import plan_logistics

__all__ = ["LogisticsInputs", "plan_logistics"]
