import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** What packages call it. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** Where Chromium is. Without one nothing can be said about the report: that is a failure, never a skip. */
export function findChromium(path = process.env.PATH ?? ''): string {
  const places = path.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const found = places.find((place) => existsSync(place));
  if (found === undefined) {
    throw new Error(`none of ${NAMES.join(', ')} is on PATH, and tests of the report need one: apt-get install chromium`);
  }
  return found;
}

/** A page that is open, and what it did that a report never does: said, asked for, or ran into. */
export interface Opened {
  readonly page: Page;
  readonly faults: readonly string[];
}

/** A browser for the tests of a file, closed when they have ended, whatever their end. */
export class TestBrowser {
  #browser: Browser | undefined;

  constructor() {
    // Chromium's sandbox refuses to be started by root, who runs tests in containers.
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    beforeAll(async () => {
      this.#browser = await chromium.launch({ executablePath: findChromium(), args });
    });
    afterEach(async () => {
      await Promise.all(this.#browser?.contexts().map((context) => context.close()) ?? []);
    });
    afterAll(async () => {
      await this.#browser?.close();
    });
  }

  /** Opens a file as a reader does who was sent it. */
  async open(file: string, options: BrowserContextOptions = {}, fragment = ''): Promise<Opened> {
    if (this.#browser === undefined) throw new Error('the browser is there only while tests run');
    const context = await this.#browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    const url = pathToFileURL(file).href;
    const faults: string[] = [];
    page.on('console', (message) => faults.push(`console ${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => {
      faults.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (request.url() !== url && request.url() !== `${url}${fragment}`) faults.push(`request: ${request.url()}`);
    });
    await page.goto(`${url}${fragment}`);
    return { page, faults };
  }
}
