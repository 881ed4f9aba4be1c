"""A report as one self-contained page, and as a fragment for notebooks.

Nothing is loaded from elsewhere; text from the article can neither run nor style anything.
"""

from hypecheck.report.page.notebook import render_fragment
from hypecheck.report.page.whole import render

__all__ = ["render", "render_fragment"]
