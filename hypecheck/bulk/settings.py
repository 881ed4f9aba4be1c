"""What a run is asked to do; the part of it that decides the bytes of the output."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from typing import Any, Literal

from hypecheck.dates import as_day
from hypecheck.errors import InputError

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
    lexicon, releases, classifier : str or None
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
    lexicon: str | None = None
    releases: str | None = None
    classifier: str | None = None

    def __post_init__(self) -> None:
        if self.form not in FORMS:
            raise InputError(f"The form is {self.form!r}. Allowed: {', '.join(FORMS)}.")
        if self.shard_size < 1:
            raise InputError(f"The shard size is {self.shard_size}. Allowed: 1 or more.")
        if self.as_of:
            as_day(self.as_of)

    def to_dict(self) -> dict[str, Any]:
        """Plain values for the manifest."""
        return asdict(self)

    @classmethod
    def from_dict(cls, row: dict[str, Any]) -> Settings:
        """Settings again from what `to_dict` gave."""
        known = {one.name for one in fields(cls)}
        values = {name: value for name, value in row.items() if name in known}
        return cls(**{**values, "columns": Columns(**values["columns"])})
