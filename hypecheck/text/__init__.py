"""Text made ready: sentences, dates, documents."""

from hypecheck.text.document import make_document
from hypecheck.text.sentences import split_sentences

__all__ = ["make_document", "split_sentences"]
