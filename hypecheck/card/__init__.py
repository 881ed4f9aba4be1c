"""The model card: figures measured anew, small pictures of them, and the text around both."""

from hypecheck.card.make import make_card

__all__ = ["make_card"]
