"""``python -m hypecheck``."""

from hypecheck.cli import main

main()
