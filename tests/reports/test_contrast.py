"""Text can be read: every pair of ink and ground in the sheets meets WCAG 2.2 AA, in light and in dark."""

import re
from itertools import product
from pathlib import Path

import pytest

CSS = Path(__file__).resolve().parents[2] / "workflow" / "templates" / "css"
SHEETS = sorted(path.name for path in CSS.glob("*.css"))
TEXT, GROUNDS, LINES = ("ink", "muted", "accent-ink", "caution"), ("paper", "tint"), ("accent", "caution", "muted")
THEMES = ("tokens.css", "dark.css")
# Properties that paint. They take a token for text, for a ground or for a line, or a word that paints nothing.
COLOUR = re.compile(r"(?<![\w-])(color|background|background-color|border[a-z-]*-color|outline-color)\s*:\s*([^;}]+)")
TOKEN = re.compile(r"var\(--([a-z-]+)(?:, var\(--([a-z-]+)\))?\)")
NOTHING_OWN = {"inherit", "none", "transparent", "currentcolor", "light", "light dark"}
SYSTEM = {"ButtonText", "Highlight", "CanvasText", "Canvas", "LinkText"}
# The paper of figures, which stays white in the dark, and arrows drawn as a ground in the colour of a text.
PAPER, DRAWN = "#ffffff", "clip-path"


def source(name):
    return re.sub(r"/\*.*?\*/", " ", (CSS / name).read_text(encoding="utf-8"), flags=re.DOTALL)


def tokens(name):
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", source(name)))


def luminance(colour):
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def painted(name):
    """Each declaration of a colour in a sheet: property, tokens or literal, and the rule that it stands in."""
    for rule in re.findall(r"\{([^{}]*)\}", source(name)):
        for kind, value in COLOUR.findall(rule):
            found = TOKEN.fullmatch(value.strip())
            yield kind, [one for one in found.groups() if one] if found else value.strip(), rule


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("text", "ground"), list(product(TEXT, GROUNDS)))
def test_text_has_four_and_a_half_times_the_luminance_of_its_ground(theme, text, ground):
    colours = tokens(theme)
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("line", "ground"), list(product(LINES, GROUNDS)))
def test_lines_that_carry_meaning_have_three_times(theme, line, ground):
    colours = tokens(theme)
    assert contrast(colours[line], colours[ground]) >= 3


@pytest.mark.parametrize("name", SHEETS)
def test_every_sheet_writes_in_the_colours_of_text_on_the_grounds_that_were_computed(name):
    for kind, value, rule in painted(name):
        if "gradient" in value:
            assert set(re.findall(r"--([a-z-]+)", value)) <= {*GROUNDS, "rule"}, f"{kind}: {value}"
        elif isinstance(value, str):
            assert value.lower() in NOTHING_OWN or value in SYSTEM or value == PAPER, f"{kind}: {value}"
        elif kind == "color" or DRAWN in rule:
            assert set(value) <= {*TEXT, "mark"}, f"{kind}: {value}"
        elif kind.startswith("background"):
            assert set(value) <= set(GROUNDS), f"{kind}: {value}"
        else:
            assert set(value) <= {*LINES, *TEXT, "rule"}, f"{kind}: {value}"


@pytest.mark.parametrize("name", ["trail.css", "panel.css"])
def test_marks_and_panel_name_their_colours(name):
    assert any(kind == "color" and not isinstance(value, str) for kind, value, _ in painted(name))


def test_no_text_is_made_faint_by_seeing_through_it():
    assert [name for name in SHEETS if re.search(r"(?<![\w-])opacity\s*:", source(name))] == []


def test_the_dark_theme_gives_every_colour_a_value():
    assert tokens("dark.css").keys() == tokens("tokens.css").keys()


def test_colours_outside_the_tokens_are_those_of_the_tokens():
    known = {*tokens("tokens.css").values(), *tokens("dark.css").values()}
    for sheet in SHEETS:
        assert set(re.findall(r"#[0-9a-f]{6}", source(sheet))) <= known
