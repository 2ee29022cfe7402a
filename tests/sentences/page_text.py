"""A rendered page as plain text in which every printed fact still carries its name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

BLOCKS = frozenset(
    [
        "p",
        "li",
        "h1",
        "h2",
        "h3",
        "td",
        "th",
        "tr",
        "ul",
        "ol",
        "section",
        "div",
        "figure",
        "figcaption",
        "caption",
        "aside",
        "header",
        "footer",
        "table",
        "body",
    ]
)
FACT = r"⟦([^=⟧]+)=[^⟧]*⟧"
PRINTED = re.compile(r"⟦([^=⟧]+)=([^⟧]*)⟧")
# On paper a number is followed by the mark of its row in the annex, which says nothing about it.
REF = re.compile(r'<span class="ref">[^<]*</span>')
SKIPPED = frozenset({"style", "script", "svg", "title"})


@dataclass(frozen=True, slots=True)
class Printed:
    """One printed fact: its name, what a reader sees, and what a machine reads."""

    fact: str
    text: str
    value: str


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.printed: list[Printed] = []
        self.skipping = 0
        self.open: tuple[str, str] | None = None
        self.inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.skipping += tag in SKIPPED
        if tag == "data":
            named = dict(attrs)
            self.open, self.inside = (str(named["data-fact"]), str(named["value"])), []
        elif tag in BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.skipping -= tag in SKIPPED
        if tag == "data" and self.open:
            fact, value = self.open
            text = " ".join("".join(self.inside).split())
            self.printed.append(Printed(fact=fact, text=text, value=value))
            self.open = None
            self.parts.append(f"⟦{fact}={text}⟧")
        elif tag in BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if self.open is not None:
            self.inside.append(data)
        elif not self.skipping:
            self.parts.append(re.sub(r"\s+", " ", data))


def read_page(html: str) -> tuple[str, list[Printed]]:
    """The text of a page, a line for each block, with facts as `⟦name=text⟧`, and the printed facts in order."""
    reader = _Reader()
    reader.feed(REF.sub("", html))
    lines = (" ".join(line.split()) for line in "".join(reader.parts).split("\n"))
    return "\n".join(line for line in lines if line), reader.printed
