"""BatchScorer in the frameworks that it is for: each gives what one process gives."""

import json
import os
import shutil
import subprocess
import sys

import pytest
from bulk_helpers import with_scores

from hypecheck import BatchScorer, check

TEXTS = [f"Report {n} calls the chip a game-changer." for n in range(6)] + ["It reads CSV files."]
WANTED = [check(text, as_of="2025-01-01").score for text in TEXTS]
ROWS = {"text": TEXTS, "date": ["2025-01-01"] * len(TEXTS)}

pytestmark = pytest.mark.filterwarnings("ignore")  # those of the frameworks are theirs


DATASETS = """
import json, sys
import datasets
from hypecheck import BatchScorer
rows = datasets.Dataset.from_dict(json.loads(sys.stdin.read()))
scorer = BatchScorer(details=False)
found = rows.map(scorer, batched=True, batch_size=2, num_proc=2, new_fingerprint="scores")
print(json.dumps(list(found["hype_score"])))
"""


def test_datasets_map_in_two_processes():
    """In a process of its own: `datasets` forks, which other frameworks' threads don't outlive."""
    pytest.importorskip("datasets")
    done = subprocess.run(
        [sys.executable, "-c", DATASETS],
        input=json.dumps(ROWS),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1]) == WANTED


def test_ray_data_map_batches():
    ray = pytest.importorskip("ray")
    data = pytest.importorskip("ray.data")
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, ignore_reinit_error=True)
    try:
        rows = [{"id": str(n), "text": t, "date": "2025-01-01"} for n, t in enumerate(TEXTS)]
        scored = data.from_items(rows).repartition(2).map_batches(BatchScorer(), batch_size=2)
        found = {
            json.loads(row["hype_report"])["id"]: row["hype_score"] for row in scored.take_all()
        }
    finally:
        ray.shutdown()
    assert [found[str(n)] for n in range(len(TEXTS))] == WANTED


def test_dask_map_partitions():
    frames = pytest.importorskip("dask.dataframe")
    distributed = pytest.importorskip("distributed")
    pandas = pytest.importorskip("pandas")
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as here,
        distributed.Client(here),
    ):
        parts = frames.from_pandas(pandas.DataFrame(ROWS), npartitions=2)
        found = parts.map_partitions(with_scores, meta=with_scores(parts._meta)).compute()
    assert found["hype_score"].tolist() == WANTED


@pytest.mark.slow
@pytest.mark.skipif("HYPECHECK_SPARK" not in os.environ, reason="runs in .ci/full")
@pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java")
@pytest.mark.parametrize("adapter", ["map_in_pandas", "map_in_arrow"])
def test_spark_adapters(adapter, monkeypatch):
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    sql = pytest.importorskip("pyspark.sql")
    spark = sql.SparkSession.builder.master("local[2]").getOrCreate()
    try:
        rows = [(n, text, "2025-01-01") for n, text in enumerate(TEXTS)]
        frame = spark.createDataFrame(rows, "n int, text string, date string").repartition(2)
        apply = frame.mapInPandas if adapter == "map_in_pandas" else frame.mapInArrow
        schema = "n int, text string, date string, hype_score double, hype_error string"
        scored = apply(getattr(BatchScorer(details=False), adapter), schema).orderBy("n").collect()
        assert [row["hype_score"] for row in scored] == WANTED
    finally:
        spark.stop()
