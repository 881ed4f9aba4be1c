"""Files in: plain text, corpora, release tables."""
