"""Check "first … since …" claims about rockets against a table of one's own.

The verdict engine knows nothing of rockets: a class is a kind, traits, a maker and a country.
"""

from pathlib import Path

from hypecheck import Claim, ReleaseDB
from hypecheck.dates import as_day
from hypecheck.evidence import ReleaseVerifier
from hypecheck.types import Facets

HERE = Path(__file__).parent
AS_OF = "2025-03-31"


def claim(db: ReleaseDB, text: str, subject: str, since: str = "", **facets) -> Claim:
    """A claim that a rocket is the first of its class, since another one where that is named."""
    return Claim(
        text,
        0,
        len(text),
        "first",
        subject=db.lookup(subject)[0].id,
        subject_text=subject,
        anchor=db.lookup(since)[0].id if since else "",
        facets=Facets(kind="rocket", **facets),
    )


def claims(db: ReleaseDB) -> list[Claim]:
    """What launch coverage says, right and wrong."""
    return [
        claim(db, "Zhuque-2 is the first methane rocket in orbit", "Zhuque-2", traits=("methane",)),
        claim(db, "Vulcan is the first methane rocket in orbit", "Vulcan", traits=("methane",)),
        claim(
            db, "Falcon Heavy is the first super-heavy rocket since the Saturn V",
            "Falcon Heavy", "Saturn V", traits=("super-heavy",),
        ),
        claim(
            db, "Falcon Heavy is the first super-heavy rocket since Energia",
            "Falcon Heavy", "Energia", traits=("super-heavy",),
        ),
        claim(
            db, "Falcon 1 is the first private liquid-fuelled rocket in orbit",
            "Falcon 1", traits=("private", "liquid"),
        ),
        claim(db, "Falcon 1 is the first private rocket in orbit", "Falcon 1", traits=("private",)),
        claim(
            db, "Vega is the first European rocket since Ariane 5", "Vega", "Ariane 5",
            country="Europe",
        ),
    ]  # fmt: skip


def main() -> None:
    """Print each claim with its verdict and what speaks for or against it."""
    db = ReleaseDB.load(HERE / "rockets.csv")
    verifier = ReleaseVerifier(db)
    for one in claims(db):
        checked = verifier.verify(one, as_day(AS_OF))
        print(f"{checked.verdict}: {checked.text}")
        print(f"  {checked.reason}")
        for item in checked.evidence:
            print(f"  {item.relation}: {item.release.name}, {item.rationale}")


if __name__ == "__main__":
    main()
