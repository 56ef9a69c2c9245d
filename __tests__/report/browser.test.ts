import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { violationsIn } from './axe';
import { findChromium, TestBrowser } from './browser';
import { deadReferences, idsTwice, madeOfText, overflow, pictureFaults } from './in-page';
import { ownFolder } from './reports';

const folder = ownFolder();
const browser = new TestBrowser();

/** What no report has, one of each. */
const FAULTY = `<!doctype html>
<html lang="en"><head><title>Faulty</title></head><body><main id="a"><h1 id="a">Faulty</h1>
<p style="color: #999; background: #fff">Grey on white</p>
<svg width="200" height="40"><text x="10" y="20">one text</text><text x="30" y="22">two</text><text x="190" y="20">gone far</text></svg>
<a href="#gone">A link</a><div style="width: 2000px">Wide</div>
<script>console.info('said'); fetch('https://example.invalid/').catch(() => undefined); throw new Error('thrown');</script>
</main></body></html>`;

describe('the browser of these tests', () => {
  test('is found on PATH, in the first folder that has one', () => {
    writeFileSync(join(folder, 'chromium'), '');

    expect(findChromium(`/nowhere:${folder}:${process.env.PATH ?? ''}`)).toBe(join(folder, 'chromium'));
  });

  test('is a failure where there is none, never a skip', () => {
    expect(() => findChromium('/nowhere')).toThrow(
      'none of chromium, chromium-browser, google-chrome is on PATH, and tests of the report need one: apt-get install chromium',
    );
  });

  test('tells what a faulty page says, asks for and runs into', async () => {
    const file = join(folder, 'faulty.html');
    writeFileSync(file, FAULTY);
    const { faults } = await browser.open(file);

    expect(faults).toEqual(expect.arrayContaining(['console info: said', 'request: https://example.invalid/', 'error: thrown']));
  });

  test('tells what is wrong in it', async () => {
    const file = join(folder, 'faulty.html');
    writeFileSync(file, FAULTY);
    const { page } = await browser.open(file);

    expect(await page.evaluate(idsTwice)).toEqual(['a']);
    expect(await page.evaluate(deadReferences)).toEqual(['#gone']);
    expect(await page.evaluate(madeOfText)).toEqual(['style', 'style']);
    expect(await page.evaluate(overflow)).toBeGreaterThan(700);
    expect(await page.evaluate(pictureFaults)).toEqual(['"one text" lies over "two"', '"gone far" leaves its picture']);
    expect((await violationsIn(page)).map((text) => text.split(':')[0])).toEqual(['color-contrast p']);
  });
});
