"""In whose voice each phrase is made: asserted, attributed, hedged or rejected."""

from hypecheck.stance.cues import CueRule, load_cues, read_cues
from hypecheck.stance.tagger import ContextStance

__all__ = ["ContextStance", "CueRule", "load_cues", "read_cues"]
