"""Colours of the categories: a line and a tint each, in light and in dark."""

from __future__ import annotations

#: Category: line on light, tint on light, line on dark, tint on dark. Ink on a tint has a contrast
#: of 7 to 1 or more, a line on the page of 4.5 to 1 or more (WCAG 2.2, 1.4.3 and 1.4.11).
CATEGORIES: dict[str, tuple[str, str, str, str]] = {
    "transformation": ("#b3261e", "#fbdcd7", "#ff9c8f", "#5a231e"),
    "priority": ("#8a4b00", "#fde5c4", "#ffb95c", "#553510"),
    "superlative": ("#6b5c00", "#f6ecb0", "#e3cc4a", "#453c08"),
    "praise": ("#2e6b1f", "#d9f0cf", "#8fd67b", "#22431a"),
    "certainty": ("#00696b", "#c9efee", "#63d3d3", "#0e4344"),
    "scope": ("#1558b0", "#d6e6fc", "#8db9ff", "#1b3a66"),
    "capability": ("#6a3fb5", "#e8defb", "#c3a5ff", "#3d2a66"),
    "rivalry": ("#a3256f", "#fbdaec", "#ff96cb", "#571b3e"),
    "other": ("#4f5965", "#e3e6ea", "#b4bdc8", "#3a414a"),
}
#: Page, panel, ink, quiet ink, rule: light and dark.
GROUND: dict[str, tuple[str, str]] = {
    "page": ("#fbfaf7", "#15171a"),
    "panel": ("#ffffff", "#1e2126"),
    "ink": ("#1b1d20", "#e9e7e2"),
    "quiet": ("#565c64", "#a9b0b9"),
    "rule": ("#dcd8cf", "#363b43"),
    "accent": ("#123f73", "#9cc4ff"),
    "refuted": ("#a5211a", "#ff9c8f"),
    "supported": ("#22662a", "#8fd67b"),
    "open": ("#6d5200", "#e8c860"),
    "heat": ("#d9480f", "#ff8a4c"),
}


def variables() -> str:
    """The colours as custom properties of CSS."""
    ground = "".join(
        f"--{name}:light-dark({light},{dark});" for name, (light, dark) in GROUND.items()
    )
    categories = "".join(
        f".hypecheck .k-{name}{{--line:light-dark({line},{night_line});"
        f"--tint:light-dark({tint},{night})}}\n"
        for name, (line, tint, night_line, night) in CATEGORIES.items()
    )
    return f".hypecheck{{{ground}}}\n{categories}"
