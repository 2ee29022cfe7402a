"""What a page may load while it becomes a PDF: typefaces from the templates folder, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from weasyprint.urls import FatalURLFetchingError, URLFetcher

SUFFIXES = frozenset({".ttf"})
LARGEST_BYTES = 2_000_000


class BundledFilesOnly(URLFetcher):  # type: ignore[misc]
    """Gives files inside `root` with an allowed suffix and size; any other address ends the rendering."""

    def __init__(self, root: Path) -> None:
        super().__init__(allowed_protocols={"file"}, allow_redirects=False, fail_on_errors=True)
        self.root = root.resolve()

    def fetch(self, url: str, headers: Any = None) -> Any:
        """The response for `url`. Raises FatalURLFetchingError for anything but a bundled face."""
        address = urlsplit(url)
        path = Path(url2pathname(address.path)).resolve() if address.scheme == "file" else None
        if path is None or address.netloc or not path.is_relative_to(self.root):
            raise FatalURLFetchingError(f"a brief may load its own typefaces only, not {url[:200]}")
        if path.suffix not in SUFFIXES or not path.is_file() or path.stat().st_size > LARGEST_BYTES:
            raise FatalURLFetchingError(f"{path.name} is not a typeface that a brief may load")
        return super().fetch(path.as_uri(), headers)
