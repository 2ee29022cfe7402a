# The words and the look: which briefs there are, and which files each of them and each figure is made of.
#
# needs: workflow/templates/
# gives: BRIEFS (one page in brief/ is one brief), template_files, STYLE

TEMPLATES = Path("workflow/templates")
BRIEFS = sorted(page.name.removesuffix(".html.jinja") for page in TEMPLATES.glob("brief/*.html.jinja"))
STYLE = [
    str(TEMPLATES / "peacebrief.mplstyle"),
    str(TEMPLATES / "geography/countries.json"),
    *map(str, sorted(TEMPLATES.glob("fonts/*.ttf"))),
]


def template_files(brief):
    """Templates, styles and typefaces that one brief is made of: all but the pages and parts of the other briefs."""
    others = tuple(f"{TEMPLATES}/brief/{other}{end}" for other in BRIEFS if other != brief for end in (".html", "/"))
    files = (str(file) for file in sorted(TEMPLATES.rglob("*.*")) if file.is_file() and file.suffix != ".md")
    return [file for file in files if not file.startswith(others)]
