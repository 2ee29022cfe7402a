# The words and the look: which briefs there are, and which files each of them and each figure is made of.
#
# needs: workflow/templates/, inputs/<case>/options.csv
# gives: PAGES (one page in brief/ is one brief, or one for each option), brief_names, brief_files,
#        finished_briefs, published_briefs, printed_facts, template_files, STYLE, INDEX_TEMPLATES

from peacebrief.briefs.brief_page import names_of_briefs, pages_in
from peacebrief.briefs.template_code import code_digest
from peacebrief.inputs.option_ids import PER_OPTION, option_ids

TEMPLATES = Path("workflow/templates")
PAGES = pages_in(TEMPLATES)
STYLE = [
    str(TEMPLATES / "peacebrief.mplstyle"),
    str(TEMPLATES / "geography/countries.json"),
    *map(str, sorted(TEMPLATES.glob("fonts/*.ttf"))),
]
# Not of every page: pages themselves, what figures and citations are made of, and what no program reads.
APART = ("brief/", "index/", "csl/", "geography/", "peacebrief.mplstyle")
SHARED = [
    file
    for file in sorted(TEMPLATES.rglob("*.*"))
    if file.is_file()
    and file.suffix not in {".md", ".txt"}
    and not file.relative_to(TEMPLATES).as_posix().startswith(APART)
]


wildcard_constraints:
    option="[A-Za-z0-9][A-Za-z0-9_]*",


def brief_names(case):
    """The briefs of a case."""
    return names_of_briefs(PAGES, option_ids(Path("inputs"), case))


def brief_files(case):
    """Every brief of a case where readers find it, in both formats."""
    return [f"reports/{case}/{brief}.{kind}" for brief in brief_names(case) for kind in ("html", "pdf")]


def published_briefs(wildcards):
    """What the checksums of an edition wait for."""
    return brief_files(wildcards.case)


def finished_briefs(wildcards):
    """Every brief of a case before it is published, in both formats."""
    return [
        f"build/{wildcards.case}/briefs/{brief}.{kind}"
        for brief in brief_names(wildcards.case)
        for kind in ("html", "pdf")
    ]


def every_template(wildcards):
    """All that any brief is made of."""
    return sorted({file for page in PAGES for file in template_files(page)})


def printed_facts(wildcards):
    """Which facts the other briefs print: a file named after what decides it, apart from the facts themselves."""
    pages = [file for file in TEMPLATES.glob("brief/**/*.jinja") if not is_part_of(file, "annex")]
    digest = code_digest([*pages, *TEMPLATES.glob("parts/*.jinja")])
    return f"build/{wildcards.case}/printed-{digest[:DIGITS]}.json"


def is_part_of(file, page):
    """Whether a template belongs to one page alone."""
    return file.relative_to(TEMPLATES / "brief").parts[0] in {page, f"{page}.html.jinja"}


def template_files(page):
    """Templates, styles and typefaces that one page is made of."""
    own = [file for file in TEMPLATES.glob("brief/**/*.jinja") if is_part_of(file, page)]
    return sorted(map(str, [*own, *SHARED]))


# What the landing pages are made of.
INDEX_TEMPLATES = [*map(str, SHARED), *map(str, sorted(TEMPLATES.glob("index/*.jinja")))]
