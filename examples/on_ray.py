"""Score on Ray: here on this machine, with ray.init(address=…) on a cluster.

Needs the extra: pip install 'hypecheck[ray]'
"""

import ray
import ray.data

from hypecheck import BatchScorer

TEXTS = ("Acme's chip is a game-changer.", "The chip draws 4 watts.", "The best chip ever!")


def main() -> None:
    """Score a small data set in batches and print the scores, highest first."""
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    ray.data.DataContext.get_current().enable_progress_bars = False
    rows = ray.data.from_items([{"id": str(n), "text": text} for n, text in enumerate(TEXTS)])
    scored = rows.map_batches(BatchScorer(details=False), batch_size=2)
    for row in sorted(scored.take_all(), key=lambda row: -row["hype_score"]):
        print(f"{row['hype_score']:.2f}")
    ray.shutdown()


if __name__ == "__main__":
    main()
