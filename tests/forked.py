"""Commands in processes of their own, forked from one that has Great Expectations loaded.

Its import takes two seconds, many times what a test of gates lets it do.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

Done = subprocess.CompletedProcess[bytes]


class Loaded:
    """The process that is forked for every command, asked by a line of JSON and answering with an exit code."""

    def __init__(self, server: subprocess.Popen[str]) -> None:
        self._server = server

    def __call__(self, *arguments: str, cwd: str | os.PathLike[str]) -> Done:
        """What a command prints and returns, as ``subprocess.run`` tells it."""
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        with tempfile.TemporaryDirectory() as folder:
            streams = [os.path.join(folder, name) for name in ("stdout", "stderr")]
            asked = {"arguments": arguments, "cwd": os.fspath(cwd), "streams": streams}
            print(json.dumps(asked), file=self._server.stdin, flush=True)
            code = int(self._server.stdout.readline())
            return subprocess.CompletedProcess(arguments, code, *(Path(one).read_bytes() for one in streams))


@contextmanager
def loaded() -> Iterator[Loaded]:
    with subprocess.Popen(
        [sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as server:
        yield Loaded(server)


def _become(asked: dict[str, Any]) -> None:
    """Stand where the command is called, with its arguments and its streams."""
    os.chdir(asked["cwd"])
    sys.argv[1:] = asked["arguments"]
    for number, stream in enumerate(asked["streams"], 1):
        os.dup2(os.open(stream, os.O_WRONLY | os.O_CREAT), number)


if __name__ == "__main__":
    from validator.__main__ import main

    with suppress(ImportError):
        import great_expectations  # noqa: F401 - what all this is for

    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            _become(json.loads(line))
            main()
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
