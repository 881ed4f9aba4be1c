"""Reports as text, nothing else."""

from hypecheck.report.text import render_text

__all__ = ["render_text"]
