"""Layout of the whole page: wide, phone, print."""

PAGE = """
.hypecheck.hypecheck { margin: 0; }
.hypecheck {
  & .js-only { display: none; }
  & :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
  & .card:focus, & main:focus { outline: none; }
  & .skip { position: absolute; inset-inline-start: -999rem; }
  & .skip:focus { inset-inline-start: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--panel);
    color: var(--accent); z-index: 9; }
  & button { font: inherit; font-size: .85rem; color: var(--accent); background: var(--panel);
    border: 1px solid var(--rule); border-radius: 6px; padding: .3rem .7rem; min-height: 2rem;
    cursor: pointer; }
  & button:hover { border-color: var(--accent); }
  & .top, & .columns, & footer { max-width: 78rem; margin: 0 auto; padding: 0 1.5rem; }
  & .brand { display: flex; justify-content: space-between; align-items: center; min-height: 2rem;
    padding: .9rem 0; border-bottom: 1px solid var(--rule); }
  & h1 { font: 600 clamp(1.6rem, 4vw, 2.5rem)/1.2 Charter, "Bitstream Charter", Georgia, serif;
    margin: 1.6rem 0 1rem; max-width: 26em; overflow-wrap: anywhere; }
  & h2 { font-size: 1rem; margin: 0 0 .5rem; }
  & .summary { display: grid; grid-template-columns: minmax(15rem, 22rem) minmax(0, 1fr); gap: .5rem 3rem;
    padding: .4rem 0 .8rem; }
  & .strip { grid-column: 1 / -1; margin: .4rem 0 0; }
  & .strip svg { display: block; width: 100%; height: 2.6rem; border-bottom: 1px solid var(--rule); }
  & .strip rect { fill: var(--heat); }
  & .strip .h0 { fill: var(--rule); }
  & .strip .h1 { fill-opacity: .45; }
  & .strip .h2 { fill-opacity: .65; }
  & .strip .h3 { fill-opacity: .85; }
  & .strip figcaption { font-size: .82rem; color: var(--quiet); padding-top: .3rem; }
  & .first { padding: .8rem 0; border-top: 1px solid var(--rule); }
  & .first ul { list-style: none; margin: 0; padding: 0; columns: 2; column-gap: 3rem; }
  & .first li { break-inside: avoid; padding: .25rem 0; border-inline-start: 4px solid var(--line);
    padding-inline-start: .7rem; margin-bottom: .4rem; overflow-wrap: anywhere; }
  & .first .quiet { font-size: .85rem; white-space: nowrap; }
  & .first .tag { white-space: nowrap; margin-inline-start: .3rem; }
  & .filters { gap: .6rem 2.5rem; flex-wrap: wrap; align-items: end; padding: .8rem 0;
    border-top: 1px solid var(--rule); border-bottom: 1px solid var(--rule); }
  & fieldset { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .4rem;
    min-width: 0; }
  & legend { font-size: .82rem; color: var(--quiet); padding: 0 0 .3rem; }
  & .switch { display: inline-flex; align-items: center; gap: .4rem; border: 1px solid var(--rule);
    border-radius: 99px; padding: .15rem .7rem; font-size: .86rem; cursor: pointer; min-height: 1.75rem; }
  & .switch input { accent-color: var(--accent); margin: 0; }
  & .switch[class*="k-"] .sample { box-shadow: inset 0 -.2em var(--line); }
  & .switch[class*="s-"] { --line: var(--quiet); --tint: light-dark(#e9e6de, #363b43); }
  & .switch .sample { line-height: 1.25; }
  & .switch:has(input:not(:checked)) .sample { opacity: .75; }
  & .count { color: var(--quiet); font-variant-numeric: tabular-nums; }
  & .shown { margin: 0; font-size: .86rem; color: var(--quiet); }
  & .columns { display: grid; grid-template-columns: minmax(0, 1fr) 27rem; gap: 3rem; align-items: start;
    padding-top: 1.4rem; padding-bottom: 3rem; }
  & .text { max-width: 41rem; }
  & .text.long p { content-visibility: auto; contain-intrinsic-size: auto 8rem; }
  & .legend { display: flex; flex-wrap: wrap; gap: .4rem 1.3rem; list-style: none; padding: 0 0 0 1.6rem;
    margin: 0 0 1.4rem; font-size: .84rem; color: var(--quiet); }
  & .legend .sample { color: var(--ink); }
  & .bar-sample { display: inline-block; width: 6px; height: 1em; border-radius: 3px;
    vertical-align: -.12em; background: var(--heat); }
  & .hit { cursor: pointer; scroll-margin-top: 4rem; }
  & .hit:hover { background: var(--tint); }
  & .hit.on { background: var(--line); color: var(--page); text-decoration-color: currentColor; }
  & .hit.on::after { color: var(--page); }
  & .cue.on { background: light-dark(#fff2a8, #5c5310); color: var(--ink); border-bottom: 3px solid var(--ink); }
  & .hit.off { background: none; box-shadow: none; outline: none; border: 0; text-decoration: none;
    cursor: text; }
  & .hit.off::after { content: none; }
  & .panel-bar { position: sticky; top: 0; z-index: 2; gap: .4rem; align-items: center; padding: .6rem 1rem;
    background: var(--panel); border-bottom: 1px solid var(--rule); }
  & .panel-bar .at { margin-inline-end: auto; font-size: .85rem; color: var(--quiet); }
  & .hint { color: var(--quiet); margin: 0; padding: 1.2rem; font-size: .95rem; }
  & .card { border-top: 1px solid var(--rule); padding: 1.2rem 0; scroll-margin-top: 1rem; }
  & footer { border-top: 1px solid var(--rule); padding-top: 1rem; padding-bottom: 2rem; font-size: .85rem;
    color: var(--quiet); }
}
@media screen {
  .js .hypecheck {
    & .js-only { display: revert; }
    & .filters.js-only, & .panel-bar.js-only { display: flex; }
    & .card, & .back, & .slot.full > p { display: none; }
    & .card.open { display: block; border: 0; padding: 1rem 1.2rem 1.4rem; }
    & .panel { position: sticky; top: 1rem; max-height: calc(100vh - 2rem); overflow: auto;
      background: var(--panel); border: 1px solid var(--rule); border-radius: 10px; }
    &:not(.has-card) .panel-bar, &.has-card .hint { display: none; }
  }
}
@media screen and (max-width: 62rem) {
  .hypecheck {
    & .top, & .columns, & footer { padding-inline: 1.1rem; }
    & .columns { display: block; }
    & .summary { display: block; }
    & .first ul { columns: 1; }
    & .text { max-width: none; }
    & .text p { padding-inline-start: 1.1rem; }
    & .legend { padding-inline-start: 0; }
  }
  .js .hypecheck {
    & .panel { position: fixed; inset: auto 0 0 0; top: auto; z-index: 5; max-height: 68vh;
      border-radius: 14px 14px 0 0; border-width: 1px 0 0; display: none;
      box-shadow: 0 -8px 40px light-dark(rgb(0 0 0 / .18), rgb(0 0 0 / .6)); }
    &.has-card .panel { display: block; }
    &.has-card { padding-bottom: 68vh; }
    & .panel-bar button { min-height: 2.6rem; }
    & .hit { padding-block: .15em; }
  }
}
:root[data-theme="light"] .hypecheck { color-scheme: light; }
:root[data-theme="dark"] .hypecheck { color-scheme: dark; }
@media print {
  :root .hypecheck.hypecheck { color-scheme: light; background: none; font-size: 10pt;
    print-color-adjust: exact; -webkit-print-color-adjust: exact;
    & .top, & .columns, & footer { max-width: none; padding-inline: 0; }
    & .columns { display: block; }
    & .text { max-width: none; font-size: 11pt; }
    & .text.long p { content-visibility: visible; }
    & .heat::before { height: 1.7em; }
    & .skip, & .brand button, & .filters, & .panel-bar, & .hint, & .copy, & .back { display: none; }
    & .card { display: block; padding: .8rem 0; }
    & .card h3, & .card h4, & .tags { break-after: avoid; }
    & .evidence li, & .timeline, & .verdict, & .restatement, & .context { break-inside: avoid; }
    & .timeline { max-width: 12cm; }
    & .panel { break-before: page; }
    & .score::details-content { content-visibility: visible; block-size: auto; }
    & .summary { grid-template-columns: 8cm 1fr; }
    & a.source::after { content: " " attr(href) / ""; font-size: 8pt; }
    & a { color: inherit; }
  }
}
@media (forced-colors: active) {
  .hypecheck .hit { border-bottom: 2px solid LinkText; }
  .hypecheck .s-rejected.hit { border-bottom-style: dotted; }
  .hypecheck .hit.on { forced-color-adjust: none; background: Highlight; color: HighlightText; }
}
"""
