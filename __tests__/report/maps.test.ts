import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { synth } from '../../main';
import { planFile } from '../policies/judged/judged';
import { violationsIn } from './axe';
import { TestBrowser } from './browser';
import { HOSTILE, hostileForm } from './hostile';
import { madeOfText, pictureFaults, unfold } from './in-page';
import { ownFolder, reportOn, written } from './reports';

const folder = ownFolder();
const output = join(folder, 'cdktf.out');
const drawn = join(output, 'report/index.html');
const browser = new TestBrowser();
beforeAll(() => {
  const config = join(folder, 'landing-zone.yaml');
  cpSync(join(__dirname, 'landing-zone.yaml'), config);
  synth({ config, out: output, frozen: false });
});

/** What is wrong with the pictures of a page, and how many texts they have. */
async function pictures(file: string, width = 1280): Promise<{ readonly texts: number; readonly faults: readonly string[] }> {
  const { page } = await browser.open(file, { viewport: { width, height: 900 } });
  await page.evaluate(unfold);
  return { texts: await page.locator('svg text').count(), faults: await page.evaluate(pictureFaults) };
}

describe('a map', () => {
  test('has no text over another and none outside, of 3 and of 6 tiers in 3 zones with 12 flows each, dual stack and peered', async () => {
    const { texts, faults } = await pictures(drawn);

    expect(faults).toEqual([]);
    expect(texts).toBeGreaterThan(100);
  });

  test('has none in a window of 400 pixels either', async () => {
    expect((await pictures(drawn, 400)).faults).toEqual([]);
  });

  test.each([
    ['a state with peerings and a transit gateway', join(__dirname, '../policies/foreign/joined/state.json')],
    ['a plan that was made of modules', planFile('network')],
    ['Terraform with a subnet behind a firewall', join(__dirname, '../../examples/reachability/network')],
  ])('has none of %s', async (_what, path) => {
    const { texts, faults } = await pictures(reportOn(path, join(folder, 'foreign.html')));

    expect(faults).toEqual([]);
    expect(texts).toBeGreaterThan(5);
  });

  test('names every tier and every flow, with its port and its reason', async () => {
    const { page } = await browser.open(drawn);
    await page.evaluate(unfold);
    const texts = await page.locator('svg text').allTextContents();

    expect(texts).toEqual(expect.arrayContaining(['processing-of-values', 'front-door-for-all', 'app', 'data', 'zone c']));
    expect(texts.join('\n')).toContain('The worker stores documents in S3');
    expect(await page.locator('svg[role="img"]').count()).toBe(await page.locator('svg').count());
  });
});

describe('what somebody wrote into intent.json to be run', () => {
  test('stays text in the title, the maps and the matrix, and the page as open to everybody', async () => {
    const hostile = join(folder, 'hostile.out');
    cpSync(output, hostile, { recursive: true });
    const intent = JSON.parse(readFileSync(join(output, 'intent.json'), 'utf8')) as { organization: object };
    const organization = { ...intent.organization, name: HOSTILE[0] };
    written(hostile, 'intent.json', hostileForm({ ...intent, organization }) as object);
    const { page, faults } = await browser.open(reportOn(hostile, join(folder, 'hostile.html')));
    await page.evaluate(unfold);

    expect(await page.locator('h1').textContent()).toBe(HOSTILE[0]);
    expect(await page.evaluate(madeOfText)).toEqual([]);
    expect(await page.evaluate(pictureFaults)).toEqual([]);
    expect(await violationsIn(page, 'structure')).toEqual([]);
    expect(await page.evaluate('window.ran')).toBeUndefined();
    expect(faults).toEqual([]);
  });
});
