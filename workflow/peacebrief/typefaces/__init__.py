"""The bundled typefaces: which there are, which of them the web pages carry, and for which characters."""

from peacebrief.typefaces.faces import FACES, WEB_FACES, Face
from peacebrief.typefaces.subsetting import CHARACTERS

__all__ = ["CHARACTERS", "FACES", "WEB_FACES", "Face"]
