"""Text from inputs stays text: it can neither act nor hide, and an address can only lead to the web."""

import pytest
from lxml import html as lxml_html

from peacebrief.briefs.pages.figure_in_page import FigureFile, inline_svg
from peacebrief.briefs.setting.environment import printable, safe_url
from peacebrief.briefs.setting.page_checks import check_html

HOSTILE = '<script>alert(1)</script><img src="file:///etc/passwd" onerror=x>"\'</style>{{ 7 * 7 }}'


@pytest.mark.fast_cases(3)
@pytest.mark.parametrize("medium", ["web", "pdf"])
@pytest.mark.parametrize("field", ["title", "question", "edition", "conditioning"])
def test_markup_in_a_field_of_the_case_is_shown_as_text(render, medium, field):
    tree, harmless = (lxml_html.document_fromstring(render(medium, case={field: text})) for text in (HOSTILE, "Text"))
    assert [element.tag for element in tree.iter()] == [element.tag for element in harmless.iter()]
    assert tree.find("head/title").text.count("{{ 7 * 7 }}") == (field == "title")


def test_markup_in_a_source_is_shown_as_text(render):
    source = {
        "key": "dobbins2007guide",
        "entrytype": "online",
        "title": HOSTILE,
        "author": f"{{{HOSTILE}}}",
        "year": "2001",
    }
    other = {"key": "times2026ceiling", "entrytype": "misc", "title": "Other", "year": "2001"}
    tree = lxml_html.document_fromstring(render("pdf", sources=[source, other]))
    assert tree.xpath("//script | //img") == []
    assert "<script>alert(1)</script>" in tree.get_element_by_id("source-dobbins2007guide").text_content()


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//host", "https://a b"]
)
def test_only_web_and_mail_addresses_become_links(render, address):
    source = {"key": "dobbins2007guide", "entrytype": "online", "title": "T", "year": "2001", "url": address}
    with pytest.raises(ValueError, match="not a web or mail address"):
        render("web", sources=[source])
    with pytest.raises(ValueError, match="not a web or mail address"):
        safe_url(address)


def test_control_characters_and_direction_overrides_are_dropped():
    assert printable("troops\u202e000,1\x00\u2066!") == "troops000,1!"


@pytest.mark.parametrize(
    "inside",
    [
        "<script/>",
        '<image href="file:///etc/passwd"/>',
        '<rect onclick="x"/>',
        '<use href="https://a.example/b.svg#c"/>',
        '<rect style="fill: url(https://a.example/x)"/>',
        "<foreignObject/>",
        '<a href="#x"/>',
    ],
)
def test_a_picture_that_could_load_or_run_something_is_refused(inside):
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">{inside}</svg>'
    with pytest.raises(ValueError, match="the figure bars contains an element that a picture may not have"):
        inline_svg(svg, alt="An alternative text.", figure_id="bars")


def test_entities_in_a_picture_are_not_followed(tmp_path):
    (tmp_path / "secret").write_text("secret")
    svg = f'<!DOCTYPE svg [<!ENTITY x SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
    svg += '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><text>&x;</text></svg>'
    assert "secret" not in inline_svg(svg, alt="An alternative text.", figure_id="bars")


@pytest.mark.parametrize(
    "load",
    [
        '<link rel="attachment" href="file:///etc/passwd">',
        '<img src="/etc/passwd" alt="a picture of some length">',
        "<style>@font-face { font-family: x; src: url('file:///etc/passwd') }</style>",
        "<style>p { background: url('https://a.example/x.png') }</style>",
        "<style>@import 'other.css';</style>",
    ],
)
def test_a_page_that_would_load_anything_is_not_rendered(page, to_pdf, load):
    with pytest.raises(ValueError, match=r"^The page|^The attribute"):
        to_pdf(page.replace("</head>", f"{load}</head>"))


@pytest.mark.parametrize(
    "flood",
    [
        "<div>" * 200 + "</div>" * 200,
        "<br>" * 200_000,
        '<table><caption>c</caption><tr><td colspan="100000000">x</td></tr></table>',
    ],
)
def test_a_page_built_to_exhaust_the_renderer_is_refused(web, flood):
    with pytest.raises(ValueError, match=r"nested|elements|spans"):
        check_html(web.replace("</main>", f"{flood}</main>"))


def test_a_figure_file_needs_all_its_words():
    with pytest.raises(TypeError):
        FigureFile(svg="<svg/>", title="only a title")
