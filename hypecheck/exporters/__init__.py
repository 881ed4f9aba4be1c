"""Files out: what hypecheck knows and finds, in formats that other programs read."""

from hypecheck.exporters.places import file_report
from hypecheck.exporters.release_files import arrow_table, write_releases
from hypecheck.exporters.timeline import timeline_text
from hypecheck.exporters.timeline_svg import timeline_svg

__all__ = ["arrow_table", "file_report", "timeline_svg", "timeline_text", "write_releases"]
