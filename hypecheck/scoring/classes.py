"""Two classes, whatever they are called."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray


def two_classes(y: Sequence[Any]) -> tuple[NDArray[Any], NDArray[np.bool_]]:
    """Both classes in order, and which rows are of the second one.

    Raises
    ------
    ValueError
        There are not two.

    Examples
    --------
    >>> two_classes(["sober", "hype", "sober"])[1].tolist()
    [True, False, True]
    """
    labels = np.asarray(y)
    classes = np.array([False, True]) if labels.dtype == bool else np.unique(labels)
    if len(classes) != 2:
        shown = ", ".join(map(repr, classes[:5].tolist()))
        raise ValueError(f"y has {len(classes)} classes ({shown}). Allowed: two.")
    return classes, labels == classes[1]
