"""The gates refuse a brief that is not fit to publish, and say why in one sentence."""

from io import BytesIO

import pikepdf
import pytest

from peacebrief.briefs.printing import pdf as pdf_module
from peacebrief.briefs.printing.pdf import Attachment
from peacebrief.briefs.printing.pdf_metadata import misplaced_notes
from peacebrief.briefs.setting.page_checks import check_html


@pytest.mark.parametrize(
    ("found", "put", "complaint"),
    [
        ("<h2", "<h3", "level 3 follows one of level 1"),
        ("</main>", "<h1>Again</h1></main>", "2 first-level headings"),
        ('lang="en-GB"', 'lang="de"', "British English"),
        ("</main>", '<a href="#nowhere">x</a></main>', "leads nowhere"),
        ("</main>", '<a href="javascript:x">x</a></main>', "neither a web address"),
        ("</main>", '<a href="../secret">x</a></main>', "neither a web address"),
        ("</main>", "<table><tr><th>x</th></tr></table></main>", "no caption"),
        ("</main>", "<script></script></main>", "contains 2 scripts"),
        ("</main>", '<p id="main">x</p></main>', "used twice"),
        ("One bar: monitoring needs 15 to 64 thousand troops.", "A chart.", "alternative text"),
        ("default-src 'none'", "default-src *", "content-security policy"),
        ("</main>", "<p>Peace is \u5e73</p></main>", r"no character U\+5E73 \(\u5e73\), used after “.*Peace is”\.$"),
        ("</main>", "<p>/home/build/x</p></main>", "/home/build"),
        ('id="note-2"', 'id="note-9"', r"leads nowhere|notes"),
    ],
)
def test_a_faulty_page_is_refused(web, found, put, complaint):
    assert found in web
    with pytest.raises(ValueError, match=complaint):
        check_html(web.replace(found, put), forbidden=["/home/build"])


def spoilt(pdf, spoil):
    with pikepdf.open(BytesIO(pdf)) as document:
        spoil(document)
        written = BytesIO()
        document.save(written)
    return written.getvalue()


def remove_language(document):
    del document.Root.Lang


def remove_alternative_text(document):
    next(item for item in document.objects if isinstance(item, pikepdf.Dictionary) and "/Alt" in item).Alt = ""


def add_script(document):
    document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def add_file_link(document):
    link = next(item for item in document.objects if isinstance(item, pikepdf.Dictionary) and item.get("/A"))
    link.A.URI = "file:///home/secret"


def change_claim(document):
    with document.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["pdfuaid:part"] = "2"


def add_launch(document):
    document.Root.Outlines.First.A = pikepdf.Dictionary(S=pikepdf.Name.Launch, F="calculator")


def lose_a_place(document):
    link = next(item for item in document.objects if isinstance(item, pikepdf.Dictionary) and "/Dest" in item)
    link.Dest = "nowhere"


def remove_first_heading(document):
    next(
        item for item in document.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/H1"
    ).S = pikepdf.Name.P


def remove_typeface(document):
    descriptor = next(
        item for item in document.objects if isinstance(item, pikepdf.Dictionary) and "/FontFile2" in item
    )
    del descriptor["/FontFile2"]


def rename_typeface(document):
    descriptor = next(
        item for item in document.objects if isinstance(item, pikepdf.Dictionary) and "/FontFile2" in item
    )
    descriptor.FontName = pikepdf.Name("/ABCDEF+DejaVu-Sans")


@pytest.mark.parametrize(
    ("spoil", "complaint"),
    [
        (remove_language, "British English"),
        (remove_alternative_text, "alternative text"),
        (add_script, "act on opening"),
        (add_file_link, "neither a web address"),
        (change_claim, "does not claim pdfuaid:part 1"),
        (remove_typeface, "not embedded"),
        (rename_typeface, "not one of those bundled"),
        (add_launch, "would act by itself or on a click"),
        (lose_a_place, "leads nowhere in the file"),
        (remove_first_heading, "0 first-level headings"),
    ],
)
def test_a_spoilt_pdf_is_refused(pdf, check_pdf, spoil, complaint):
    with pytest.raises(ValueError, match=complaint):
        check_pdf(spoilt(pdf, spoil))


@pytest.mark.parametrize(
    "trouble",
    [
        "<style>p { colour-of-ink: red; no-such: }</style><p style='float: nonsense;'>x</p><a href='#gone'>x</a>",
        "<p>\u4e2d</p>",
    ],
)
def test_a_complaint_of_the_renderer_fails(page, to_pdf, trouble):
    with pytest.raises(ValueError, match=r"^The page|^The link"):
        to_pdf(page.replace("</main>", f"{trouble}</main>"))


def test_an_attachment_named_unlike_its_type_is_refused(page, to_pdf):
    wrong = Attachment(name="facts.csv", description="d", data=b"{}", mime="application/json")
    with pytest.raises(ValueError, match="not named like"):
        to_pdf(page, [wrong])


def test_a_note_that_is_lost_on_the_way_is_noticed(page, to_pdf, monkeypatch):
    # Two layouts, each of which takes its time, show as well as all that none is taken.
    monkeypatch.setattr(pdf_module, "LAYOUTS", pdf_module.LAYOUTS[:2])
    lost = page.replace("</style>", ".findings .note { display: none }</style>")
    with pytest.raises(ValueError, match=r"notes, the pages show|calls the notes"):
        to_pdf(lost)


def test_no_pages_show_no_notes():
    class Empty:
        pages = ()

    assert misplaced_notes(Empty(), expected=0) == ""
    assert misplaced_notes(Empty(), expected=2) == "The text has 2 notes, the pages show 0."


def test_a_pdf_that_names_the_machine_that_built_it_is_refused(pdf, check_pdf):
    with pytest.raises(ValueError, match="'Source-Sans-3', which belongs to the machine"):
        check_pdf(pdf, forbidden=["Source-Sans-3"])
