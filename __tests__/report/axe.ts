import { source } from 'axe-core';
import type { Page } from 'playwright-core';

/** WCAG 2.2 up to AA, and what axe holds for good practice besides. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Results {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: unknown; readonly failureSummary?: string }[];
  }[];
}

/** All that axe knows; only whether colours tell text from its ground; or all but that, which takes longest. */
export type Held = 'everything' | 'contrast' | 'structure';

const OPTIONS: Readonly<Record<Held, object>> = {
  everything: { runOnly: TAGS },
  contrast: { runOnly: { type: 'rule', values: ['color-contrast'] } },
  structure: { runOnly: TAGS, rules: { 'color-contrast': { enabled: false } } },
};

/** What axe objects to in a page, as it is shown now, but for a part that was looked at elsewhere: `rule element: reason`. */
export async function violationsIn(page: Page, held: Held = 'everything', except?: string): Promise<readonly string[]> {
  // By the browser's own console, which no policy of the page forbids: the page is the one that readers get.
  await page.evaluate(source);
  const options = JSON.stringify({ ...OPTIONS[held], resultTypes: ['violations'] });
  const what = except === undefined ? 'document' : JSON.stringify({ exclude: [except] });
  const { violations } = await page.evaluate<Results>(`axe.run(${what}, ${options})`);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) => `${id} ${String(target)}: ${failureSummary.split('\n').slice(1).join(' ').trim()}`,
    ),
  );
}
