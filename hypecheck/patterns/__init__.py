"""The small pattern language of the vocabulary files.

A pattern is a sequence of elements separated by spaces:

====================  ==================================================================
``word``              that word, in any case
``state of the art``  a space also matches a hyphen ("state-of-the-art")
``game-changer``      a hyphen also matches a space or nothing ("gamechanger")
``revolutionize/v``   every inflection of the verb; -ize also as -ise
``game-changer/n``    singular and plural
``fast/a``            positive, comparative and superlative
``(a|b c|beat/v)``    one of several sequences
``word?`` ``(a b)?``  may be missing
``word,``             a comma must follow (likewise ``:`` ``;`` ``.`` ``!``)
``*``                 exactly one word
``*'s``               any noun in the possessive ("town's", "towns'")
``*3``                none to three words, not across punctuation
``*-killer``          any word with a hyphen and "killer"
``n't``               any word that ends so: "isn't", "won't"
``#``                 a number, in figures or in words
``"``                 a quotation mark
``$adv``              a word of a class in ``data/lexicon/classes.json``
``[ … ]``             the flagged part, where it is less than the whole match
====================  ==================================================================
"""

from hypecheck.patterns.compiler import Pattern, compile_pattern
from hypecheck.patterns.index import PatternIndex
from hypecheck.patterns.normal import normalize

__all__ = ["Pattern", "PatternIndex", "compile_pattern", "normalize"]
