import { chmodSync, mkdirSync, readdirSync, readFileSync, readlinkSync, statSync, symlinkSync, writeFileSync } from 'node:fs';

import { replaceFile, sweepBeside } from '../../../../commands/rotate-access-key/profile/safe-file';
import { rotate } from '../../../../commands/rotate-access-key/run/rotation';
import { AwsFolder, NEW, OLD, plain } from '../aws-folder';
import { groundOf, MADE, place, REQUEST, rotateIn } from '../in-process';

afterAll(() => AwsFolder.removeAll());

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

describe('a replaced file', () => {
  test.each([
    ['600', '600'],
    ['644', '600'],
    ['666', '600'],
    ['777', '600'],
    ['640', '600'],
    ['200', '200'],
  ])('of mode %s has mode %s then', async (before, after) => {
    const folder = new AwsFolder({ credentials: plain(OLD) });
    chmodSync(folder.files.credentials, Number.parseInt(before, 8));
    await replaceFile(folder.files.credentials, Buffer.from(plain(NEW)));
    expect([modeOf(folder.files.credentials), readdirSync(folder.path)]).toEqual([after, ['credentials']]);
    chmodSync(folder.files.credentials, 0o600);
    expect(folder.text('credentials')).toBe(plain(NEW));
  });

  test('that was not there has mode 600', async () => {
    const folder = new AwsFolder();
    await replaceFile(folder.at('new'), Buffer.from('x'));
    expect(modeOf(folder.at('new'))).toBe('600');
  });
});

test('symbolic links stay as they were; their target gets the pair, with journal and lock beside it', async () => {
  const { folder, aws } = place();
  mkdirSync(folder.at('real'));
  writeFileSync(folder.at('real/keys'), plain(OLD), { mode: 0o600 });
  symlinkSync('real/keys', folder.at('link'));
  symlinkSync('link', folder.at('second'));
  let beside: string[] = [];
  aws.onCall = () => (beside = readdirSync(folder.at('real')).sort());

  await rotate(REQUEST, { ...groundOf(aws, folder), files: { credentials: folder.at('second'), config: folder.at('none') } });

  expect([readlinkSync(folder.at('second')), readlinkSync(folder.at('link'))]).toEqual(['link', 'real/keys']);
  expect([folder.text('real/keys'), folder.text('credentials')]).toEqual([plain(MADE), plain(OLD)]);
  expect(beside).toEqual(['keys', 'keys.lock', 'keys.rotation.default.json']);
  expect(readdirSync(folder.at('real'))).toEqual(['keys']);
});

describe('what a killed run left beside the file', () => {
  test('is removed if the new key stands in it, and nothing else is', async () => {
    const folder = new AwsFolder({ credentials: plain(NEW) });
    writeFileSync(folder.at('credentials.123456789'), plain(NEW));
    writeFileSync(folder.at('credentials.20260101'), plain(OLD));
    writeFileSync(folder.at('credentials.bak'), plain(NEW));
    writeFileSync(folder.at('config.123456789'), plain(NEW));

    await sweepBeside(folder.files.credentials, [NEW.id]);

    expect(readdirSync(folder.path).sort()).toEqual([
      'config.123456789',
      'credentials',
      'credentials.20260101',
      'credentials.bak',
    ]);
  });

  test('is gone at the end of the run that finishes the rotation', async () => {
    const { folder, aws } = place();
    aws.onCall = (action) => {
      if (action === 'UpdateAccessKey') writeFileSync(folder.at('credentials.4000000000'), plain(MADE));
    };
    await rotateIn(folder, aws);
    expect([readdirSync(folder.path), readFileSync(folder.files.credentials, 'utf8')]).toEqual([['credentials'], plain(MADE)]);
  });
});
