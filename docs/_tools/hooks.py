"""What mkdocs does for this site beside its own: cards as pages, links out of docs/, navigation."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File

ROOT = Path(__file__).parents[2]
#: Files outside docs/ that are pages, and pictures they show, by where they stand in the site.
CARDS = {
    "cards/hypecheck-v1.md": "corpora/hypecheck-v1/README.md",
    "cards/claims.md": "corpora/claims/README.md",
    "cards/model.md": "models/hypecheck-en/card.md",
    "changelog.md": "CHANGELOG.md",
    "contributing.md": "CONTRIBUTING.md",
    "security.md": "SECURITY.md",
}
PICTURES = "models/hypecheck-en"
_LINK = re.compile(r"(!?)\[([^\]]*)\]\((?!https?:|#|mailto:)([^)#\s]+)(#[^)\s]*)?\)")
_HEAD = re.compile(r"\A---\n.*?\n---\n", re.S)


def on_config(config: Any) -> Any:
    """Put pages that the navigation doesn't name under "More"."""
    named = set(_paths(config.nav)) | set(CARDS)
    docs = Path(config.docs_dir)
    more = [
        path.relative_to(docs).as_posix()
        for path in sorted(docs.rglob("*.md"))
        if path.relative_to(docs).as_posix() not in named
    ]
    if more:
        config.nav.append({"More": more})
    return config


def on_files(files: Any, config: Any) -> Any:
    """Add the cards and the pictures of the model's."""
    for target, source in CARDS.items():
        text = _HEAD.sub("", (ROOT / source).read_text(encoding="utf-8"))
        files.append(File.generated(config, target, content=_moved(text, source, target)))
    for picture in sorted((ROOT / PICTURES).glob("*.svg")):
        target = f"cards/{picture.name}"
        files.append(File.generated(config, target, abs_src_path=str(picture)))
    return files


def on_page_markdown(markdown: str, *, page: Any, **_: Any) -> str:
    """Lead links out of docs/ to the page of the same file; others become plain words."""
    return _moved(markdown, f"docs/{page.file.src_uri}", page.file.src_uri)


def _moved(text: str, source: str, target: str) -> str:
    """Text of a file with its links as they must be where the file stands in the site."""
    pages = {path: name for name, path in CARDS.items()}

    def link(match: re.Match[str]) -> str:
        picture, words, path, anchor = match[1], match[2], match[3], match[4] or ""
        whole = posixpath.normpath(posixpath.join(posixpath.dirname(source), path))
        inside = whole.removeprefix("docs/") if whole.startswith("docs/") else pages.get(whole)
        if inside is None and picture and whole.startswith(PICTURES):
            inside = f"cards/{posixpath.basename(whole)}"
        if inside is None:
            return match[0] if source.startswith("docs/") and not _outside(whole) else words
        to = posixpath.relpath(inside, posixpath.dirname(target) or ".")
        return f"{picture}[{words}]({to}{anchor})"

    return _LINK.sub(link, text)


def _outside(path: str) -> bool:
    return (ROOT / path).exists()


def _paths(nav: Any) -> list[str]:
    if isinstance(nav, str):
        return [nav]
    items = nav.values() if isinstance(nav, dict) else nav or []
    return [path for item in items for path in _paths(item)]
