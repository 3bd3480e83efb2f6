"""Commands in processes of their own, forked from one that has loaded what they need.

Importing it takes up to two seconds, many times what most tests let a command do. How a command starts is what
``tests/test_cli.py`` and others look at, with the fixture ``copydesk``.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import Any

Done = subprocess.CompletedProcess[bytes]


class Loaded:
    """The process that is forked for every command, asked by a line of JSON and answering with an exit code."""

    def __init__(self, server: subprocess.Popen[str]) -> None:
        self._server = server

    def __call__(self, *arguments: str, cwd: str | os.PathLike[str] = ".", input: bytes = b"") -> Done:  # noqa: A002
        """What a command prints and returns, as ``subprocess.run`` tells it."""
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        with tempfile.TemporaryDirectory() as folder:
            streams = [Path(folder, name) for name in ("stdin", "stdout", "stderr")]
            for stream, given in zip(streams, (input, b"", b""), strict=True):
                stream.write_bytes(given)
            asked = {"arguments": arguments, "cwd": os.path.abspath(cwd), "streams": list(map(str, streams))}
            print(json.dumps(asked), file=self._server.stdin, flush=True)
            code = int(self._server.stdout.readline())
            return subprocess.CompletedProcess(arguments, code, *(stream.read_bytes() for stream in streams[1:]))


@contextmanager
def loaded(*modules: str) -> Iterator[Loaded]:
    """Commands forked from a process that has these modules, as far as they are installed, and every rule."""
    with subprocess.Popen(
        [sys.executable, __file__, *modules], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as server:
        yield Loaded(server)


def _become(asked: dict[str, Any]) -> None:
    """Stand where the command is called, with its arguments and its streams."""
    os.chdir(asked["cwd"])
    sys.argv[1:] = asked["arguments"]
    for number, stream in enumerate(asked["streams"]):
        os.dup2(os.open(stream, os.O_WRONLY if number else os.O_RDONLY), number)


if __name__ == "__main__":
    from validator.__main__ import main
    from validator.check import registry

    registry.by_name()
    for module in sys.argv[1:]:
        with suppress(ImportError):
            import_module(module)
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            _become(json.loads(line))
            main()
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
