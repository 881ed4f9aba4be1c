"""A small table of names, so that the reader is tested without the release database."""

import re
from datetime import date

import pytest

from hypecheck.claims import ClaimReader
from hypecheck.patterns import normalize
from hypecheck.protocols import Mention
from hypecheck.types import Document, Release

#: id, name, family, organisation, date, parameters
RELEASES = [
    ("gpt-2", "GPT-2", "GPT-2", "OpenAI", "2019-02-14", 1_500_000_000),
    ("gpt-3", "GPT-3", "GPT-3", "OpenAI", "2020-05-28", 175_000_000_000),
    ("gpt-4", "GPT-4", "GPT-4", "OpenAI", "2023-03-14", None),
    ("gpt-oss", "gpt-oss-120b", "gpt-oss", "OpenAI", "2025-08-05", 117_000_000_000),
    ("whisper", "Whisper", "Whisper", "OpenAI", "2022-09-21", 1_550_000_000),
    ("sora", "Sora", "Sora", "OpenAI", "2024-02-15", None),
    ("llama-2", "Llama 2", "Llama", "Meta", "2023-07-18", 70_000_000_000),
    ("llama-3.1", "Llama 3.1", "Llama", "Meta", "2024-07-23", 405_000_000_000),
    ("mixtral-8x7b", "Mixtral 8x7B", "Mixtral", "Mistral AI", "2023-12-11", 46_700_000_000),
    ("pixtral-12b", "Pixtral 12B", "Pixtral", "Mistral AI", "2024-09-11", 12_000_000_000),
    ("voxtral", "Voxtral", "Voxtral", "Mistral AI", "2025-07-15", 24_000_000_000),
    ("deepseek-r1", "DeepSeek-R1", "DeepSeek", "DeepSeek", "2025-01-20", 671_000_000_000),
    ("deepseek-v3", "DeepSeek-V3", "DeepSeek", "DeepSeek", "2024-12-26", 671_000_000_000),
    ("kimi-k2", "Kimi K2", "Kimi", "Moonshot AI", "2025-07-11", 1_000_000_000_000),
    ("grok-1", "Grok-1", "Grok", "xAI", "2024-03-17", 314_000_000_000),
    ("bloom", "BLOOM", "BLOOM", "BigScience", "2022-07-06", 176_000_000_000),
    ("falcon-40b", "Falcon 40B", "Falcon", "TII", "2023-05-25", 40_000_000_000),
    ("falcon-180b", "Falcon 180B", "Falcon", "TII", "2023-09-06", 180_000_000_000),
    ("gemma", "Gemma", "Gemma", "Google DeepMind", "2024-02-21", 7_000_000_000),
    ("gemma-3", "Gemma 3", "Gemma", "Google DeepMind", "2025-03-12", 27_000_000_000),
    ("flux.1", "FLUX.1", "FLUX", "Black Forest Labs", "2024-08-01", 12_000_000_000),
    ("jamba", "Jamba", "Jamba", "AI21 Labs", "2024-03-28", 52_000_000_000),
    ("apertus", "Apertus", "Apertus", "ETH Zurich", "2025-09-02", 70_000_000_000),
    ("olmo", "OLMo", "OLMo", "Ai2", "2024-02-01", 7_000_000_000),
]
ORGANIZATIONS = {
    "OpenAI": "OpenAI", "Meta": "Meta", "Google": "Google", "Mistral": "Mistral AI",
    "DeepSeek": "DeepSeek", "Moonshot": "Moonshot AI", "xAI": "xAI", "Apple": "Apple",
    "Microsoft": "Microsoft", "Baidu": "Baidu", "Alibaba": "Alibaba", "Cohere": "Cohere",
    "TII": "TII", "AI21": "AI21 Labs", "Anthropic": "Anthropic", "Amazon": "Amazon",
    "Black Forest Labs": "Black Forest Labs", "EleutherAI": "EleutherAI", "MIT": "MIT", "Ai2": "Ai2",
}  # fmt: skip


class TableOfNames:
    """Names by exact spelling; families stand for their latest member."""

    def __init__(self):
        rows = [
            Release(id=i, name=n, family=f, organization=o, date=d, parameters=p)
            for i, n, f, o, d, p in RELEASES
        ]
        self._by_name = {row.name: row for row in rows}
        self._families = {}
        for row in rows:
            self._families.setdefault(row.family, []).append(row)
        spelled = sorted({*self._by_name, *self._families, *ORGANIZATIONS}, key=len, reverse=True)
        self._regex = re.compile(
            rf"(?<![\w-])(?:{'|'.join(map(re.escape, spelled))})(?![\w])(?!-\w)"
        )

    def find_names(self, text, start=0, end=None):
        found = []
        for match in self._regex.finditer(text, start, len(text) if end is None else end):
            name = match.group()
            if name in ORGANIZATIONS:
                kind, key = "organization", ORGANIZATIONS[name]
            elif name in self._by_name:
                kind, key = "release", self._by_name[name].id
            else:
                kind, key = "family", name
            found.append(Mention(match.start(), match.end(), kind, key))
        return found

    def lookup(self, name, as_of=None):
        rows = [self._by_name[name]] if name in self._by_name else self._families.get(name, [])
        known = [row for row in rows if as_of is None or row.earliest <= as_of]
        return sorted(known, key=lambda row: row.date, reverse=True)


@pytest.fixture(scope="session")
def names():
    return TableOfNames()


@pytest.fixture(scope="session")
def read(names):
    """Claims of a text whose sentences end at line breaks."""

    def claims(text, as_of="2025-09-30", part="text"):
        bounds, start = [], 0
        for line in text.split("\n"):
            bounds.append((start, start + len(line)))
            start += len(line) + 1
        document = Document(text, normalize(text), tuple(bounds), part)
        return ClaimReader().extract(document, names, date.fromisoformat(as_of))

    return claims
