"""Train on labels of your own, and use the result.

The labels in own-labels.csv have a taste: revolutions are fine, but nothing may be "the best".
"""

from pathlib import Path
from tempfile import TemporaryDirectory

import hypecheck
from hypecheck.scoring.persist import save_model
from hypecheck.training import train_own

LABELS = Path(__file__).with_name("own-labels.csv")
TEXTS = ("The mill changes everything.", "The mill is the best in the world.")

training = train_own(LABELS)
measured = training.metrics["cross-validation"]["sentences"]
print(f"{measured['count']} sentences, AUROC {measured['auroc']:.2f}, cross-validated")

with TemporaryDirectory() as folder:
    file = Path(folder) / "mine.skops"
    save_model(training.model, file)
    mine = hypecheck.load(config={"classifier": str(file)})

for text in TEXTS:
    own, shipped = hypecheck.check(text, nlp=mine).score, hypecheck.check(text).score
    print(f"own {own:.2f}, shipped {shipped:.2f}: {text}")
