"""hypecheck inside a spaCy pipeline, with no import of hypecheck."""

import spacy

nlp = spacy.blank("en")
nlp.add_pipe("sentencizer")
nlp.add_pipe("hypecheck")

texts = [
    "Acme's new chip is a game-changer.",
    "Critics doubt that Acme's new chip is a game-changer.",
    "Acme's new chip draws 4 watts.",
]
for doc in nlp.pipe(texts):
    found = [(span.text, span.label_, span._.hype.stance) for span in doc.spans["hype"]]
    print(f"{doc._.hype_score:.2f} {found}")
