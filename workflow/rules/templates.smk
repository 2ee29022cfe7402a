# The words and the look: which briefs there are, and which files each of them and each figure is made of.
#
# needs: workflow/templates/, inputs/<case>/options.csv
# gives: PAGES (one page in brief/ is one brief, or one for each option), brief_names, brief_files,
#        published_briefs, other_briefs, template_files, STYLE

from peacebrief.inputs.option_ids import PER_OPTION, option_ids

TEMPLATES = Path("workflow/templates")
PAGES = sorted(page.name.removesuffix(".html.jinja") for page in TEMPLATES.glob("brief/*.html.jinja"))
STYLE = [
    str(TEMPLATES / "peacebrief.mplstyle"),
    str(TEMPLATES / "geography/countries.json"),
    *map(str, sorted(TEMPLATES.glob("fonts/*.ttf"))),
]


wildcard_constraints:
    option="[A-Za-z0-9][A-Za-z0-9_]*",


def brief_names(case):
    """The briefs of a case."""
    options = [f"{PER_OPTION}_{option}" for option in option_ids(Path("inputs"), case)]
    return [page for page in PAGES if page != PER_OPTION] + (options if PER_OPTION in PAGES else [])


def brief_files(case):
    """Every brief of a case where readers find it, in both formats."""
    return [f"reports/{case}/{brief}.{kind}" for brief in brief_names(case) for kind in ("html", "pdf")]


def published_briefs(wildcards):
    """What the checksums of an edition wait for."""
    return brief_files(wildcards.case)


def other_briefs(wildcards):
    """The briefs, before they are published, whose numbers the annex accounts for."""
    return [f"build/{wildcards.case}/briefs/{brief}.html" for brief in brief_names(wildcards.case) if brief != "annex"]


def template_files(page):
    """Templates, styles and typefaces that one page is made of: all but the pages and parts of the other briefs."""
    others = tuple(f"{TEMPLATES}/brief/{other}{end}" for other in PAGES if other != page for end in (".html", "/"))
    files = (str(file) for file in sorted(TEMPLATES.rglob("*.*")) if file.is_file() and file.suffix != ".md")
    return [file for file in files if not file.startswith(others)]
