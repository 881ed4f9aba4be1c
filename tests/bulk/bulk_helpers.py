"""Small archives, and an output folder as one value that can be compared."""

import json

from hypecheck import BatchScorer

HYPED = "Our revolutionary platform is a game-changer that will transform every industry."
SOBER = "The library reads CSV files and writes JSON."
GERMAN = "Der Bericht nennt das Modell einen Durchbruch, ohne dafür auch nur eine Zahl zu nennen."


def rows(count):
    """Articles that differ from each other, every third one with a loud sentence."""
    for number in range(count):
        loud = f" {HYPED}" if number % 3 == 0 else ""
        yield {
            "id": f"a{number}",
            "title": f"Report {number}",
            "date": f"2024-{number % 12 + 1:02d}-01",
            "outlet": ["Gazette", "Herald"][number % 2],
            "text": f"The council met {number} times. {SOBER}{loud}",
        }


def tree(folder):
    """Every file below a folder with its content."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def read_rows(folder, name="articles"):
    """Rows of an output table in JSONL."""
    return [
        json.loads(line)
        for path in sorted((folder / name).glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]


def read_errors(folder):
    """Lines of errors.jsonl."""
    lines = (folder / "errors.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def with_scores(frame):
    """Frame with its scores, as Dask wants it."""
    (scored,) = BatchScorer(details=False).map_in_pandas([frame])
    return scored.astype({"hype_score": "float64", "hype_error": "object"})
