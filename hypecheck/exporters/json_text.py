"""Values as JSON text that any reader of UTF-8 takes."""

from __future__ import annotations

import json
from typing import Any


def json_text(value: Any) -> str:
    """JSON text of a value, indented, with a line's end behind it.

    Half of a surrogate pair, which no UTF-8 file can hold, is written as an escape.
    """
    text = json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"
