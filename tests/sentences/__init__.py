"""What every sentence of a brief claims, said again without the templates, and fifty sets of inputs to hold it to.

Only what the branch tests of tests/unit/telling cannot show: what a sentence says of other facts and tables than those
that chose it.
"""
