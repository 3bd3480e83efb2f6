"""A small corpus about ferries, and the page about it: what the tests of the page share."""

from __future__ import annotations

import json

BODY = (
    "The council of Brackwater voted on Tuesday to close the old ferry landing for the winter. Repairs to the pier are "
    "to begin in November and will cost about two million, the harbour office said. Commuters will be taken across the "
    "river by bus until the spring, and the three ferrymen keep their posts."
)


def record(number, date, **more):
    return {
        "id": f"n{number:03}",
        "title": f"The ferry of day {number}",
        "date": date,
        "outlet": "Tidewatch" if number % 2 else "Harbour Post",
        "url": f"https://tidewatch.example/{number}",
        "author": "Olga Demidenko",
        "language": "en",
        "text": f"On day {number} the boats were full. {BODY}\n\nShare on Facebook",
        **more,
    }


def reported(copydesk, tmp_path_factory, rows):
    """The folder that holds the rows as ``a.jsonl`` and the page about them as ``report.html``."""
    folder = tmp_path_factory.mktemp("page")
    (folder / "a.jsonl").write_text("".join(json.dumps(one) + "\n" for one in rows), "utf-8")
    done = copydesk("report", "a.jsonl", "-o", "report.html", cwd=folder)
    assert (done.returncode, done.stderr) == (0, b"")
    return folder
