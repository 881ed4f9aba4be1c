"""Checks of files in a writer's pipeline: prose, findings with places, what lets them pass."""

from hypecheck.checks.baseline import Baseline, read_baseline
from hypecheck.checks.fixes import Edit, edits_of, fixed, unified
from hypecheck.checks.paths import ENDINGS, find_files
from hypecheck.checks.run import Checker
from hypecheck.checks.settings import Settings, find_settings, read_settings

__all__ = [
    "ENDINGS",
    "Baseline",
    "Checker",
    "Edit",
    "Settings",
    "edits_of",
    "find_files",
    "find_settings",
    "fixed",
    "read_baseline",
    "read_settings",
    "unified",
]
