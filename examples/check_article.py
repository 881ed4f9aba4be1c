"""Check an article and print what an editor needs: phrase, voice, verdict, evidence."""

from pathlib import Path

import hypecheck

ARTICLE = Path(__file__).with_name("open-weight-announcement.txt")

report = hypecheck.check(ARTICLE.read_text(encoding="utf-8"), as_of="2025-04-03")
print(f"score {report.score:.2f} as of {report.as_of}")
for span in report.spans:
    print(f"- {span.text!r}: {span.label}, {span.stance}")
    if span.verdict:
        print(f"  {span.verdict}: {', '.join(item.release.name for item in span.evidence)}")
    if span.restatement:
        print(f"  holds: {span.restatement}")
