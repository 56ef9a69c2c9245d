/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/**
 * What runs in the page: each function is sent there as its text, so it stands alone. Names of elements are told as a reader of the
 * source finds them.
 */

/** Ids that more than one element has. */
export function idsTwice(): readonly string[] {
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  return [...new Set(ids.filter((id, place) => ids.indexOf(id) !== place))];
}

/** Links, labels and names that lead to nothing. */
export function deadReferences(): readonly string[] {
  const dead = (reference: string): boolean => document.getElementById(reference) === null;
  const links = [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? '');
  const referring = ['aria-labelledby', 'aria-describedby', 'for'].flatMap((name) =>
    [...document.querySelectorAll(`[${name}]`)].flatMap((element) => (element.getAttribute(name) ?? '').split(' ')),
  );
  return [
    ...links.filter((href) => !href.startsWith('#') || dead(decodeURIComponent(href.slice(1)))),
    ...referring.filter((id) => dead(id)),
  ];
}

/** Opens everything that is folded away. */
export function unfold(): void {
  for (const fold of document.querySelectorAll('details')) fold.open = true;
}

/** How much wider than the window the page is. @unit pixels */
export function overflow(): number {
  return document.documentElement.scrollWidth - document.documentElement.clientWidth;
}

/** What scrolls in itself, and is wider than it is shown: its first words. */
export function cutOff(): readonly string[] {
  const scrolling = [...document.querySelectorAll('.table, .map, .matrix, [tabindex="0"]')];
  return scrolling
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
    .map(({ textContent }) => textContent.trim().slice(0, 60));
}

/** What has the focus: its element and what is written in it, and whether one sees that it has it. */
export interface Focus {
  readonly name: string;
  readonly text: string;
  readonly isSeen: boolean;
}

/** Where the keyboard is. */
export function focus(): Focus {
  const focused = document.activeElement ?? document.body;
  const { outlineStyle, outlineWidth } = getComputedStyle(focused);
  const { top, bottom, left, right, width, height } = focused.getBoundingClientRect();
  const isInside = top < innerHeight && bottom > 0 && left < innerWidth && right > 0 && width > 0 && height > 0;
  const isOutlined = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  return {
    name: focused.tagName.toLowerCase(),
    text: focused.textContent.trim().replace(/\s+/g, ' ').slice(0, 80),
    isSeen: isInside && isOutlined,
  };
}

/** Where the keyboard stops, in its order, as folds are now. */
export function stops(): readonly string[] {
  const places = document.querySelectorAll<HTMLElement>('a[href], summary, input, button, [tabindex="0"]');
  return [...places].filter((place) => place.checkVisibility()).map(({ tagName }) => tagName.toLowerCase());
}

/** Texts of pictures that lie over each other, or leave their picture. */
export function pictureFaults(): readonly string[] {
  /** Letters may touch: what counts is what can't be read. @unit pixels */
  const touching = 0.5;
  const faults: string[] = [];
  for (const picture of document.querySelectorAll('svg')) {
    const frame = picture.getBoundingClientRect();
    const texts = [...picture.querySelectorAll('text')]
      .map((text) => ({ said: text.textContent, box: text.getBoundingClientRect() }))
      .filter(({ said }) => said.trim() !== '');
    for (const [place, { said, box }] of texts.entries()) {
      const isInside =
        box.left >= frame.left - touching &&
        box.right <= frame.right + touching &&
        box.top >= frame.top - touching &&
        box.bottom <= frame.bottom + touching;
      if (!isInside) faults.push(`"${said}" leaves its picture`);
      for (const other of texts.slice(place + 1)) {
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        if (across > touching && down > touching) faults.push(`"${said}" lies over "${other.said}"`);
      }
    }
  }
  return faults;
}

/** Elements and attributes that no page of ours has: something that was to be text became one. */
export function madeOfText(): readonly string[] {
  const strange = [...document.querySelectorAll('img, iframe, object, embed, form, base, b, h1 ~ h1, meta[http-equiv=refresh]')];
  const twice = [...document.querySelectorAll('script ~ script, style ~ style, h1')].slice(1);
  const handlers = [...document.querySelectorAll('*')].flatMap((element) =>
    element.getAttributeNames().filter((name) => name.startsWith('on') || name === 'style' || name === 'autofocus'),
  );
  return [...[...strange, ...twice].map(({ outerHTML }) => outerHTML.slice(0, 100)), ...handlers];
}
