"""Arrow without pandas, which pyarrow imports where it is installed: 25 MB, and a tenth of a second at every start."""

from __future__ import annotations

import sys
from functools import cache

own_process = False
"""Whether the process is the command's own, set by it: what pyarrow is told of pandas holds for all in the process."""


class _Absent:
    """A finder that says of pandas that it is not there."""

    @staticmethod
    def find_spec(name: str, _path: object = None, _target: object = None) -> None:
        if name == "pandas":
            raise ModuleNotFoundError(name=name)


@cache
def alone() -> None:
    """Let pyarrow ask now whether there is pandas, and hear no; to be called before the first array is made.

    It asks but once. Whoever imports pandas later has it, and gets tables as its frames from pyarrow.
    """
    import pyarrow as pa

    if not own_process or "pandas" in sys.modules:
        return
    sys.meta_path.insert(0, _Absent)
    try:
        pa.array([0])  # of a type that is to be found out, for which pyarrow asks a second time
    finally:
        sys.meta_path.remove(_Absent)
