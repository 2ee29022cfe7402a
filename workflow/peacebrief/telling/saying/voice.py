"""Saying aloud what is to be said: phrases by their words, lists by the rule of the language."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from peacebrief.facts.fact import Fact
from peacebrief.reasoning.language import day_in_words, listed
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.number_forms import find_fact, spell
from peacebrief.telling.saying.said import (
    Day,
    Listed,
    Number,
    Opening,
    Phrase,
    Placed,
    Pointed,
    Ruling,
    Said,
    Sentences,
)

LINE_ENDS = re.compile(r"\s*\n\s*")

# Says aloud what is to be said.
Say = Callable[[Said], str]


@cache
def words_environment(folder: Path, *, escaped: bool) -> Environment:
    """The phrases under `folder`; `escaped` where they become part of a page."""
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=escaped,  # noqa: S701 - unescaped only where it becomes no page: the words of figures
        undefined=StrictUndefined,
        finalize=_only_text,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _only_text(value: Any) -> Any:
    if not isinstance(value, str):
        raise TypeError(f"a phrase prints {value!r}; its slots are text")
    return value


class Words:
    """The phrases of the language, and what this case calls its things: names that every phrase may use."""

    def __init__(self, folder: Path, *, escaped: bool, vocabulary: Mapping[str, Any]) -> None:
        self._environment = words_environment(folder, escaped=escaped)
        self._vocabulary = vocabulary
        self._rooms: dict[str, Any] = {}

    def phrase(self, name: str, slots: Mapping[str, str]) -> str:
        """The phrase "room.name" with its slots filled. Raises ValueError where there is no such phrase."""
        room, _, macro = name.partition(".")
        if room not in self._rooms:
            template = self._environment.get_template(f"{room}.jinja")
            self._rooms[room] = template.make_module(dict(self._vocabulary))
        if not hasattr(self._rooms[room], macro):
            raise ValueError(f"no phrase is called {name}")
        said: str = getattr(self._rooms[room], macro)(**slots)
        return type(said)(LINE_ENDS.sub(" ", said))


class Voice(ABC):
    """Says phrases, and what fills their slots; how a number or a source is said is the voice's own."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def say(self, said: Said) -> str:
        """The words of what is to be said."""
        match said:
            case Phrase(name, slots):
                return self._words.phrase(name, {slot: self.say(part) for slot, part in slots.items()})
            case Listed() | Sentences() | Opening():
                return self._joined(said)
            case Number(fact, form):
                return self.number(fact, form)
            case str():
                return self.text(said)
        return self.pointed(said)

    def _joined(self, said: Listed | Sentences | Opening) -> str:
        if isinstance(said, Opening):
            words = self.say(said.said)
            return type(words)(words[:1].upper()) + words[1:]
        parts = [told for part in said.parts if (told := self.say(part))]
        if isinstance(said, Sentences):
            return self.joined(parts, " ")
        if said.way == "clauses" and len(parts) > 1:
            return self._words.phrase("page.clauses", {"first": self.joined(parts[:-1], ", "), "last": parts[-1]})
        if said.way in {"names", "clauses"}:
            return self.listed(parts)
        return self.listed(parts, "or") if said.way == "or" else self.joined(parts, said.way)

    def joined(self, parts: list[str], between: str) -> str:
        """Parts side by side."""
        return between.join(parts)

    def listed(self, parts: list[str], joining: str = "and") -> str:
        """Parts as the language lists them: "a, b and c", or "a, b or c"."""
        return listed(parts, joining)

    def text(self, words: str) -> str:
        """Words of an input."""
        return words

    @abstractmethod
    def number(self, fact: str, form: str) -> str:
        """A fact in one of its forms."""

    @abstractmethod
    def pointed(self, said: Pointed) -> str:
        """What leads somewhere, is led to, or stands out."""


class PageVoice(Voice):
    """A voice whose words are markup."""

    def joined(self, parts: list[str], between: str) -> str:
        """Parts side by side, as markup."""
        return Markup(between).join(parts)  # noqa: S704 - a sign of ours

    def listed(self, parts: list[str], joining: str = "and") -> str:
        """Parts as the language lists them; each is markup already."""
        return Markup(listed([str(part) for part in parts], joining))  # noqa: S704 - the parts are escaped

    def text(self, words: str) -> str:
        """Words of an input, escaped unless they are markup."""
        return Markup.escape(words)


class PlainVoice(Voice):
    """A voice in plain text, for figures: numbers as they are spelt, days in words, nothing that leads anywhere."""

    def __init__(self, words: Words, facts: Mapping[str, Fact]) -> None:
        super().__init__(words)
        self._facts = facts

    def number(self, fact: str, form: str) -> str:
        """A fact in one of its forms. Raises ValueError where there is no such fact, or it has no such form."""
        return spell(find_fact(fact, self._facts), form)

    def pointed(self, said: Pointed) -> str:
        """A ruling in its words, a day as "30 June 2026". Raises ValueError for what only a page can lead to."""
        match said:
            case Ruling(fact):
                return self.number(fact, "words")
            case Placed(fact, form):
                return self.number(fact, form)
            case Day(iso):
                return day_in_words(iso)
        raise ValueError(f"plain text leads nowhere, so it cannot say {said}")


def plainly(known: Known, words: Path) -> Say:
    """How to say in plain text what is told of a case; `words` is the folder of phrases."""
    return PlainVoice(Words(words, escaped=False, vocabulary={"called": known.called}), known.facts).say
