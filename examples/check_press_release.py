"""Check a press release and print what an editor needs: where, what, whose words, how bad."""

from pathlib import Path

import hypecheck

TEXT = Path(__file__).with_name("press-release.txt").read_text(encoding="utf-8")

report = hypecheck.check(TEXT, title="The pump that changes everything")
print(f"score {report.score:.2f}, as of {report.as_of} ({report.as_of_source})")
print(f"the company's own voice {report.own_voice:.2f}, quoted voices {report.quoted_voice:.2f}")
for span in report.spans:
    cue = f" ({span.cues[0].text})" if span.cues else ""
    print(f"- {span.part}: {span.text!r}: {span.label}, {span.stance}{cue}")

worst = max(report.sentences, key=lambda sentence: sentence.score)
print(f"worst sentence, {worst.score:.2f}: {TEXT[worst.start_char : worst.end_char]}")
