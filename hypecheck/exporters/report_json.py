"""Reports on files as one JSON document, described by the schema of `hypecheck schema`."""

from __future__ import annotations

from collections.abc import Sequence

from hypecheck.exporters.json_schema import SCHEMA_ID
from hypecheck.exporters.json_text import json_text
from hypecheck.types import FileReport, to_row


def render(reports: Sequence[FileReport]) -> str:
    """One document with a row for each file; fields at their default are left out.

    Parameters
    ----------
    reports : sequence of FileReport

    Examples
    --------
    >>> from hypecheck.types import Report
    >>> print(render([FileReport("a.txt", Report("It reads CSV.", 0.25))]), end="")
    {
     "schema": "urn:hypecheck:report:1",
     "files": [
      {
       "path": "a.txt",
       "report": {
        "text": "It reads CSV.",
        "score": 0.25
       }
      }
     ]
    }
    """
    return json_text({"schema": SCHEMA_ID, "files": [to_row(report) for report in reports]})
