"""The command line: parses options, calls the library, turns errors into one clear line."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from typing import Any

import click

from hypecheck.cli.bulk import score, summarize
from hypecheck.cli.checking import check
from hypecheck.cli.ending import BAD_DATA, fail
from hypecheck.cli.schema import schema
from hypecheck.cli.table import releases
from hypecheck.cli.training import corpus, evaluate, train
from hypecheck.cli.vocabulary import lexicon
from hypecheck.errors import HypecheckError

_NO_MEMORY = "the memory did not suffice. Give it more, or less to do at a time."


class _Commands(click.Group):
    """A group whose library errors end as one line and an exit code."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        # A terminal of another encoding has no “ ”, and names of files may hold half characters.
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(errors="backslashreplace")
        try:
            return super().main(*args, **kwargs)
        except (HypecheckError, ImportError) as error:
            fail(str(error), BAD_DATA)
        except OSError as error:  # what a command has to write, most of all
            where = error.filename or "a file"
            fail(f"{where} can't be read or written: {error.strerror or error}.", BAD_DATA)
        except MemoryError:
            fail(_NO_MEMORY, BAD_DATA)
        except SystemError as error:  # Python's own words where its last bytes ran out
            if "exception set" not in str(error) and "setting an exception" not in str(error):
                raise
            fail(_NO_MEMORY, BAD_DATA)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="hypecheck")
def main() -> None:
    """Find overclaiming language, in whose voice it is made, and what speaks against it."""


for command in (check, corpus, evaluate, lexicon, releases, schema, score, summarize, train):
    main.add_command(command)
