"""What the page does beyond showing: open cards, go from one to the next, filter, copy.

Without the script the page still shows everything; marks are then links to their cards. The
script only moves and names elements that are there, it never makes markup from text.
"""

SCRIPT = r"""
(function () {
  'use strict';
  var root = document.documentElement, body = document.body;
  var all = function (select, from) {
    return Array.prototype.slice.call((from || document).querySelectorAll(select));
  };
  var panel = document.querySelector('.panel'), bar = document.querySelector('.panel-bar');
  var cards = all('.card'), hits = all('.hit'), current = null, back = null;
  var sets = {}, byNumber = {}, cues = {};
  root.classList.add('js');

  var gather = function (elements, into) {
    elements.forEach(function (element) {
      (element.dataset.of || '').split(' ').forEach(function (number) {
        (into[number] = into[number] || []).push(element);
      });
    });
  };
  gather(hits, byNumber);
  gather(all('.text .cue, h1 .cue'), cues);
  all('.set').forEach(function (set) { sets[set.id] = { set: set, home: set.parentNode, next: set.nextSibling }; });

  var numberOf = function (card) { return card.id.slice('card-'.length); };
  var mark = function (number, on) {
    (byNumber[number] || []).concat(cues[number] || []).forEach(function (element) {
      element.classList.toggle('on', on);
    });
  };
  var opener = function (number) {
    return hits.filter(function (hit) { return hit.getAttribute('href') === '#card-' + number; })[0];
  };

  // A set of releases that several cards share stands on the page once, and moves to the open one.
  var fetchSet = function (card) {
    var slot = card.querySelector('.slot');
    var found = slot && sets[slot.dataset.set];
    if (found) { slot.appendChild(found.set); slot.classList.add('full'); }
  };
  var returnSet = function (card) {
    var slot = card.querySelector('.slot.full');
    if (!slot) { return; }
    var found = sets[slot.dataset.set];
    found.home.insertBefore(found.set, found.next);
    slot.classList.remove('full');
  };

  var shown = function () { return cards.filter(function (card) { return !card.dataset.off; }); };
  var close = function (restore) {
    if (!current) { return; }
    var number = numberOf(current), inside = panel.contains(document.activeElement);
    returnSet(current);
    current.classList.remove('open');
    mark(number, false);
    expand(number, false);
    body.classList.remove('has-card');
    current = null;
    var to = back || opener(number);
    if (restore && inside && to) { quiet = true; to.focus({ preventScroll: true }); quiet = false; }
  };
  var expand = function (number, on) {
    var hit = opener(number);
    if (hit) { hit.setAttribute('aria-expanded', on ? 'true' : 'false'); }
  };
  var open = function (card, from) {
    if (current === card) { return; }
    close(false);
    current = card;
    back = from || null;
    var number = numberOf(card), order = shown();
    fetchSet(card);
    card.classList.add('open');
    body.classList.add('has-card');
    mark(number, true);
    expand(number, true);
    bar.querySelector('.at').textContent = (order.indexOf(card) + 1) + ' of ' + order.length;
    panel.scrollTop = 0;
  };
  var enter = function (card) { card.focus({ preventScroll: true }); };
  var quiet = false;
  var target = function (event) {
    var link = event.target.closest && event.target.closest('a[href^="#card-"]');
    return link && document.getElementById(link.getAttribute('href').slice(1));
  };
  var inView = function (element) {
    var box = element.getBoundingClientRect();
    var low = panel.getBoundingClientRect(), sheet = getComputedStyle(panel).position === 'fixed';
    if (box.top < 0 || box.bottom > (sheet ? low.top : innerHeight)) {
      element.scrollIntoView({ block: sheet ? 'start' : 'center' });
    }
  };

  document.addEventListener('click', function (event) {
    var card = target(event);
    if (!card) { return; }
    var link = event.target.closest('a');
    if (link.classList.contains('off')) { event.preventDefault(); return; }
    event.preventDefault();
    open(card, link.classList.contains('hit') ? link : null);
    var hit = link.classList.contains('hit') ? link : opener(numberOf(card));
    if (hit) { inView(hit); }
    enter(card);
  });
  // A press opens on its click, which comes last: a sheet that came up under the finger on focus
  // would swallow the click.
  var pressed = false, release = function () { pressed = false; };
  document.addEventListener('pointerdown', function () { pressed = true; });
  ['click', 'keydown'].forEach(function (name) { document.addEventListener(name, release); });
  ['pointerup', 'pointercancel'].forEach(function (name) {
    document.addEventListener(name, function () { setTimeout(release, 500); });
  });
  document.addEventListener('focusin', function (event) {
    if (quiet || pressed || !event.target.classList.contains('hit')) { return; }
    var card = target(event);
    if (card && !event.target.classList.contains('off')) { open(card, event.target); }
  });
  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape' && current) { close(true); }
  });
  bar.querySelector('.close').addEventListener('click', function () { close(true); });
  all('[data-go]', bar).forEach(function (button) {
    button.addEventListener('click', function () {
      var order = shown(), at = order.indexOf(current) + Number(button.dataset.go);
      var card = order[(at + order.length) % order.length];
      if (!card) { return; }
      open(card, null);
      var hit = opener(numberOf(card));
      if (hit) { inView(hit); }
    });
  });

  // Filters: a phrase stays marked while any of the findings on it is shown.
  var switches = all('[data-filter]'), state = document.querySelector('.shown');
  var filter = function () {
    var off = { label: {}, stance: {} };
    switches.forEach(function (one) { if (!one.checked) { off[one.dataset.filter][one.value] = true; } });
    var hidden = {};
    cards.forEach(function (card) {
      var out = off.label[card.dataset.label] || (card.dataset.stance && off.stance[card.dataset.stance]);
      if (out) { card.dataset.off = '1'; hidden[numberOf(card)] = true; } else { delete card.dataset.off; }
    });
    if (current && current.dataset.off) { close(false); }
    hits.forEach(function (hit) {
      var out = (hit.dataset.of || '').split(' ').every(function (number) { return hidden[number]; });
      hit.classList.toggle('off', out);
      if (out) { hit.setAttribute('aria-disabled', 'true'); } else { hit.removeAttribute('aria-disabled'); }
      if (hit.dataset.tab === undefined) { hit.dataset.tab = hit.getAttribute('tabindex') || ''; }
      if (out || hit.dataset.tab) { hit.setAttribute('tabindex', '-1'); } else { hit.removeAttribute('tabindex'); }
    });
    if (state) { state.textContent = 'Showing ' + shown().length + ' of ' + cards.length; }
  };
  switches.forEach(function (one) { one.addEventListener('change', filter); });
  filter();

  all('.copy').forEach(function (button) {
    button.addEventListener('click', function () {
      var words = button.parentNode.querySelector('.wording');
      var say = function (done) {
        button.textContent = done ? 'Copied' : 'Select and copy by hand';
        setTimeout(function () { button.textContent = 'Copy'; }, 2000);
      };
      var byHand = function () {
        getSelection().selectAllChildren(words);
        say(document.execCommand('copy'));
      };
      if (navigator.clipboard) {
        navigator.clipboard.writeText(words.textContent).then(function () { say(true); }, byHand);
      } else { byHand(); }
    });
  });

  document.getElementById('theme').addEventListener('click', function () {
    var dark = root.dataset.theme ? root.dataset.theme === 'dark'
      : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
  });

  // The bar of a sentence reaches from its first line to its last.
  var reach = function () {
    var heats = all('.text:not(.long) .heat');
    var heights = heats.map(function (heat) {
      var boxes = heat.getClientRects();
      return boxes.length ? boxes[boxes.length - 1].bottom - boxes[0].top : 0;
    });
    heats.forEach(function (heat, at) {
      if (heights[at]) { heat.style.setProperty('--reach', heights[at] + 'px'); }
    });
  };
  var waiting = 0;
  addEventListener('resize', function () { clearTimeout(waiting); waiting = setTimeout(reach, 120); });
  reach();
  addEventListener('beforeprint', function () {
    close(false);
    all('details').forEach(function (one) { one.open = true; });
  });
  var named = /^#card-\d+$/.test(location.hash) && document.getElementById(location.hash.slice(1));
  if (named) { open(named, null); }
})();
"""
