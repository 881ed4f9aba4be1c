"""Where shards are scored: in this process, in others, or on a cluster of Dask or Ray."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from typing import Any, TypeVar

from hypecheck.errors import InputError, MissingExtraError

BACKENDS = ("loky", "dask", "ray")
#: Tasks that are on their way for every worker, where results come in lots.
_LOT = 16

Task = TypeVar("Task")
Result = TypeVar("Result")


class WorkersLost(InputError):
    """A worker was ended from outside, most often by the system for want of memory."""


class Workers:
    """Workers that run one function over many tasks; a context manager.

    Parameters
    ----------
    count : int
        Processes of "loky", or workers of a cluster that is started for the run.
    backend : {"loky", "dask", "ray"}
        A backend of joblib; with one loky worker, everything runs in this process.
    address : str, optional
        Scheduler of a running cluster ("tcp://10.0.0.1:8786", "ray://10.0.0.1:10001").

    Raises
    ------
    InputError
        An argument isn't allowed.
    """

    def __init__(self, count: int = 1, backend: str = "loky", address: str | None = None) -> None:
        if count < 1:
            raise InputError(f"The number of workers is {count}. Allowed: 1 or more.")
        if backend not in BACKENDS:
            raise InputError(f"The backend is {backend!r}. Allowed: {', '.join(BACKENDS)}.")
        if address is not None and backend == "loky":
            raise InputError("An address needs a cluster. Name its backend: dask or ray.")
        self.count, self.backend, self.address = count, backend, address
        self._stack = ExitStack()

    def __enter__(self) -> Workers:
        if self.backend == "dask":
            self._start_dask()
        elif self.backend == "ray":
            self._start_ray()
        return self

    def __exit__(self, *error: object) -> None:
        self._stack.close()

    def map(self, function: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """Results as they come, in any order.

        Raises
        ------
        WorkersLost
            A worker process was ended; the next call starts new ones.
        """
        if self.backend == "loky" and self.count == 1:
            yield from map(function, tasks)
            return
        from joblib.externals.loky.process_executor import BrokenProcessPool

        try:
            yield from self._map(function, tasks)
        except BrokenProcessPool:
            raise WorkersLost("A worker was ended by the system or by someone else.") from None

    def _map(self, function: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
        from joblib import Parallel, delayed, parallel_config

        count = -1 if self.address else self.count
        with parallel_config(backend=self.backend, n_jobs=count):
            if self.backend == "loky":
                run = Parallel(return_as="generator_unordered", pre_dispatch="2 * n_jobs")
                yield from run(delayed(function)(task) for task in tasks)
                return
            stream = iter(tasks)
            while lot := list(islice(stream, _LOT * self.count)):
                yield from Parallel(batch_size=1)(delayed(function)(task) for task in lot)

    def _start_dask(self) -> None:
        try:
            from distributed import Client, LocalCluster
        except ImportError:
            raise MissingExtraError("distributed", "dask") from None
        cluster: Any = self.address or self._stack.enter_context(
            LocalCluster(n_workers=self.count, threads_per_worker=1, dashboard_address=None)
        )
        self._stack.enter_context(Client(cluster))

    def _start_ray(self) -> None:
        try:
            import ray
            from ray.util.joblib import register_ray
        except ImportError:
            raise MissingExtraError("ray", "ray") from None
        register_ray()
        if ray.is_initialized():
            return
        if self.address:
            ray.init(address=self.address, log_to_driver=False)
        else:
            ray.init(num_cpus=self.count, include_dashboard=False, log_to_driver=False)
        self._stack.callback(ray.shutdown)
