"""How the page and the notebook fragment look; every rule is bound to `.hypecheck`."""

from __future__ import annotations

from hypecheck.report.page.colours import variables
from hypecheck.report.page.style_page import PAGE

_TEXT = """
.hypecheck {
  color-scheme: light dark; color: var(--ink); background: var(--page);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
  & .vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
    white-space: nowrap; }
  & .quiet, & .of { color: var(--quiet); }
  & .nl { display: none; }
  & .text { font: 1.1rem/1.7 Charter, "Bitstream Charter", "Source Serif 4", Georgia, serif;
    overflow-wrap: anywhere; }
  & .text p { position: relative; margin: 0 0 .9em; padding-inline-start: 1.6rem;
    white-space: pre-wrap; }
  /* Each line in its own direction; dir="auto" on a long text costs its square in a browser. */
  & .text p, & h1, & h3, & .context, & .title { unicode-bidi: plaintext; }

  /* Spans: the colour is the category, the form is the stance. */
  & .hit, & .sample { color: inherit; text-decoration: none; border-radius: 2px;
    padding: .06em 0; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
  & mark.hit { background: none; }
  & .s-asserted.hit, & .s-asserted .sample { background: var(--tint);
    box-shadow: inset 0 -.16em var(--line); }
  & .s-attributed.hit, & .s-attributed .sample { background: var(--tint);
    border-bottom: 2px dashed var(--line); }
  & .s-hedged.hit, & .s-hedged .sample { background: var(--tint);
    text-decoration: underline wavy var(--line) 1.5px; text-underline-offset: .22em; }
  & .s-rejected.hit, & .s-rejected .sample { outline: 1.5px dotted var(--line);
    outline-offset: 1px;
    text-decoration: line-through color-mix(in srgb, var(--line) 60%, transparent) 1px; }
  & .s-none.hit { border-bottom: 2px dotted var(--line); }
  & .hit.last::after, & .legend .sample::after { color: var(--line); font: 700 .62em/1 system-ui, sans-serif;
    vertical-align: super; padding-inline-start: .15em; display: inline-block; text-decoration: none; }
  & .s-asserted.last::after, & .legend .s-asserted .sample::after { content: "!" / ""; }
  & .s-attributed.last::after, & .legend .s-attributed .sample::after { content: "”" / ""; }
  & .s-hedged.last::after, & .legend .s-hedged .sample::after { content: "?" / ""; }
  & .s-rejected.last::after, & .legend .s-rejected .sample::after { content: "✕" / ""; }
  & .cue { border-bottom: 1.5px solid var(--quiet); }
  & .heat.h1::before, & .heat.h2::before, & .heat.h3::before, & .heat.h4::before {
    content: "" / ""; position: absolute; inset-inline-start: 0; height: var(--reach, 1.7em);
    border-radius: 4px; background: var(--heat); }
  & .heat.h1::before { width: 3px; opacity: .35; }
  & .heat.h2::before { width: 5px; opacity: .6; }
  & .heat.h3::before { width: 8px; opacity: .85; }
  & .heat.h4::before { width: 11px; }

  & .tags { display: flex; flex-wrap: wrap; gap: .35rem; margin: 0 0 .45rem; }
  & .tag { font-size: .78rem; font-weight: 600; padding: .1rem .55rem; border-radius: 99px;
    border: 1px solid var(--rule); }
  & .tag.category { background: var(--tint); border-color: var(--line); }
  & .tag.v-REFUTED, & .verdict.v-REFUTED h4 { color: var(--refuted); }
  & .tag.v-SUPPORTED, & .verdict.v-SUPPORTED h4 { color: var(--supported); }
  & .tag.v-NOT_ENOUGH_INFO, & .verdict.v-NOT_ENOUGH_INFO h4 { color: var(--open); }
  & .tag.v-REFUTED::before { content: "✕ " / ""; }
  & .tag.v-SUPPORTED::before { content: "✓ " / ""; }
  & .tag.v-NOT_ENOUGH_INFO::before { content: "? " / ""; }
  & .tag[class*="v-"] { border-color: currentColor; }

  & .card { font-size: .93rem; overflow-wrap: anywhere; }
  & .card p { margin: .4rem 0; }
  & .card h3 { margin: .1rem 0 .6rem; font: 600 1.2rem/1.35 Charter, "Bitstream Charter", Georgia, serif; }
  & .card h4 { margin: 1.1rem 0 .35rem; font-size: .82rem; letter-spacing: .02em; }
  & .card h4 .quiet { font-weight: 400; }
  & .card a, & .first a, & footer a { color: var(--accent); text-underline-offset: .15em; }
  & .context { margin: .6rem 0; padding-inline-start: .8rem; border-inline-start: 3px solid var(--rule);
    font-family: Charter, "Bitstream Charter", Georgia, serif; color: var(--quiet); white-space: pre-line; }
  & .context mark { color: var(--ink); background: var(--tint); }
  & .cue-word { border-bottom: 1.5px solid var(--quiet); }
  & .verdict { border-inline-start: 4px solid currentColor; padding: .1rem 0 .1rem .8rem;
    margin: .8rem 0; color: var(--rule); }
  & .verdict h4 { margin-top: 0; font-size: .95rem; }
  & .verdict p { color: var(--ink); }
  & .verdict p::first-letter { text-transform: uppercase; }
  & .verdict.v-REFUTED { color: var(--refuted); }
  & .verdict.v-SUPPORTED { color: var(--supported); }
  & .verdict.v-NOT_ENOUGH_INFO { color: var(--open); }
  & .restatement { background: light-dark(#eef5ec, #1c2a1f); border-radius: 8px;
    padding: .1rem .9rem .7rem; margin: .9rem 0; }
  & .wording { font: 1.05rem/1.4 Charter, "Bitstream Charter", Georgia, serif; }
  & .card ul { padding-inline-start: 1.1rem; margin: .3rem 0; }
  & .evidence { list-style: none; padding: 0; }
  & ul.evidence { padding-inline-start: 0; }
  & .evidence li { padding: .5rem 0; border-top: 1px solid var(--rule); }
  & .evidence p { margin: .15rem 0; }
  & .evidence time { font-variant-numeric: tabular-nums; color: var(--quiet); margin-inline-end: .3rem; }
  & .from { font-size: .82rem; color: var(--quiet); }
  & .source { font-size: .95em; }
  & summary { cursor: pointer; font-weight: 600; padding: .2rem 0; }
  & table { border-collapse: collapse; width: 100%; font-size: .84rem; }
  & th, & td { text-align: start; font-weight: 400; padding: .2rem .4rem .2rem 0; vertical-align: top;
    border-top: 1px solid var(--rule); }
  & thead th { color: var(--quiet); border: 0; }
  & td.number, & thead th:last-child { text-align: end; white-space: nowrap;
    font-variant-numeric: tabular-nums; }
  & .bar { width: 84px; height: 8px; margin-inline-end: .4rem; }
  & .bar line { stroke: var(--quiet); }
  & .bar .up { fill: var(--heat); }
  & .bar .down { fill: var(--supported); }

  & .timeline { display: block; width: 100%; height: auto; margin: .8rem 0 .2rem;
    font: 11px system-ui, sans-serif; }
  & .timeline text { fill: var(--ink); }
  & .timeline .tick { fill: var(--quiet); text-anchor: middle; }
  & .timeline .year { stroke: var(--rule); }
  & .timeline .window { fill: light-dark(#f1eee6, #272b31); }
  & .timeline line.as-of { stroke: var(--accent); stroke-width: 1.5; stroke-dasharray: 4 3; }
  & .timeline text.as-of { fill: var(--accent); font-weight: 600; }
  & .timeline .anchor { fill: var(--ink); }
  & .timeline .counterexample { fill: var(--refuted); }
  & .timeline .support { fill: var(--supported); }
  & .timeline .prior-art { fill: var(--page); stroke: var(--accent); stroke-width: 2; }
  & .timeline .doubt { stroke: var(--quiet); stroke-width: 4; stroke-opacity: .5; }

  & .score-line { margin: .2rem 0; font-size: 1.1rem; }
  & .score-line strong { font: 600 2.6rem/1 Charter, "Bitstream Charter", Georgia, serif;
    margin-inline-end: .5rem; font-variant-numeric: tabular-nums; }
  & .scale { display: block; width: 100%; max-width: 20rem; height: auto; }
  & .scale .track { fill: var(--rule); }
  & .scale .fill { fill: var(--heat); }
  & .scale .pin { fill: var(--ink); }
  & .facts { display: grid; grid-template-columns: max-content 1fr; align-content: start; gap: .15rem 1rem; margin: .6rem 0;
    font-size: .9rem; }
  & .facts dt { color: var(--quiet); }
  & .facts dd { margin: 0; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
}
"""
_FRAGMENT = """
.hypecheck-fragment { max-width: 46rem; padding: 1rem 1.2rem; border: 1px solid var(--rule);
  border-radius: 8px; text-align: start;
  & .title { font: 600 1.4rem/1.3 Charter, "Bitstream Charter", Georgia, serif; }
  & details.card { border-top: 1px solid var(--rule); padding: .4rem 0; }
  & details.card > summary .tags { display: inline-flex; margin: 0 0 0 .6rem; vertical-align: middle; }
  & .js-only { display: none; }
}
"""
STYLE = variables() + _TEXT + PAGE
FRAGMENT_STYLE = variables() + _TEXT + _FRAGMENT
