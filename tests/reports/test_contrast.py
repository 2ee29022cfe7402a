"""Text can be read: every pair of ink and ground in the tokens meets WCAG 2.2 AA, in light and in dark."""

import re
from itertools import product
from pathlib import Path

import pytest

CSS = Path(__file__).resolve().parents[2] / "workflow" / "templates" / "css"
TEXT, GROUNDS, LINES = ("ink", "muted", "accent-ink", "caution"), ("paper", "tint"), ("accent",)


def tokens(name):
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", (CSS / name).read_text()))


def luminance(colour):
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", ["tokens.css", "dark.css"])
@pytest.mark.parametrize(("text", "ground"), list(product(TEXT, GROUNDS)))
def test_text_has_four_and_a_half_times_the_luminance_of_its_ground(theme, text, ground):
    colours = tokens(theme)
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", ["tokens.css", "dark.css"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_lines_that_carry_meaning_have_three_times(theme, ground):
    colours = tokens(theme)
    assert all(contrast(colours[line], colours[ground]) >= 3 for line in LINES)


def test_the_dark_theme_gives_every_colour_a_value():
    assert tokens("dark.css").keys() == tokens("tokens.css").keys()


def test_colours_outside_the_tokens_are_those_of_the_tokens():
    known = {*tokens("tokens.css").values(), *tokens("dark.css").values()}
    for sheet in ("shared.css", "print.css", "web.css"):
        assert set(re.findall(r"#[0-9a-f]{6}", (CSS / sheet).read_text())) <= known
