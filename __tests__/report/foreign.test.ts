import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { planFile, PLANS } from '../policies/judged/judged';
import { type Held, violationsIn } from './axe';
import { type Opened, TestBrowser } from './browser';
import { HOSTILE, hostileForm, hostileTerraform } from './hostile';
import { deadReferences, idsTwice, madeOfText, overflow, unfold } from './in-page';
import { ownFolder, reportOn, written } from './reports';

const FOREIGN = join(__dirname, '../policies/foreign');
const folder = ownFolder();
const browser = new TestBrowser();
const page = (name: string): string => join(folder, `${name}.html`);

/** Everything that a page of whatever Terraform has to be. */
async function faultsOf({ page, faults }: Opened, held: Held = 'structure'): Promise<object> {
  await page.evaluate(unfold);
  return {
    faults,
    idsTwice: await page.evaluate(idsTwice),
    deadReferences: await page.evaluate(deadReferences),
    // The catalogue is the same in every report, and axe looks at that of the reference.
    violations: await violationsIn(page, held, '#controls'),
  };
}

const NONE = { faults: [], idsTwice: [], deadReferences: [], violations: [] };

describe('the report of Terraform by others', () => {
  test.each(PLANS)('is sound and open to everybody for the plan "%s"', async (plan) => {
    const opened = await browser.open(reportOn(planFile(plan), page(plan)));

    expect(await opened.page.locator('h1').textContent()).toBe('plan.json');
    expect(await faultsOf(opened)).toEqual(NONE);
  });

  test.each(['access', 'legacy'])('is for the state "%s" as well', async (name) => {
    const opened = await browser.open(reportOn(join(FOREIGN, name, 'state.json'), page(name)));

    expect(await faultsOf(opened)).toEqual(NONE);
  });

  test('is with what differs from another document', async () => {
    const [before, after] = [planFile('network'), planFile('application')];
    const opened = await browser.open(reportOn(after, page('against'), '--against', before));

    expect(await opened.page.locator('#changes > p').nth(1).textContent()).toContain(`Compared with ${before}.`);
    // Here is every colour that there is.
    expect(await faultsOf(opened, 'everything')).toEqual(NONE);
  });
});

describe('what somebody wrote to be run', () => {
  /** A folder may have such a name too, and is the title then. */
  function hostilePage(): string {
    const stack = join(folder, HOSTILE[1] ?? '');
    mkdirSync(stack);
    written(stack, 'cdk.tf.json', hostileTerraform());
    return reportOn(stack, page('names'));
  }

  test('stays text wherever names stand, and the page is as sound as any', async () => {
    const opened = await browser.open(hostilePage());

    expect(await opened.page.locator('h1').textContent()).toBe(HOSTILE[1]);
    expect(await opened.page.evaluate(madeOfText)).toEqual([]);
    expect(await faultsOf(opened)).toEqual(NONE);
    expect(await opened.page.evaluate('window.ran')).toBeUndefined();
  });

  test.each(PLANS)('stays text in every worded argument of the plan "%s"', async (plan) => {
    const file = written(folder, `${plan}.json`, hostileForm(JSON.parse(readFileSync(planFile(plan), 'utf8'))) as object);
    const opened = await browser.open(reportOn(file, page(`hostile-${plan}`)));

    expect(await opened.page.evaluate(madeOfText)).toEqual([]);
    expect(await opened.page.evaluate(idsTwice)).toEqual([]);
    expect(await opened.page.evaluate('window.ran')).toBeUndefined();
    expect(opened.faults).toEqual([]);
  });

  test('is shown in the order in which it was written: what turns texts round is spelt out', async () => {
    const { page } = await browser.open(reportOn(join(folder, HOSTILE[1] ?? ''), join(folder, 'order.html')));
    const text = (await page.locator('body').textContent()) ?? '';

    expect(text).toContain('invoice\\u{202e}gpj.exe');
    expect(text).not.toMatch(/[\u202E\u200B\uFEFF]/);
  });

  test('makes no page wider than its window, however long its words', async () => {
    const { page } = await browser.open(reportOn(join(folder, HOSTILE[1] ?? ''), join(folder, 'long.html')), {
      viewport: { width: 320, height: 640 },
    });
    await page.evaluate(unfold);

    expect(await page.evaluate(overflow)).toBe(0);
  });
});
