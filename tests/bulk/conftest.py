"""Files to score."""

import json

import pytest


@pytest.fixture
def write_jsonl(tmp_path):
    """Writes rows, or lines as they stand, to a file and gives its name."""

    def write(content, name="news.jsonl"):
        lines = [one if isinstance(one, str) else json.dumps(one) for one in content]
        path = tmp_path / name
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        return str(path)

    return write
