# The briefs of a case, one job each, both formats together.
#
# needs: build/<case>/facts.json, figures/, inputs/evidence-<digest>.json, citations.json, the records of the stages;
#        build/faces/; workflow/templates/
# gives: build/<case>/briefs/<brief>.html, build/<case>/briefs/<brief>.pdf; of the page `option` one brief an option
#        build/<case>/printed-<digest>.json
#
# On paper the annex holds the facts that the others print. It need not be made again because another brief has other words:
# the list of those facts lies in a file that is named after a digest of the code in the other templates and is written when
# a file of that name is missing; the templates themselves are no inputs of the rule.

from peacebrief.modelling_choices import modelling_choices

# The annex prints the choices marked in any module, so those modules count as something a brief is made of.
CHOOSING = CONTENTS.remembered(
    "modelling choices",
    of=[PACKAGE],
    make=lambda: sorted(
        {f"workflow/peacebrief/{choice['module']}" for choice in modelling_choices(PACKAGES / "peacebrief")}
    ),
)


rule list_printed:
    """List the facts that the briefs other than the annex print."""
    input:
        facts="build/{case}/facts.json",
        evidence=evidence,
        citations="build/{case}/citations.json",
        stages=STAGE_RECORDS,
        figures=DRAWN,
        code=made_of("list_printed", "peacebrief.commands.briefs.list_printed"),
    output:
        "build/{case}/printed-{digest}.json",
    log:
        "build/{case}/logs/list_printed-{digest}.log",
    benchmark:
        "build/{case}/benchmarks/list_printed-{digest}.tsv"
    shell:
        "python -m peacebrief list-printed {output:q} --facts {input.facts:q}"
        " --evidence {input.evidence:q} --citations {input.citations:q} --stages {input.stages:q}"
        " --figures build/{wildcards.case:q}/figures --faces build/faces --templates workflow/templates 2> {log:q}"


for page in PAGES:
    brief = f"{page}_{{option}}" if page == PER_OPTION else page

    rule:
        name:
            f"render_brief_{page}"
        input:
            facts="build/{case}/facts.json",
            evidence=evidence,
            citations="build/{case}/citations.json",
            stages=STAGE_RECORDS,
            figures=DRAWN,
            faces=rules.subset_faces.output,
            code=made_of(
                f"render_brief_{page}",
                "peacebrief.commands.briefs.render_brief",
                "peacebrief.commands.briefs.write_pages",
                "peacebrief.commands.briefs.print_pdf",
                files=[*template_files(page), *(CHOOSING if page == "annex" else [])],
            ),
            printed=printed_facts if page == "annex" else [],
        output:
            html=f"build/{{case}}/briefs/{brief}.html",
            pdf=f"build/{{case}}/briefs/{brief}.pdf",
        log:
            f"build/{{case}}/logs/render_brief_{brief}.log",
        benchmark:
            f"build/{{case}}/benchmarks/render_brief_{brief}.tsv"
        shell:
            "python -m peacebrief render-brief {output.html:q} {output.pdf:q} --facts {input.facts:q}"
            " --evidence {input.evidence:q} --citations {input.citations:q} --stages {input.stages:q}"
            " --printed {input.printed:q} --figures build/{wildcards.case:q}/figures"
            " --faces build/faces --templates workflow/templates 2> {log:q}"
