"""One fault of each kind: the run ends in one line or goes on, and nothing is lost or there twice."""

import os
import signal
import warnings

import faults
import pytest
from fault_tasks import grow, kill_once
from faults import FAULTS, Bench, Seen, can_mount, numpy_waits
from joblib.externals.loky import get_reusable_executor

from hypecheck.bulk import Settings, runner, score_files
from hypecheck.bulk.backends import Workers, WorkersLost
from hypecheck.bulk.sources import find_sources, stamps_of
from hypecheck.bulk.worker import STATE
from hypecheck.errors import InputError

SMALL = Settings(shard_size=4, only_english=False)


@pytest.fixture(scope="module")
def bench(tmp_path_factory):
    return Bench(tmp_path_factory.mktemp("faults"), seed=7)


@pytest.mark.parametrize("name", [name for name in FAULTS if "disk" not in name])
def test_fault_is_survived(bench, tmp_path, name):
    if "memory" in name and numpy_waits():
        pytest.skip("NumPy before 2.4.2 waits for ever when memory runs out at its start")
    bench.out = tmp_path / "out"
    seen = FAULTS[name](bench)
    assert seen.survived, seen


@pytest.mark.skipif(not can_mount(), reason="needs a file system of its own")
@pytest.mark.parametrize("name", [name for name in FAULTS if "disk" in name])
def test_fault_of_a_disk_is_survived(bench, name):
    for _ in range(3):  # on a busy machine the run may be over before it is disturbed
        seen = FAULTS[name](bench)
        assert seen.survived, seen
        if seen.code:
            break
    assert seen.code == 3
    assert "finished shards are kept" in seen.words or "can be written to" in seen.words


def test_an_undisturbed_run_is_no_survivor_if_its_output_differs():
    assert not Seen(0, "", whole=False).survived
    assert not Seen(0, "Traceback (most recent call last)", whole=True).survived
    assert not Seen(1, "", whole=True).survived
    assert Seen(-signal.SIGKILL, "", whole=True).survived


def test_a_lost_worker_is_told_apart_from_other_errors(tmp_path):
    get_reusable_executor().shutdown()  # joblib misses the end of what it starts after a rest
    with Workers(2) as pool, pytest.raises(WorkersLost):
        list(pool.map(kill_once, [tmp_path / "mark"]))
    with Workers(2) as pool:
        assert list(pool.map(kill_once, [tmp_path / "mark"])) == ["mark"]


class Losing:
    """Workers that are lost before they have done anything."""

    tries = 0

    def map(self, function, jobs):
        self.tries += 1
        raise WorkersLost("A worker was ended.")
        yield


def planned(write_rows, tmp_path):
    folder = runner.Folder(str(tmp_path / "out"))
    folder.make()
    sources = find_sources([write_rows])
    plan = runner._plan(folder, sources, SMALL, Workers(1))
    return folder, plan, list(runner.shards_of(sources, [plan.inputs[0][2]], SMALL.shard_size))


@pytest.fixture
def news(tmp_path):
    path = tmp_path / "news.jsonl"
    path.write_text('{"text": "It is a game-changer."}\n' * 10, encoding="utf-8")
    return str(path)


def test_a_run_that_only_loses_workers_ends_after_three_tries(news, tmp_path):
    folder, plan, shards = planned(news, tmp_path)
    workers = Losing()
    with pytest.raises(InputError, match="happened 3 times at or after rows 1 to 4 of") as error:
        runner._score(folder, plan, iter(shards), workers, lambda _: None)
    assert "finished shards are kept" in str(error.value)
    assert workers.tries == 3


def test_tries_are_counted_anew_when_something_was_finished(news, tmp_path):
    folder, plan, shards = planned(news, tmp_path)

    class OneEach(Losing):
        """Workers that finish one shard before they are lost."""

        def map(self, function, jobs):
            self.tries += 1
            yield function(next(jobs))
            raise WorkersLost("A worker was ended.")

    workers, seen = OneEach(), []
    runner._score(folder, plan, iter(shards), workers, seen.append)
    assert workers.tries == 3
    assert folder.names(STATE) >= {f"part-00000{number}.json" for number in range(3)}
    assert [seen[0].articles, seen[-1].articles] == [0, 10]


def test_too_little_memory_is_one_line(news, tmp_path):
    folder, plan, shards = planned(news, tmp_path)

    class Full(Losing):
        def map(self, function, jobs):
            raise MemoryError
            yield

    with pytest.raises(InputError, match="memory did not suffice"):
        runner._score(folder, plan, iter(shards), Full(), lambda _: None)


def test_a_worker_that_is_replaced_because_it_grew_loses_nothing():
    """joblib ends a worker that has grown by 300 MB, and hands its tasks to a new one."""
    with Workers(2) as pool, warnings.catch_warnings():
        warnings.filterwarnings("ignore", "A worker stopped")
        assert sorted(pool.map(grow, range(24))) == list(range(24))


@pytest.mark.parametrize(
    "change", [lambda text: text + "{}\n", lambda text: text[1:], lambda text: text.swapcase()]
)
def test_a_changed_file_is_noticed(news, tmp_path, monkeypatch, change):
    def meanwhile(folder, plan, shards, pool, progress):
        with open(news, "r+", encoding="utf-8") as file:  # noqa: PTH123  # written in place
            text = change(file.read())
            file.seek(0)
            file.truncate()
            file.write(text)
        os.utime(news, ns=(1, 1))

    monkeypatch.setattr(runner, "_score", meanwhile)
    with pytest.raises(InputError, match=r"news\.jsonl changed while it was read"):
        score_files([news], str(tmp_path / "out"), settings=SMALL)
    assert not (tmp_path / "out" / "summary.json").exists()


def test_a_file_that_is_gone_has_no_stamp(news):
    (source,) = find_sources([news])
    before = stamps_of([source])
    os.remove(news)  # noqa: PTH107  # a name as the command gave it
    assert stamps_of([source]) == {news: None} != before


def test_a_file_that_lost_rows_ends_its_shard(news, tmp_path):
    _, plan, shards = planned(news, tmp_path)
    with open(news, "w", encoding="utf-8") as file:  # noqa: PTH123
        file.write('{"text": "It is a game-changer."}\n')
    job = runner.Job(shards[0], plan.settings, str(tmp_path / "out"), plan.today)
    with pytest.raises(
        InputError, match="had 4 rows from row 1 on when the run began, and now has 1"
    ):
        runner.score_shard(job)
    assert not list((tmp_path / "out").rglob("part-*"))


def test_every_fault_says_what_it_is():
    assert all(function.__doc__ for function in faults.FAULTS.values())
