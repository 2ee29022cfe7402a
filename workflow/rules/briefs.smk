# The briefs of a case, one job each, both formats together.
#
# needs: build/<case>/facts.json, figures/, inputs/evidence.json, sizing.json; build/faces/; workflow/templates/
# gives: build/<case>/briefs/<brief>.html, build/<case>/briefs/<brief>.pdf; of the page `option` one brief an option
#
# The annex comes last: on paper its register of facts holds what the others print.
#
# Snakemake deletes the outputs of a job before it runs and after it fails, so that briefs are made here, out of the
# readers' sight, and published once they are whole.

from peacebrief.modelling_choices import modelling_choices

# The annex prints the choices marked in any module, so those modules count as something a brief is made of.
CHOOSING = sorted({f"workflow/peacebrief/{choice['module']}" for choice in modelling_choices(PACKAGES / "peacebrief")})

for page in PAGES:
    brief = f"{page}_{{option}}" if page == PER_OPTION else page

    rule:
        name:
            f"render_brief_{page}"
        input:
            facts="build/{case}/facts.json",
            evidence="build/{case}/inputs/evidence.json",
            stages=STAGE_RECORDS,
            figures=expand("build/{{case}}/figures/{figure}.{part}", figure=FIGURES, part=FIGURE_PARTS),
            faces=rules.subset_faces.output,
            templates=template_files(page),
            code=source_files("peacebrief.cli", "peacebrief.commands.render_brief"),
            choices=CHOOSING,
            others=other_briefs if page == "annex" else [],
        output:
            html=f"build/{{case}}/briefs/{brief}.html",
            pdf=f"build/{{case}}/briefs/{brief}.pdf",
        log:
            f"build/{{case}}/logs/render_brief_{brief}.log",
        benchmark:
            f"build/{{case}}/benchmarks/render_brief_{brief}.tsv"
        shell:
            "python -m peacebrief render-brief {output.html:q} {output.pdf:q} --facts {input.facts:q}"
            " --evidence {input.evidence:q} --stages {input.stages:q}"
            " --others {input.others:q} --figures build/{wildcards.case:q}/figures"
            " --faces build/faces --templates workflow/templates 2> {log:q}"
