# Everything a brief may print as a number.
#
# needs: build/<case>/inputs/evidence-<digest>.json, the records of the stages
# gives: build/<case>/facts.json


rule collect_facts:
    """Bring the facts of all stages together and judge the claims against them."""
    input:
        evidence=evidence,
        stages=STAGE_RECORDS,
        code=made_of("collect_facts", "peacebrief.commands.model.collect_facts", files=NAMING_WORDS),
    output:
        "build/{case}/facts.json",
    log:
        "build/{case}/logs/collect_facts.log",
    benchmark:
        "build/{case}/benchmarks/collect_facts.tsv"
    shell:
        "python -m peacebrief collect-facts {input.evidence:q} {input.stages:q} --facts {output:q}"
        " --words workflow/templates/words 2> {log:q}"
