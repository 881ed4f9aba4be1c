"""Score a folder of dated texts and draw the mean score of each month as SVG.

    python examples/hype_over_time.py [FOLDER] [PICTURE]

A text's date is its file name: 2024-05-19.txt. Needs nothing but hypecheck.
"""

import sys
from collections import defaultdict
from pathlib import Path
from statistics import mean

import hypecheck

HERE = Path(__file__).parent
WIDTH, HEIGHT, EDGE = 640, 260, 44


def monthly(folder: Path) -> dict[str, float]:
    """Mean score of the texts of each month."""
    articles = [
        hypecheck.Article(path.read_text(encoding="utf-8"), id=path.stem, published=path.stem)
        for path in sorted(folder.glob("*.txt"))
    ]
    scores: dict[str, list[float]] = defaultdict(list)
    for report in hypecheck.score_articles(articles):
        scores[report.as_of[:7]].append(report.score)
    return {month: mean(found) for month, found in sorted(scores.items())}


def draw(means: dict[str, float]) -> str:
    """A line chart as SVG text."""
    step = (WIDTH - 2 * EDGE) / max(1, len(means) - 1)
    points = [
        (EDGE + number * step, HEIGHT - EDGE - value * (HEIGHT - 2 * EDGE))
        for number, value in enumerate(means.values())
    ]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    marks = "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4"><title>{month}: {value:.2f}</title></circle>'
        for (x, y), (month, value) in zip(points, means.items(), strict=True)
    )
    months = "".join(
        f'<text x="{x:.1f}" y="{HEIGHT - EDGE + 20}" text-anchor="middle">{month[2:]}</text>'
        for (x, _), month in zip(points, means, strict=True)
    )
    scale = "".join(
        f'<line x1="{EDGE}" x2="{WIDTH - EDGE}" y1="{y:.1f}" y2="{y:.1f}" stroke="#d5dede"/>'
        f'<text x="{EDGE - 8}" y="{y + 4:.1f}" text-anchor="end">{share:g}</text>'
        for share in (0, 0.25, 0.5, 0.75, 1)
        for y in [HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE)]
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">'
        "<title>Mean score of each month</title>"
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>'
        f'<g font-family="system-ui, sans-serif" font-size="12" fill="#1c2b2b">{scale}{months}</g>'
        f'<polyline points="{line}" fill="none" stroke="#2a7f78" stroke-width="2.5"/>'
        f'<g fill="#2a7f78">{marks}</g></svg>\n'
    )


def main(folder: Path = HERE / "newsletter", picture: Path = Path("hype-over-time.svg")) -> None:
    """Print the means and write the picture."""
    means = monthly(folder)
    for month, value in means.items():
        print(f"{month} {value:.2f} {'#' * round(value * 40)}")
    picture.write_text(draw(means), encoding="utf-8")
    print(f"drawn: {picture.name}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
