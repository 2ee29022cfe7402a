"""How a brief says what is to be said: numbers and sources lead to where they come from."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from peacebrief.briefs.citing.citations import SourceEntry, find_source
from peacebrief.briefs.pages.numbering import Register
from peacebrief.briefs.setting.environment import slug
from peacebrief.briefs.setting.ref_mark import ref_of, refs_of, without_refs
from peacebrief.briefs.setting.stylesheet import Medium
from peacebrief.facts.fact import Fact
from peacebrief.reasoning.language import day_in_words
from peacebrief.reasoning.wording import split_keys
from peacebrief.telling.saying.number_forms import find_fact, machine_value, spell
from peacebrief.telling.saying.said import Cited, Placed, Pointed, Pointer, Ruling
from peacebrief.telling.saying.voice import PageVoice, Words

NUMBER = Markup('<data class="fact" value="{}" data-fact="{}">{}</data>')
TRAIL_HERE = Markup('<a class="trail" href="#{}">{}</a>')
TRAIL_IN_ANNEX = Markup('<a class="trail" href="annex.html#fact-{}" title="{}">{}</a>')
RULING = Markup('<span class="verdict verdict-{}">{}</span>{}')
POINTER = Markup('<a class="pointer" href="#{}-{}">{} {}</a>')
PLACE = Markup('<span id="{}">{}</span>')
DAY = Markup('<time datetime="{}">{}</time>')
SOURCE_LINK = Markup('<a class="source" href="{}#source-{}">{}</a>')
SOURCE = Markup('<span class="source">{}</span>')
SOURCE_MARK = Markup('<abbr class="mark" title="{}">{}</abbr>')
NOTE = Markup('<span class="note">{}</span>')
NOTE_CALL = Markup(
    '<sup class="note-call"><a id="note-call-{number}" href="#note-{number}" role="doc-noteref"'
    ' aria-label="{words}">{number}</a></sup>'
)


class BriefVoice(PageVoice):
    """The voice of one rendering of a brief; what it says is entered in the register of that rendering."""

    def __init__(
        self,
        words: Words,
        *,
        facts: Mapping[str, Fact],
        citations: Mapping[str, SourceEntry],
        medium: Medium,
        register: Register,
        marks: Mapping[str, str],
    ) -> None:
        super().__init__(words)
        self._facts, self._citations, self._marks = facts, citations, marks
        self._medium, self._register = medium, register

    def number(self, fact: str, form: str = "auto") -> Markup:
        """A fact as a number that leads to its row, and on paper the mark of that row."""
        found = find_fact(fact, self._facts)
        self._register.print_fact(found.id)
        place, told = self._register.place_of(found.id), spell(found, form)
        mark = ref_of(self._marks.get(found.id, "")) if self._medium != "web" and not place else Markup("")
        if place:
            told = TRAIL_HERE.format(place, told)
        elif self._medium == "web":
            told = TRAIL_IN_ANNEX.format(found.id, self._words.phrase("page.where_from", {"what": found.called}), told)
        return NUMBER.format(machine_value(found, form), found.id, told) + mark

    def pointed(self, said: Pointed) -> Markup:
        """What leads somewhere, is led to, or stands out."""
        match said:
            case Ruling(fact):
                return self.ruling(fact)
            case Placed(fact, form):
                return self.placed(fact, form)
            case Cited():
                return self._cited(said)
            case Pointer(kind, name):
                words = self._words.phrase(f"page.{kind}", {})
                return POINTER.format(kind, name, words, self._register.number_of(kind, name))
        return self.day(said.iso)

    def ruling(self, fact: str) -> Markup:
        """The words of a fact as a marked label; the words say it all, the colour only repeats them."""
        told = self.number(fact, "words")
        own = slug(spell(find_fact(fact, self._facts), "words"))
        return RULING.format(own, without_refs(told), refs_of(told))

    def placed(self, fact: str, form: str) -> Markup:
        """A fact where it is told, so that its numbers elsewhere lead here."""
        place = f"fact-{fact}"
        self._register.put_fact(fact, place)
        return PLACE.format(place, spell(find_fact(fact, self._facts), form))

    def day(self, iso: object) -> Markup:
        """A date in words: 30 June 2026."""
        return DAY.format(iso, day_in_words(str(iso)))

    def _cited(self, said: Cited) -> Markup:
        if said.way == "number":
            return Markup(", ").join(self._numbered(key) for key in split_keys(said.keys))
        told = self.cited(said.keys)
        return self.note(told + ".") if said.way == "note" else told

    def cited(self, keys: str, locator: str = "") -> Markup:
        """The short citations of sources, separated by `;` in `keys`, with the marks that warn of them."""
        told = Markup("; ").join(self._source(key) for key in split_keys(keys))
        return told + (f", {locator}" if locator else "")

    def _source(self, key: str) -> Markup:
        entry = find_source(key, self._citations)
        self._register.cite(key)
        if self._register.shows("sources") or self._medium == "web":
            page = "" if self._register.shows("sources") else "annex.html"
            told = SOURCE_LINK.format(page, key, entry.short)
        else:
            told = SOURCE.format(entry.short)
        return told + _warnings(entry)

    def _numbered(self, key: str) -> Markup:
        entry = find_source(key, self._citations)
        self._register.cite(key)
        number = list(self._citations).index(key) + 1
        return SOURCE_LINK.format("", key, number) + _warnings(entry)

    def note(self, text: str) -> Markup:
        """A note: at the foot of the page in print, numbered at the end on the web."""
        number = self._register.number_note(text)
        if self._medium != "web":
            return NOTE.format(text)
        return NOTE_CALL.format(number=number, words=self._words.phrase("page.note", {"number": number}))


def _warnings(entry: SourceEntry) -> Markup:
    return Markup("").join(SOURCE_MARK.format(words, sign) for sign, words in entry.marks)
