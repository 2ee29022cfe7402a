# The pages on which a reader arrives: one for each edition, and one that lists them all.
#
# needs: build/<case>/briefs/, data/, figures/, facts.json, citations.json, inputs/evidence.json, the records of the stages;
#        workflow/templates/index/; for the list the landing pages in reports/
# gives: build/<case>/index.html, which publish_data publishes with the rest of the edition; reports/index.html
#
# The list tells what lies in reports/, whichever cases were asked for in this run.

OVERVIEW = "reports/index.html"


rule render_index:
    """Where an edition begins: its answer, its briefs, its data, and how to check and rebuild it."""
    input:
        facts="build/{case}/facts.json",
        evidence="build/{case}/inputs/evidence.json",
        citations="build/{case}/citations.json",
        stages=STAGE_RECORDS,
        briefs=finished_briefs,
        data="build/{case}/data",
        figures=expand("build/{{case}}/figures/{figure}.{part}", figure=FIGURES, part=["svg", "png", "csv"]),
        captions=expand("build/{{case}}/figures/{figure}.json", figure=FIGURES),
        faces=rules.subset_faces.output,
        templates=INDEX_TEMPLATES,
        code=source_files("peacebrief.cli", "peacebrief.commands.render_index"),
    output:
        "build/{case}/index.html",
    log:
        "build/{case}/logs/render_index.log",
    benchmark:
        "build/{case}/benchmarks/render_index.tsv"
    shell:
        "python -m peacebrief render-index {output:q} --facts {input.facts:q} --evidence {input.evidence:q}"
        " --citations {input.citations:q} --stages {input.stages:q} --briefs {input.briefs:q} --data {input.data:q}/*"
        " --figures {input.figures:q} --captions {input.captions:q}"
        " --faces build/faces --templates workflow/templates 2> {log:q}"


rule render_overview:
    """All cases published, with their questions."""
    input:
        editions=expand("reports/{case}/index.html", case=SELECTED),
        faces=rules.subset_faces.output,
        templates=INDEX_TEMPLATES,
        code=source_files("peacebrief.cli", "peacebrief.commands.render_overview"),
    output:
        "build/overview/index.html",
    log:
        "build/overview/logs/render_overview.log",
    benchmark:
        "build/overview/benchmarks/render_overview.tsv"
    shell:
        "python -m peacebrief render-overview {output:q} --reports reports"
        " --faces build/faces --templates workflow/templates 2> {log:q}"


rule publish_overview:
    """Put the list of cases in the place of the last one."""
    input:
        page=rules.render_overview.output,
        code=source_files("peacebrief.cli", "peacebrief.commands.publish_brief"),
    output:
        OVERVIEW,
    log:
        "build/overview/logs/publish_overview.log",
    benchmark:
        "build/overview/benchmarks/publish_overview.tsv"
    shell:
        "python -m peacebrief publish-brief {input.page:q} --folder reports 2> {log:q}"
