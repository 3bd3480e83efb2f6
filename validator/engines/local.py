"""One machine: a function over batches, in this process or in several, its results in the order of the batches."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import TypeVar

In = TypeVar("In")
Out = TypeVar("Out")
Work = Callable[[Sequence[In]], Out]


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def mapped(  # noqa: PLR0913 - each names one thing that happens to a batch or a process
    ready: Callable[[], Work[In, Out]],
    batches: Iterable[Sequence[In]],
    jobs: int,
    heavy: Callable[[Out], bool],
    before: Callable[[], None],
    lost: Callable[[In], In],
    notice: Callable[[str], None],
) -> Iterator[Out]:
    """``ready()`` over every batch, the results in order.

    Batches are worked on in this process up to the first whose result was ``heavy``, so that what a cache answers
    starts no other. What that one loads, and what ``before`` loads where there are more, the processes that are forked
    after it share.
    ``ready`` is called once in each process and must be picklable. A batch whose process was killed is judged
    again, item by item; an item that kills its process twice is handed on as ``lost(item)``. ``notice`` is
    told in one line.
    """
    source = iter(batches)
    work = ready()
    for batch in source:
        result = work(batch)
        yield result
        if jobs > 1 and heavy(result):
            break
    following = list(islice(source, 1))
    if not following:
        return
    from validator.engines.pool import Pool

    before()
    pool = Pool(ready, jobs, lost, notice)
    try:
        yield from pool.mapped(chain(following, source))
    finally:
        pool.end()
