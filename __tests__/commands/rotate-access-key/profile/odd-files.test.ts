import { readFileSync } from 'node:fs';

import { Credential } from '../../../../commands/rotate-access-key/profile/credential';
import { readProfile } from '../../../../commands/rotate-access-key/profile/profile';
import { replaceFile } from '../../../../commands/rotate-access-key/profile/safe-file';
import { sdkFinds } from '../../../../commands/rotate-access-key/profile/sdk-view';
import { AwsFolder, NEW, OLD } from '../aws-folder';
import { ODD_FILES } from './odd-files';

afterAll(() => AwsFolder.removeAll());

const [older, newer] = [OLD, NEW].map(({ id, secret }) => new Credential(id, secret)) as [Credential, Credential];

test('there are at least 40 odd files, each with a name of its own', () => {
  expect(new Set(ODD_FILES.map(({ name }) => name)).size).toBe(ODD_FILES.length);
  expect(ODD_FILES.length).toBeGreaterThanOrEqual(40);
});

describe.each(ODD_FILES)('$name', ({ profile = 'default', credentials, config }) => {
  const place = (): AwsFolder => new AwsFolder({ credentials: credentials?.(OLD), config: config?.(OLD) });

  test('is unchanged but for the two values, which the SDK reads', async () => {
    const folder = place();
    expect(await sdkFinds(older, profile, folder.files)).toBe(true);
    const { file, pair, withPair } = readProfile(profile, folder.files);
    expect(pair.isSameAs(older)).toBe(true);

    await replaceFile(file, withPair(newer));

    const texts = { credentials: credentials?.(NEW), config: config?.(NEW) };
    const wanted = [texts.credentials, texts.config].map((text) => (text === undefined ? undefined : Buffer.from(text)));
    const found = [credentials && folder.files.credentials, config && folder.files.config].map((path) =>
      path === undefined ? undefined : readFileSync(path),
    );
    expect(found).toEqual(wanted);
    expect(await sdkFinds(newer, profile, folder.files)).toBe(true);
  });
});
