# The typefaces that the web pages carry, reduced once for all pages of all cases.
#
# needs: workflow/templates/fonts/
# gives: build/faces/<face>.woff2

from peacebrief.typefaces import WEB_FACES


rule subset_faces:
    """Reduce the typefaces to the characters that web pages may have."""
    input:
        code=made_of(
            "subset_faces",
            "peacebrief.commands.briefs.subset_faces",
            files=expand("workflow/templates/fonts/{face}.ttf", face=[face.name for face in WEB_FACES]),
        ),
    output:
        expand("build/faces/{face}.woff2", face=[face.name for face in WEB_FACES]),
    log:
        "build/faces/logs/subset_faces.log",
    benchmark:
        "build/faces/benchmarks/subset_faces.tsv"
    shell:
        "python -m peacebrief subset-faces {output:q} --fonts workflow/templates/fonts 2> {log:q}"
