"""Score a stream of articles lazily, with ids, titles and dates."""

import hypecheck

articles = [
    hypecheck.Article(
        "Our revolutionary, world-class app changes everything!", id="a", published="2024-05-01"
    ),
    hypecheck.Article("The app reads CSV files.", id="b", title="A CSV reader"),
]
for report in hypecheck.score_articles(articles):
    print(f"{report.id}: {report.score:.2f}, {len(report.spans)} spans, as of {report.as_of}")
