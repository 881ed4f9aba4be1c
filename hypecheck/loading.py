"""Loading much that stays, without searching it again and again for what can go."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unsearched() -> Iterator[None]:
    """Pause the search for garbage while objects are made that stay.

    Python searches all of them each time their number has grown by a quarter: a third of the time
    that the vocabulary takes to load. What was made counts as old afterwards, so that the searches
    to come look at new objects first; nothing is kept from being freed.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        if not gc.get_freeze_count():  # else what someone else has frozen would thaw
            gc.freeze()
            gc.unfreeze()
