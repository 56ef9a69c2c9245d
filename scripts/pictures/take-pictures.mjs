#!/usr/bin/env node
/**
 * Takes the pictures of docs/report.md from the report of the reference, as it lies in cdktf.out: `npm start` first. They differ a
 * little from machine to machine, by their fonts: take them anew only where the report looks otherwise.
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chdir } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { chromium } from 'playwright-core';

chdir(fileURLToPath(new URL('../..', import.meta.url)));
const REPORT = 'cdktf.out/report/index.html';
const FOLDER = 'docs/images';

/** What each shows: where the page stands, what is opened there, and how much of it is seen. */
const PICTURES = [
  { name: 'report-overview', top: 'h1', height: 620 },
  { name: 'report-map', top: '#network-1', height: 575 },
  { name: 'report-matrix', top: '#reachability h3 >> nth=1', follows: '.matrix >> nth=1 >> a:has(.mark.good)', height: 760 },
];

function executable() {
  const places = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'chromium'));
  const found = places.find((place) => existsSync(place));
  if (found === undefined) throw new Error('chromium is not on PATH: apt-get install chromium');
  return found;
}

if (!existsSync(REPORT)) throw new Error(`${REPORT} is not there: npm start makes it`);
const browser = await chromium.launch({
  executablePath: executable(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  for (const { name, top, follows, height } of PICTURES) {
    const page = await browser.newPage({ viewport: { width: 1280, height }, colorScheme: 'light' });
    await page.goto(pathToFileURL(REPORT).href);
    if (follows !== undefined) await page.locator(follows).first().click();
    await page
      .locator(top)
      .first()
      .evaluate((element) => element.scrollIntoView({ block: 'start' }));
    await page.screenshot({ path: join(FOLDER, `${name}.png`) });
    await page.close();
  }
} finally {
  await browser.close();
}
