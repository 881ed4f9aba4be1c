"""What a run is asked to do; the part of it that decides the bytes of the output."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from hypecheck.dates import as_day
from hypecheck.errors import InputError
from hypecheck.lexicon.own import MODES

Form = Literal["jsonl", "parquet"]
FORMS: tuple[Form, ...] = ("jsonl", "parquet")


@dataclass(frozen=True, slots=True)
class Columns:
    """Names of the fields of a row; "" where they are to be guessed (`hypecheck.bulk.columns`)."""

    text: str = ""
    title: str = ""
    date: str = ""
    id: str = ""
    url: str = ""
    outlet: str = ""
    author: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything but the input that the output depends on.

    Attributes
    ----------
    columns : Columns
    form : {"jsonl", "parquet"}
        Format of the output.
    spans : bool
        Also write a flat table with one flagged phrase a row.
    as_of : str
        Day for articles whose row has no date, "YYYY[-MM[-DD]]"; "" for their date line, else
        the day on which the run began.
    shard_size : int
        Rows of a shard: what is read, scored and written in one go, and at most lost in a crash.
    only_english : bool
        Leave texts of other languages unscored; needs py3langid.
    lexicon : tuple of str
        Vocabulary files over the shipped one; a single name stands for itself.
    lexicon_mode : {"add", "replace"}
        With "replace", those files are all that is flagged.
    allow : tuple of str
        Phrases that never flag; a single one stands for itself.
    releases, classifier : str or None
        Files to use in place of those that ship with the package.

    Raises
    ------
    InputError
        A value isn't allowed.
    """

    columns: Columns = field(default_factory=Columns)
    form: Form = "jsonl"
    spans: bool = False
    as_of: str = ""
    shard_size: int = 500
    only_english: bool = True
    lexicon: tuple[str, ...] = ()
    lexicon_mode: str = "add"
    allow: tuple[str, ...] = ()
    releases: str | None = None
    classifier: str | None = None

    def __post_init__(self) -> None:
        if self.form not in FORMS:
            raise InputError(f"The form is {self.form!r}. Allowed: {', '.join(FORMS)}.")
        if self.shard_size < 1:
            raise InputError(f"The shard size is {self.shard_size}. Allowed: 1 or more.")
        if self.as_of:
            as_day(self.as_of)
        if self.lexicon_mode not in MODES:
            raise InputError(f"The lexicon's mode is {self.lexicon_mode!r}. Allowed: {MODES}.")
        for name in ("lexicon", "allow"):
            given: Any = getattr(self, name)  # a caller may give None, one text or a list
            given = () if given is None else given
            object.__setattr__(self, name, (given,) if isinstance(given, str) else tuple(given))

        if "" in self.lexicon:
            raise InputError("A vocabulary file has an empty name. Give a path, or leave it out.")

    @property
    def has_own_files(self) -> bool:
        """Whether anything but what ships with the package is used to score."""
        return bool(self.lexicon or self.allow or self.releases or self.classifier)

    def to_dict(self) -> dict[str, Any]:
        """Plain values for the manifest."""
        row = asdict(self)
        return {**row, "lexicon": list(self.lexicon), "allow": list(self.allow)}
