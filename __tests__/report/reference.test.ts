import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { synth } from '../../main';
import { elementsOf } from '../commands/report/markup';
import { violationsIn } from './axe';
import { TestBrowser } from './browser';
import { cutOff, deadReferences, type Focus, focus, idsTwice, overflow, stops, unfold } from './in-page';
import { ownFolder } from './reports';

const ROOT = join(__dirname, '..', '..');
const folder = ownFolder();
const report = join(folder, 'cdktf.out/report/index.html');
const browser = new TestBrowser();
beforeAll(() => {
  const config = join(folder, 'landing-zone.yaml');
  cpSync(join(ROOT, 'landing-zone.yaml'), config);
  synth({ config, out: join(folder, 'cdktf.out'), frozen: false });
});

describe('the report of the reference', () => {
  test('opens without a word in the console, and asks for nothing but itself', async () => {
    const { page, faults } = await browser.open(report);

    expect(await page.title()).toBe('acme: report');
    expect(faults).toEqual([]);
  });

  test('has each id once, and each link, label and name leads to one', async () => {
    const { page } = await browser.open(report);

    expect(await page.evaluate(idsTwice)).toEqual([]);
    expect(await page.evaluate(deadReferences)).toEqual([]);
  });

  test('gives axe nothing to object to, as it opens, unfolded, in a narrow window, and in the dark', async () => {
    const { page, faults } = await browser.open(report);
    const opened = await violationsIn(page);
    await page.evaluate(unfold);
    const unfolded = await violationsIn(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await violationsIn(page, 'contrast');
    await page.setViewportSize({ width: 400, height: 800 });
    const narrow = await violationsIn(page, 'structure');

    expect({ opened, unfolded, dark, narrow }).toEqual({ opened: [], unfolded: [], dark: [], narrow: [] });
    expect(faults).toEqual([]);
  });

  test('is what its text says: the browser mends no element of it', async () => {
    const { page } = await browser.open(report, { javaScriptEnabled: false });
    const text = readFileSync(report, 'utf8');

    expect(await page.locator('*').count()).toBe(elementsOf(text).length);
  });

  test('needs no scrolling to the side in a window of 320 pixels, whatever is unfolded', async () => {
    const { page } = await browser.open(report, { viewport: { width: 320, height: 640 } });
    await page.evaluate(unfold);

    expect(await page.evaluate(overflow)).toBe(0);
  });

  test('is read without scripts: folds open by a click, and links lead into them', async () => {
    const { page, faults } = await browser.open(report, { javaScriptEnabled: false });
    const fold = page.locator('#inventory details').first();
    await fold.locator('summary').click();

    expect(await fold.locator('tbody tr').first().isVisible()).toBe(true);
    expect(await page.getByRole('searchbox').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  test('is printed unfolded and without what only a screen needs, by scripts or without', async () => {
    const { page } = await browser.open(report, { javaScriptEnabled: false });
    await page.emulateMedia({ media: 'print' });
    const shown = async (what: string): Promise<boolean> => page.locator(what).first().isVisible();

    expect([await shown('#inventory details tbody tr'), await shown('nav'), await shown('.skip')]).toEqual([true, false, false]);
  });

  test('is printed whole and light: on paper nothing scrolls', async () => {
    // As wide as A4 within the margins of a browser.
    const { page } = await browser.open(report, { colorScheme: 'dark', viewport: { width: 718, height: 1000 } });
    await page.evaluate(unfold);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });

    expect(await page.evaluate(cutOff)).toEqual([]);
    expect(await page.evaluate(overflow)).toBe(0);
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
  });

  test('unfolds for a printer and folds again', async () => {
    const { page } = await browser.open(report);
    const open = `document.querySelectorAll('details[open]').length`;
    const before = await page.evaluate<number>(open);
    const all = await page.locator('details').count();
    await page.evaluate(`addEventListener('beforeprint', () => { globalThis.printed = ${open}; })`);
    await page.pdf();

    expect(await page.evaluate<number>('printed')).toBe(all);
    expect(await page.evaluate<number>(open)).toBe(before);
  });
});

describe('by keyboard', () => {
  test('the first stop leads past the navigation to the content', async () => {
    const { page } = await browser.open(report);
    await page.keyboard.press('Tab');
    const first = await page.evaluate(focus);
    await page.keyboard.press('Enter');

    expect(first).toEqual({ name: 'a', text: 'To the content', isSeen: true });
    expect(await page.evaluate(focus)).toMatchObject({ name: 'main' });
  });

  test('every link, fold, field and table is reached in its order, and one sees where one is', async () => {
    const { page } = await browser.open(report);
    const all = await page.evaluate(stops);
    const reached: Focus[] = [];
    while (reached.length < all.length) {
      await page.keyboard.press('Tab');
      reached.push(await page.evaluate(focus));
    }

    expect(reached.map(({ name }) => name)).toEqual(all);
    expect(new Set(all)).toEqual(new Set(['a', 'summary', 'input', 'div']));
    expect(reached.filter(({ isSeen }) => !isSeen)).toEqual([]);
    expect(reached.map(({ text }) => text)).toContain('tcp/5432 proven from app to data');
  });
});

describe('a search', () => {
  const label = 'Search addresses, types, accounts, Regions';

  test('leaves the rows that hold every word, says how many of how many, and gives all back', async () => {
    const { page } = await browser.open(report);
    const field = page.getByRole('searchbox', { name: label });
    const rows = page.locator('#inventory tbody tr');
    const told = page.locator('#inventory output');
    const all = await rows.count();
    await field.fill('KMS_key dev');
    await told.getByText(/ of /).waitFor();
    const left = rows.filter({ visible: true });
    const texts = await left.allTextContents();

    expect(await told.textContent()).toBe(`${String(texts.length)} of ${String(all)}`);
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.filter((text) => !/kms_key/i.test(text) || !/dev/i.test(text))).toEqual([]);
    await field.fill('');
    await told.getByText(/ of /).waitFor({ state: 'detached' });
    expect(await page.locator('#inventory tbody tr:not([hidden])').count()).toBe(all);
  });

  test('that finds nothing says so', async () => {
    const { page } = await browser.open(report);
    await page.getByRole('searchbox', { name: label }).fill('nothing is called so');
    const told = page.locator('#inventory output', { hasText: /^0 of \d+$/ });
    await told.waitFor();

    expect(await page.locator('#inventory details:visible').count()).toBe(0);
  });
});

describe('a link into a fold', () => {
  test('opens it each time that it is followed, and goes there', async () => {
    const { page } = await browser.open(report);
    const link = page.locator('.matrix a').first();
    const target = page.locator(`[id="${((await link.getAttribute('href')) ?? '').slice(1)}"]`);
    for (let time = 1; time <= 2; time += 1) {
      await link.focus();
      await page.keyboard.press('Enter');
      await target.locator('> summary:focus').waitFor();

      expect(await target.locator('.way').first().isVisible()).toBe(true);
      expect(await page.evaluate(focus)).toMatchObject({ isSeen: true });
      await page.keyboard.press('Space');
      await target.and(page.locator(':not([open])')).waitFor();
    }
  });

  test('opens it for whoever was sent the link', async () => {
    const { page } = await browser.open(report);
    const href = (await page.locator('.matrix a').first().getAttribute('href')) ?? '';
    const sent = await browser.open(report, {}, href);

    expect(await sent.page.locator(`[id="${href.slice(1)}"] > .fold`).isVisible()).toBe(true);
    expect(sent.faults).toEqual([]);
  });
});
