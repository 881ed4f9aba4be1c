"""Every error hypecheck raises on purpose.

::

    HypecheckError (ValueError)
    ├── InputError          a text, file or date that can't be used
    ├── PatternError        a pattern of a vocabulary file that can't be read
    ├── LexiconError        a lexicon or cue file
    ├── ReleaseDBError      a release table
    ├── CorpusError         an annotated corpus
    ├── ModelFormatError    a classifier artefact
    └── ConfigError         a setting of the component
    MissingExtraError (ImportError)   an optional package that isn't installed

Messages say what came in, what is allowed and what to do, in that order.
"""


class HypecheckError(ValueError):
    """Base of all errors that hypecheck raises on purpose."""


class InputError(HypecheckError):
    """A text, file or date that can't be used."""


class PatternError(HypecheckError):
    """A pattern of a vocabulary file that can't be read."""


class LexiconError(HypecheckError):
    """A lexicon or cue file with a bad entry."""


class ReleaseDBError(HypecheckError):
    """A release table that can't be read or breaks its rules."""


class CorpusError(HypecheckError):
    """An annotated corpus with a bad row."""


class ModelFormatError(HypecheckError):
    """A classifier artefact that can't be trusted or read."""


class ConfigError(HypecheckError):
    """A setting of the component that isn't allowed."""


class MissingExtraError(ImportError):
    """An optional package that isn't installed.

    Parameters
    ----------
    package : str
        Import name of the missing package.
    extra : str
        Extra of hypecheck that brings it.
    """

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(
            f"{package} is not installed. It comes with an extra: pip install 'hypecheck[{extra}]'"
        )
        self.package = package
        self.extra = extra
