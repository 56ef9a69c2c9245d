// @ts-check
'use strict';

/** Everything is there without this script: it opens what a link leads to, searches, and unfolds for printing. */
(() => {
  /** @type {HTMLDetailsElement[]} */
  let unfolded = [];

  /** Opens everything around an element, and goes there. */
  const show = () => {
    let name = '';
    try {
      name = decodeURIComponent(location.hash.slice(1));
    } catch {
      return;
    }
    const target = name === '' ? null : document.getElementById(name);
    if (target === null) return;
    for (let around = /** @type {Element | null} */ (target); around !== null; around = around.parentElement) {
      if (around instanceof HTMLDetailsElement) around.open = true;
    }
    target.scrollIntoView();
    const focused = target instanceof HTMLDetailsElement ? target.querySelector('summary') : target;
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  };

  /**
   * A field over what it searches: rows of a table, or of all tables in folds.
   * @param {HTMLElement} region
   * @param {number} number
   */
  const addSearch = (region, number) => {
    const rows = [...region.querySelectorAll('tbody tr')].map((row) => ({ row, text: (row.textContent ?? '').toLowerCase() }));
    const folds = [...region.querySelectorAll('details')].filter((fold) => fold.querySelector('tbody tr') !== null);
    const field = document.createElement('input');
    field.type = 'search';
    field.id = `search-${String(number)}`;
    const label = document.createElement('label');
    label.htmlFor = field.id;
    label.textContent = region.dataset.search ?? '';
    const told = document.createElement('output');
    told.htmlFor.add(field.id);
    const bar = document.createElement('div');
    bar.className = 'search';
    bar.append(label, field, told);
    region.before(bar);
    const search = () => {
      const words = field.value
        .toLowerCase()
        .split(/\s+/)
        .filter((word) => word !== '');
      let found = 0;
      for (const { row, text } of rows) {
        const isFound = words.every((word) => text.includes(word));
        /** @type {HTMLElement} */ (row).hidden = !isFound;
        if (isFound) found += 1;
      }
      for (const fold of folds) {
        const holds = fold.querySelector('tbody tr:not([hidden])') !== null;
        fold.hidden = !holds;
        fold.open = words.length > 0 && holds;
      }
      told.value = words.length === 0 ? '' : `${String(found)} of ${String(rows.length)}`;
    };
    let waiting = 0;
    field.addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(search, 120);
    });
  };

  for (const [number, region] of document.querySelectorAll('[data-search]').entries()) {
    if (region instanceof HTMLElement) addSearch(region, number);
  }
  addEventListener('hashchange', show);
  // Followed again, a link changes no hash; the browser goes there by itself afterwards, and would take the focus along.
  addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest('a') : null;
    if (link !== null && link.hash !== '' && link.hash === location.hash) setTimeout(show);
  });
  addEventListener('beforeprint', () => {
    unfolded = [...document.querySelectorAll('details')].filter((fold) => !fold.open);
    for (const fold of unfolded) fold.open = true;
  });
  addEventListener('afterprint', () => {
    for (const fold of unfolded) fold.open = false;
  });
  show();
})();
