"""The engines that a run can be handed to: each gives what one process gives."""

import pytest

from hypecheck.bulk import Settings, score_files
from hypecheck.bulk.backends import Workers
from hypecheck.errors import InputError

SMALL = Settings(shard_size=3)


def content(count=12):
    return [
        {"id": f"a{n}", "text": f"Report {n} calls the chip a game-changer.", "date": "2025-01-01"}
        for n in range(count)
    ]


def files(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize(("backend", "package"), [("dask", "distributed"), ("ray", "ray")])
@pytest.mark.filterwarnings("ignore")  # those of the engines are theirs
def test_cluster_of_two_gives_what_one_process_gives(backend, package, write_jsonl, tmp_path):
    pytest.importorskip(package)
    name = write_jsonl(content())
    score_files([name], str(tmp_path / "here"), settings=SMALL)
    score_files([name], str(tmp_path / "there"), settings=SMALL, workers=2, backend=backend)
    assert files(tmp_path / "there") == files(tmp_path / "here")


class TestRunningRay:
    """A cluster that runs already is joined, and one that this process has joined is left alone."""

    @pytest.fixture
    def calls(self, monkeypatch):
        ray = pytest.importorskip("ray")
        calls = []
        monkeypatch.setattr(ray, "init", lambda **options: calls.append(options))
        monkeypatch.setattr(ray, "shutdown", lambda: calls.append("shutdown"))
        return calls

    def test_address_is_handed_on(self, calls):
        with Workers(2, "ray", "ray://10.0.0.1:10001"):
            pass
        joined, left = calls
        assert joined["address"] == "ray://10.0.0.1:10001"
        assert left == "shutdown"

    def test_what_runs_already_is_neither_started_nor_ended(self, calls, monkeypatch):
        monkeypatch.setattr("ray.is_initialized", lambda: True)
        with Workers(2, "ray"):
            pass
        assert calls == []


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ((0,), "workers is 0"),
        ((1, "spark"), "backend is 'spark'. Allowed: loky, dask, ray"),
        ((1, "loky", "tcp://10.0.0.1:8786"), "needs a cluster"),
    ],
)
def test_what_is_not_allowed_is_said(arguments, reason):
    with pytest.raises(InputError, match=reason):
        Workers(*arguments)
