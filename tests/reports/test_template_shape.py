"""Pages hold words, loops, conditions and calls; what is true and which rows there are is decided in `telling`."""

import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, nodes

from peacebrief.briefs.setting.template_code import phrase_of

TEMPLATES = Path(__file__).parents[2] / "workflow/templates"
PAGES = sorted(file for folder in ("brief", "parts", "index") for file in (TEMPLATES / folder).rglob("*.jinja"))
COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
CODE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
PROSE, PLAIN = re.compile(r"\{\{ prose\(.*?\}\}", re.DOTALL), re.compile(r'\{\{ prose\("[\w.]+"\) \}\}')
NAMES = re.compile(r'(?:prose\(|else )"([\w.]+)"')
RUNS_ON = re.compile(r"^.*(?:prose|remark|tell\.).*\{% end\w+ %\}\n(?=\{\{).*", re.MULTILINE)
# What is no word of ours: style and script, commands and names of facts, and what a page tells browsers alone.
UNSPOKEN = re.compile(
    r"<(style|script|code)\b.*?</\1>|<meta name=\"(?!description)[^>]*>|<meta http-equiv[^>]*>|<!DOCTYPE[^>]*>",
    re.DOTALL,
)
SPOKEN = re.compile(r'\b(?:title|alt|aria-label|content|placeholder)="([^"]*)"')
LETTERS, WORDY = re.compile(r"[^\W\d_]"), re.compile(r"[A-Za-z]{2,} [A-Za-z]|^[A-Z][a-z]+[.:]?$")
LONGEST_LINE, MOST_SET, MOST_CODE = 160, 40, 0.25


def source(page):
    return COMMENT.sub("", page.read_text(encoding="utf-8"))


def trees():
    return {page: Environment().parse(page.read_text(encoding="utf-8")) for page in PAGES}  # noqa: S701


def own_words(page):
    """The lines of a page, and the attributes that are read aloud, that have letters outside tags and calls."""
    markup = UNSPOKEN.sub("", CODE.sub("", source(page)))
    lines = [*SPOKEN.findall(markup), *re.sub(r"<[^<>]*>", "\n", markup).splitlines()]
    return [line.strip() for line in lines if LETTERS.search(line)]


def test_a_page_holds_no_word_of_its_own():
    """An editor finds every word in `words/`, and a translator every phrase by its id."""
    assert {page.name: own for page in PAGES if (own := own_words(page))} == {}


def test_a_page_passes_no_words_on():
    """What stands between quotation marks in a call or a choice is a name: of a phrase, a class, a form."""
    told = {page.name: [node.value for node in tree.find_all(nodes.Const) if isinstance(node.value, str)]
            for page, tree in trees().items()}  # fmt: skip
    assert {page: words for page, all_told in told.items() if (words := [*filter(WORDY.search, all_told)])} == {}


def test_a_page_keeps_no_account_of_its_own():
    kept = [page.name for page, tree in trees().items() for call in tree.find_all(nodes.Call)
            if isinstance(call.node, nodes.Name) and call.node.name == "namespace"]  # fmt: skip
    assert kept == []


def test_pages_set_little():
    found = {page.name: len([*tree.find_all((nodes.Assign, nodes.AssignBlock))]) for page, tree in trees().items()}
    assert sum(found.values()) < MOST_SET, {name: count for name, count in found.items() if count}


def test_lines_of_pages_can_be_read():
    long = {page.name: len(line) for page in PAGES for line in page.read_text(encoding="utf-8").splitlines()
            if len(line) > LONGEST_LINE}  # fmt: skip
    assert long == {}


def test_no_sentence_runs_into_the_next():
    """A line that ends in a block loses its end, and with it the space before the words of the next line."""
    lost = {page.name: found for page in PAGES if (found := RUNS_ON.findall(source(page)))}
    assert lost == {}


def with_prose(page):
    """A page with its fixed phrases in their places: they are its words, wherever they stand."""
    own = page.relative_to(TEMPLATES).parts[1].partition(".")[0]

    def put(call):
        said = [fixed_words()[phrase_of(own, name)] for name in NAMES.findall(call[0])]
        return "".join([told_with(call[0]), *said])

    return PROSE.sub(put, source(page))


@cache
def fixed_words():
    """Phrase of a page -> its words without its slots."""
    return {
        f"{file.stem}.{macro.name}": "".join(text.data for text in macro.find_all(nodes.TemplateData))
        for file in TEMPLATES.glob("words/*_prose.jinja")
        for macro in Environment().parse(file.read_text(encoding="utf-8")).find_all(nodes.Macro)  # noqa: S701
    }


def told_with(call):
    """What counts as code of a call for a phrase: all of it where slots are filled, otherwise nothing."""
    return "" if PLAIN.fullmatch(call) else call


def test_pages_are_words_more_than_code():
    """Those that tell; `parts` set out what they tell, and are markup."""
    texts = [with_prose(page) for page in PAGES if page.relative_to(TEMPLATES).parts[0] != "parts"]
    code = sum(len(found) for text in texts for found in CODE.findall(text))
    assert code / sum(map(len, texts)) < MOST_CODE


def test_a_page_decides_nothing_by_a_number():
    """What a number decides is decided in `telling`; a page asks whether there is something to tell."""
    by_number = {page.name for page, tree in trees().items() for operand in tree.find_all(nodes.Operand)
                 if operand.op in {"gt", "gteq", "lt", "lteq"}}  # fmt: skip
    assert by_number == set()
