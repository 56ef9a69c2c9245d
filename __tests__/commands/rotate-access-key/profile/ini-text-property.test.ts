import { writeFileSync } from 'node:fs';

import { loadSharedConfigFiles } from '@smithy/shared-ini-file-loader';
import fc from 'fast-check';

import { IniText } from '../../../../commands/rotate-access-key/profile/ini-text';
import { AwsFolder } from '../aws-folder';

afterAll(() => AwsFolder.removeAll());

const space = fc.constantFrom('', ' ', '  ', '\t', '\u00a0');
const name = fc.constantFrom('aws_access_key_id', 'aws_secret_access_key', 'region', 's3', 'a.b', 'ключ');
const value = fc.oneof(
  fc.constantFrom('', 'x#y', 'a=b', 'v ; w', '"q"', 'ü', '=', '[z]'),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);
const section = fc.constantFrom(
  'default',
  'p',
  'profile p',
  'profile default',
  'sso-session p',
  'other p',
  ' p',
  'ü',
  '',
  'profile "p"',
);
const line = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(space, name, space, space, value).map(([a, n, b, c, v]) => `${a}${n}${b}=${c}${v}`) },
  { weight: 3, arbitrary: fc.tuple(space, section, space).map(([a, s, b]) => `${a}[${s}]${b}`) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('#', ';', ' #'), value).map(([sign, text]) => `${sign}${text}`) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);
const end = fc.constantFrom('\n', '\r\n', '\n', '\n\n');
const file = fc
  .tuple(fc.constantFrom('', '\ufeff'), fc.array(fc.tuple(line, end), { maxLength: 14 }), fc.boolean())
  .map(([mark, lines, cut]) => {
    const text = mark + lines.map(([one, stop]) => `${one}${stop}`).join('');
    return cut ? text.replace(/\r?\n$/, '') : text;
  });

/** What the SDK's own reader says of a text that lies there as a credentials file. */
async function sdkReading(folder: AwsFolder, bytes: Buffer): Promise<Record<string, Record<string, string>>> {
  writeFileSync(folder.files.credentials, bytes);
  const { credentialsFile } = await loadSharedConfigFiles({
    filepath: folder.files.credentials,
    configFilepath: folder.at('none'),
    ignoreCache: true,
  });
  return credentialsFile as Record<string, Record<string, string>>;
}

function ownReading(text: IniText): Record<string, Record<string, string>> {
  const sections = [...text.sections].map((title) => [
    title,
    Object.fromEntries([...text.section(title)].map(([key, entry]) => [key, entry.value])),
  ]);
  return Object.fromEntries(sections) as Record<string, Record<string, string>>;
}

test('any text is read as the SDK reads it', async () => {
  const folder = new AwsFolder();
  await fc.assert(
    fc.asyncProperty(file, async (text) => {
      const bytes = Buffer.from(text);
      expect(ownReading(new IniText(bytes))).toEqual(await sdkReading(folder, bytes));
    }),
    { numRuns: 500 },
  );
});

test('of any text all bytes outside of the changed values stay, and the SDK reads the new values', async () => {
  const folder = new AwsFolder();
  let changed = 0;
  await fc.assert(
    fc.asyncProperty(file, fc.nat(), fc.nat(), async (text, first, second) => {
      const bytes = Buffer.from(text);
      const { entries, ...ini } = { entries: new IniText(bytes).entries, text: new IniText(bytes) };
      // The effective ones, as a profile's pair is; two in two lines.
      const effective = entries.filter((it) => ini.text.section(it.section).get(it.name)?.line === it.line);
      fc.pre(effective.length > 0);
      const [one, other] = [effective[first % effective.length]!, effective[second % effective.length]!];
      const chosen = one === other ? [one] : [one, other];
      const changes = chosen.map((entry, n) => ({ entry, value: `NEW${String(n)}` }));

      const after = ini.text.with(changes);

      const wanted = ownReading(ini.text);
      for (const { entry, value: now } of changes) wanted[entry.section]![entry.name] = now;
      expect(await sdkReading(folder, after)).toEqual(wanted);
      // Changed back by hand, with the old value cut out of its own line, nothing differs.
      const back = new IniText(after);
      const undone = back.with(
        changes.map(({ entry }) => ({ entry: back.entries.find((it) => it.line === entry.line)!, value: entry.value })),
      );
      expect(undone.equals(bytes)).toBe(true);
      changed += 1;
    }),
    { numRuns: 500 },
  );
  expect(changed).toBeGreaterThan(200);
});
