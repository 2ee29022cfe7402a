# The pages on which a reader arrives: one for each edition, and one that lists them all.
#
# needs: build/<case>/briefs/, data/, figures/, facts.json, citations.json, inputs/evidence-<digest>.json, the records of the
#        stages; workflow/templates/index/; for the list the landing pages in reports/
# gives: build/<case>/index.html, which publish_edition publishes with the rest of the edition
#        build/overview/index.html, put into reports/ by the same command
#
# The list tells what lies in reports/, whichever cases were asked for in this run.

OVERVIEW = "build/overview/index.html"
# Editions that this run does not make.
OTHER_EDITIONS = [page for page in sorted(Path("reports").glob("[!.]*/index.html")) if page.parent.name not in SELECTED]


rule render_index:
    """Where an edition begins: its answer, its briefs, its data, and how to check and rebuild it."""
    input:
        facts="build/{case}/facts.json",
        evidence=evidence,
        citations="build/{case}/citations.json",
        stages=STAGE_RECORDS,
        briefs=finished_briefs,
        data="build/{case}/data/facts.json",
        figures=PUBLISHED_FIGURES,
        captions=expand("build/{{case}}/figures/{figure}.json", figure=FIGURES),
        faces=rules.subset_faces.output,
        code=made_of("render_index", "peacebrief.commands.editions.render_index", files=INDEX_TEMPLATES),
    output:
        "build/{case}/index.html",
    log:
        "build/{case}/logs/render_index.log",
    benchmark:
        "build/{case}/benchmarks/render_index.tsv"
    shell:
        "python -m peacebrief render-index {output:q} --facts {input.facts:q} --evidence {input.evidence:q}"
        " --citations {input.citations:q} --stages {input.stages:q} --briefs {input.briefs:q} --data build/{wildcards.case:q}/data/*"
        " --figures {input.figures:q} --captions {input.captions:q}"
        " --faces build/faces --templates workflow/templates 2> {log:q}"


rule publish_overview:
    """All cases published, with their questions, in the place of the last list."""
    input:
        editions=expand("build/{case}/published.json", case=SELECTED),
        faces=rules.subset_faces.output,
        code=made_of(
            "publish_overview",
            "peacebrief.commands.editions.publish_overview",
            files=[*INDEX_TEMPLATES, *OTHER_EDITIONS],
        ),
    output:
        OVERVIEW,
    log:
        "build/overview/logs/publish_overview.log",
    benchmark:
        "build/overview/benchmarks/publish_overview.tsv"
    shell:
        "python -m peacebrief publish-overview {output:q} --reports reports"
        " --faces build/faces --templates workflow/templates 2> {log:q}"
