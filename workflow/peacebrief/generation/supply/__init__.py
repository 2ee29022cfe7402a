"""The public model of supply: who takes part and what can be kept deployed, draw by draw, with drivers held or free."""

from peacebrief.generation.support.net_support import NetSupport

__all__ = ["NetSupport"]
