"""Several processes that work ahead of whoever takes their results, and outlive one that is killed."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, Generic, TypeVar

In = TypeVar("In")
Out = TypeVar("Out")

_WAITING = 3  # batches per process that are read ahead
_METHOD = "fork" if sys.platform.startswith("linux") else "spawn"


class Pool(Generic[In, Out]):
    """Processes that work ahead of whoever takes the results."""

    def __init__(
        self,
        ready: Callable[[], Callable[[Sequence[In]], Out]],
        jobs: int,
        lost: Callable[[In], In],
        notice: Callable[[str], None],
    ) -> None:
        self._ready, self._jobs, self._lost, self._notice = ready, jobs, lost, notice
        self._executors: list[ProcessPoolExecutor] = []
        gc.collect()
        gc.freeze()  # what is loaded so far is shared by the processes, and not to be touched
        self._executor = self._started(jobs)
        self._waiting: deque[tuple[Sequence[In], Future[Out]]] = deque()

    def _started(self, jobs: int) -> ProcessPoolExecutor:
        context = multiprocessing.get_context(_METHOD)
        executor = ProcessPoolExecutor(jobs, context, initializer=_begin, initargs=(self._ready,))
        self._executors.append(executor)
        return executor

    def mapped(self, batches: Iterator[Sequence[In]]) -> Iterator[Out]:
        for batch in batches:
            self._submit(batch)
            if len(self._waiting) > _WAITING * self._jobs:
                yield from self._next()
        while self._waiting:
            yield from self._next()

    def _submit(self, batch: Sequence[In]) -> None:
        try:
            future = self._executor.submit(_work, batch)
        except BrokenProcessPool:
            future = Future()
            future.set_exception(BrokenProcessPool())
        self._waiting.append((batch, future))

    def _next(self) -> Iterator[Out]:
        batch, future = self._waiting.popleft()
        try:
            yield future.result()
        except BrokenProcessPool:
            self._notice("a worker was killed; its share is judged again")
            yield from self._again(batch)
            later, self._waiting = list(self._waiting), deque()
            self._executor.shutdown(wait=False)
            self._executor = self._started(self._jobs)
            for one, done in later:
                if done.done() and done.exception() is None:
                    self._waiting.append((one, done))
                else:
                    self._submit(one)

    def _again(self, batch: Sequence[In]) -> Iterator[Out]:
        """The items of a batch one by one, each able to kill nothing but a process of its own."""
        alone = self._started(1)
        for item in batch:
            try:
                yield alone.submit(_work, [item]).result()
            except BrokenProcessPool:
                alone.shutdown(wait=False)
                alone = self._started(1)
                yield alone.submit(_work, [self._lost(item)]).result()
        alone.shutdown()

    def end(self) -> None:
        """Stop every process at once, and wait until what they held is free.

        An executor's own thread waits for its processes. Who waits beside it can be told that there is no such
        process while the thread has not yet noted its end; so the thread is waited for.
        """
        for child in multiprocessing.active_children():
            child.kill()
        for executor in self._executors:
            executor.shutdown(cancel_futures=True)


_WORK: list[Callable[[Any], Any]] = []


def _begin(ready: Callable[[], Callable[[Any], Any]]) -> None:
    """In a new process: an interrupt is the parent's business, its end is ours; what a batch needs is made once."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _WORK[:] = [ready()]


def _end_with_parent() -> None:
    """A parent that was killed tells nobody: its processes would wait for ever, and hold what they write to open."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)


def _work(batch: Any) -> Any:
    return _WORK[0](batch)
