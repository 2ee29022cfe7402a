"""Briefs: one template per brief, published as a self-contained web page and as an archival, accessible PDF."""

from peacebrief.briefs.figure_file import FigureFile
from peacebrief.briefs.html import render_brief
from peacebrief.briefs.html_checks import GateError, check_html
from peacebrief.briefs.pdf import Attachment, RenderingError, render_pdf
from peacebrief.briefs.pdf_checks import check_pdf
from peacebrief.briefs.pdf_metadata import DocumentInfo

__all__ = [
    "Attachment",
    "DocumentInfo",
    "FigureFile",
    "GateError",
    "RenderingError",
    "check_html",
    "check_pdf",
    "render_brief",
    "render_pdf",
]
