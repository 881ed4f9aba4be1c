"""Who a claim is about, by the words around it alone: for names that no table knows."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: One name: capitalised or numbered words in a row, "Foo-7B", "Lumina 4", "iris".
_NAME = r"[A-Z][\w.+/-]*(?:[ -](?:[A-Z0-9][\w.+/-]*))*"
_ADVERB = r"(?: (?:now|still|also|by far|currently|thus|then|once|today|officially))*"
_ARTICLE = r"(?: the| a| an)?"
_OWNERS = (
    r"(?:(?: (?:the )?[A-Z]\w*'s| (?:the )?(?:world|industry|planet|globe|market|field)'s| our| its"
    r"| their| his| her| my)?(?: (?:very|own))*)"
)
_BE = r"(?:is|was|became|becomes|has become|remains|will be|would be)"
_COPULA = re.compile(rf"(?P<name>{_NAME}),? {_BE}{_ADVERB}{_ARTICLE}{_OWNERS}$")
_APPOSED = re.compile(rf"(?P<name>{_NAME})(?:,| -| –| —){_ARTICLE}{_OWNERS}$")
_CALLED = re.compile(rf"(?P<name>{_NAME}) as{_ARTICLE}{_OWNERS}$")
_AFTER = re.compile(rf"(?:,| is| was|:| called| named) (?P<name>{_NAME})")
#: Capitalised because they open a sentence; they name nobody.
_NOBODY = re.compile(
    r"(?:It|This|That|These|They|He|She|We|I|You|The|There|Here|What|Which|Who|Today|Now|And|But"
    r"|Yesterday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)
_OWNER = re.compile(
    r"(?P<owner>[\w.-]+(?: [\w.-]+)?(?:'s|s')|\b(?i:our|its|their|his|her|my|your))"
    r"(?: (?:very|own))*$"
)
_WORLD = frozenset(["world", "industry", "planet", "globe", "market", "field"])
_PRONOUNS = frozenset(["our", "its", "their", "his", "her", "my", "your"])
#: "Foo-7B" and "Foo" are one release to whoever reads them.
_SIZE = re.compile(r"[ -]?\d+(?:\.\d+)?[bm]\b")


@dataclass(frozen=True, slots=True)
class Named:
    """What the words around a claim say of whose it is.

    Attributes
    ----------
    name : str
        The subject's name, or "".
    owner : str or None
        Whose first it is ("acme"); "" for everybody's, None where a pronoun stands for it.
    """

    name: str
    owner: str | None


def read_named(before: str, after: str) -> Named:
    """Name and owner from the words of the sentence on either side of a claim.

    Examples
    --------
    >>> read_named("Acme's new model Foo-7B is the", "from Europe.").name
    'Foo-7B'
    >>> read_named("Foo is Acme's", ".")
    Named(name='Foo', owner='acme')
    """
    lead = before.replace("’", "'").rstrip(" “\"'‘")
    return Named(_name(lead, after), _owner(lead))


def same_name(one: str, other: str) -> bool:
    """Tell whether two names may be those of one release: one stands in the other."""
    first, second = _key(one), _key(other)
    return first in second or second in first


def _key(name: str) -> str:
    return re.sub(r"[\W_]+", "", _SIZE.sub("", name.lower()))


def _name(before: str, after: str) -> str:
    for pattern in (_COPULA, _APPOSED, _CALLED):
        match = pattern.search(before)
        if match and not _NOBODY.match(match["name"]):
            return match["name"].rstrip(".")
    match = _AFTER.match(after)
    return match["name"].rstrip(".") if match and not _NOBODY.match(match["name"]) else ""


def _owner(before: str) -> str | None:
    match = _OWNER.search(before)
    if match is None:
        return ""
    word = match["owner"].lower().split()[-1].removesuffix("'s").removesuffix("'")
    if word in _WORLD:
        return ""
    capital = match["owner"].split()[-1][:1].isupper()
    return word if capital and word not in _PRONOUNS else None
