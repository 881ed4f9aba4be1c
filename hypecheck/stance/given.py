"""What a hedge leaves alone: words that present a thing as there already."""

from __future__ import annotations

import re

#: "with its", "by our": what follows is taken as given, not as what may happen.
_GIVEN = re.compile(
    r"(?:(?<!\bone )\b(?:by|with|through|via|using|leveraging|from|of|in|into|across|on|at|under|to"
    r"|thanks to)\s+"
    r"(?:its|our|their|his|her|this|these|those|your|my|\w+'s|\w+s')"
    r"|\b(?:by|via|using|leveraging)\b[^.,;:]{0,80}\b(?:with|through|via|using)"
    r"|\b(?:launch|releas|unveil|ship|upgrad|expand|updat|replac)"
    r"(?:e|es|s|ing|ed|d)? (?:its|our|their|his|her)"
    r"|\b(?:maintain|continu|strengthen|extend|expand|cement|reinforc|solidify|underscor|affirm)ing"
    r" (?:its|our|their|his|her)(?: (?:position|status|role|reputation|place) as (?:an?|the))?"
    r"|\b(?:engage|join|support|serve|thank|reach) [\w-]+'s"
    r"|\b(?:that|hopes?)\s+(?:this|these|our|its|their|his|her)"
    r"|\b(?:by|from|at|with)\s+(?:one of\s+)?the"
    r"|\bwith\s+[a-z][^.,;:]{0,40}\s(?:that|which)\b"
    r"|\b(?:leverage|harness|explore|utili[sz]e|use|deploy|take advantage of|benefit from|tap into)"
    r"(?:\s+(?:the|an?))?"
    r"|\b(?:through|via|using|leveraging|harnessing|combining|integrating|introducing|powered by"
    r"|by (?:developing|offering|creating|building|providing|delivering)"
    r"|built on|based on|backed by|alongside|partnering with|working with|used in|used by)"
    r"(?:\s+(?:the|an?))?"
    r"|,\s+(?:an?|the|one of the))\s+(?:[\w'-]+,?\s+){0,3}$"
)


def given(norm: str, first: int, last: int) -> bool:
    """Tell whether the words before a span present it as a fact ("with its world-class team").

    Parameters
    ----------
    norm : str
        Normalised text.
    first, last : int
        The words between a hedge and the span.

    Examples
    --------
    >>> norm = "it hopes to win with its "
    >>> given(norm, 8, len(norm))
    True
    """
    return _GIVEN.search(norm[first:last]) is not None
