"""What a fact rests on, as links to where it is told on the same page."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from peacebrief.briefs.pages.numbering import Register
from peacebrief.briefs.setting.environment import row_anchor
from peacebrief.briefs.setting.stylesheet import Medium
from peacebrief.briefs.trail.families import Counted, Origin
from peacebrief.briefs.trail.provenance import breakable
from peacebrief.briefs.trail.trails import Trails
from peacebrief.telling.saying.said import phrase

LINK = Markup('<a href="#{}">{}</a>')
NONE = Markup("–")
# Where all assumptions stand: many of them are counted, and lead to the first.
ASSUMPTIONS = "table-assumptions"


class OriginLinks:
    """Links from what facts rest on, for one rendering of a page."""

    def __init__(self, register: Register, trails: Trails, medium: Medium) -> None:
        self._register, self._trails, self._medium = register, trails, medium

    def links(self, origins: Iterable[Origin], *, parted: bool = True) -> Markup:
        """Origins side by side, a dash where there are none; unless names are `parted` they stay on one line."""
        told = [self._link(origin, parted=parted and self._medium == "web") for origin in origins]
        return Markup(", ").join(told) if told else NONE

    def _link(self, origin: Origin, *, parted: bool) -> Markup:
        """An origin by name, or many of them as their number; a link where it is told on this page."""
        name = self._counted(origin) if isinstance(origin, Counted) else origin.partition(":")[2] or origin
        place = self._on_the_web(origin) if self._medium == "web" else self._on_paper(origin)
        shown = breakable(name) if parted else escape(name)
        return LINK.format(place, shown) if place else shown

    def _counted(self, origin: Counted) -> str:
        about = {} if origin.kind == "assumption" else {"group": origin.group}
        return self._trails.say(phrase(f"registers.counted_{origin.kind}", count=str(origin.number), **about))

    def _on_the_web(self, origin: Origin) -> str:
        """Where an origin, or the first of those that are counted, stands on the web page; empty where it does not."""
        counted = isinstance(origin, Counted)
        meant = origin.first if isinstance(origin, Counted) else origin
        kind, _, name = meant.partition(":")
        if kind == "fact":
            return self._register.place_of(name)
        if kind == "assumption":
            return ASSUMPTIONS if counted else f"assumption-{name}"
        row = row_anchor(meant)
        return row if self._register.has_anchor(row) else self._trails.inputs[meant].anchor

    def _on_paper(self, origin: Origin) -> str:
        """Where an origin stands on the printed page, which leaves out some; empty for these, and for many counted."""
        if isinstance(origin, Counted):
            return ""
        kind, _, name = origin.partition(":")
        if kind == "fact":
            return self._register.place_of(name)
        if kind == "assumption" and self._register.shows("assumptions"):
            return f"assumption-{name}"
        row = row_anchor(origin)
        return row if kind == "table" and self._register.has_anchor(row) else ""
