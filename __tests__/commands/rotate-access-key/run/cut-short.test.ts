import { mkdirSync, writeFileSync } from 'node:fs';

import { rotate } from '../../../../commands/rotate-access-key/run/rotation';
import { AwsFolder, OLD, plain } from '../aws-folder';
import type { FakeAws } from '../fake-aws';
import { failureOf, filesIn, groundOf, JOURNAL, MADE, NEXT, place, REQUEST, rotateIn } from '../in-process';

afterAll(() => AwsFolder.removeAll());

describe('a new key that nothing accepts', () => {
  const refuseNew = (aws: FakeAws, also: (action: string) => boolean = () => false): void => {
    aws.mishap = (action, nth) =>
      (action === 'GetCallerIdentity' && nth > 1) || also(action)
        ? { reason: 'ServiceFailure', words: 'no', status: 500 }
        : undefined;
  };
  const text = (outcome: string): string =>
    `profile "default": the new key ${MADE.id} wasn't accepted within 0.05 s, got sts:GetCallerIdentity ServiceFailure; ${outcome}: run the command again later [LZ-ROTATE-19]`;

  test('is deleted, and the old one is back', async () => {
    const { folder, aws } = place();
    const before = [folder.listing(), aws.listed];
    refuseNew(aws);
    expect(await failureOf(rotateIn(folder, aws))).toEqual({
      exitCode: 3,
      text: text('the new key is out of the profile and deleted'),
    });
    expect([folder.listing(), aws.listed]).toEqual(before);
  });

  test('that cannot be deleted either is deleted by the next run, though it was used', async () => {
    const { folder, aws } = place();
    refuseNew(aws, (action) => action === 'DeleteAccessKey');
    expect(await failureOf(rotateIn(folder, aws))).toEqual({
      exitCode: 3,
      text: text('the new key is out of the profile, and the next run deletes it'),
    });
    expect([folder.text('credentials'), aws.listed]).toEqual([plain(OLD), [`${OLD.id} active`, `${MADE.id} active`]]);

    aws.mishap = () => undefined;
    aws.keys[1]!.used = true;
    await rotateIn(folder, aws);
    expect([folder.text('credentials'), aws.listed]).toEqual([plain(NEXT), [`${NEXT.id} active`]]);
  });

  test('stays where the old secret is gone with a former run, and the old one stays active', async () => {
    const { folder, aws } = place();
    aws.add(MADE);
    writeFileSync(folder.at('credentials'), plain(MADE));
    const entry = { user: 'alice', account: '111111111111', profile: 'default', oldKey: OLD.id, keysBefore: [OLD.id] };
    writeFileSync(folder.at(JOURNAL), JSON.stringify({ ...entry, startedAt: new Date().toISOString(), newKey: MADE.id }));
    refuseNew(aws);
    expect(await failureOf(rotateIn(folder, aws))).toEqual({
      exitCode: 3,
      text: text('the profile stays as it is now, and so does the old key'),
    });
    expect([folder.text('credentials'), aws.listed]).toEqual([plain(MADE), [`${OLD.id} active`, `${MADE.id} active`]]);
  });
});

describe('a profile that cannot be written', () => {
  test('because somebody else changed its pair: the new key is deleted, and their pair stays', async () => {
    const { folder, aws } = place();
    const theirs = { id: 'AKIATHEIRS0000000000', secret: 'theirs' };
    aws.onCall = (action) => {
      if (action === 'CreateAccessKey') writeFileSync(folder.at('credentials'), plain(theirs));
    };
    expect(await failureOf(rotateIn(folder, aws))).toEqual({
      exitCode: 3,
      text: `profile "default": the new key ${MADE.id} couldn't be written into ${folder.at('credentials')}, got somebody else changed its key pair meanwhile; the new key is out of the profile and deleted: run the command again later [LZ-ROTATE-19]`,
    });
    expect([folder.text('credentials'), aws.listed, filesIn(folder)]).toEqual([
      plain(theirs),
      [`${OLD.id} active`],
      ['credentials'],
    ]);
  });
});

describe('a run that is to end', () => {
  /** Interrupts at the first call of this kind, which is in the middle of a step. */
  async function interruptedAt(action: string, flags = REQUEST) {
    const { folder, aws } = place();
    const ground = groundOf(aws, folder);
    aws.onCall = (now) => {
      if (now === action) ground.interruption.request('SIGTERM');
    };
    return { folder, aws, failure: await failureOf(rotate(flags, ground)) };
  }
  const stopped = (before: string): string =>
    `rotate-access-key: stopped before this step: ${before}, got SIGTERM; run the same command again: it goes on from there [LZ-ROTATE-20]`;

  test('before it began leaves everything', async () => {
    const { folder, aws, failure } = await interruptedAt('ListAccessKeys');
    expect(failure).toEqual({
      exitCode: 3,
      text: stopped(`note in ${folder.at(JOURNAL)} that a rotation is under way`),
    });
    expect([folder.text('credentials'), aws.listed, filesIn(folder)]).toEqual([
      plain(OLD),
      [`${OLD.id} active`],
      ['credentials'],
    ]);
  });

  test('while a key is created still writes it, since its secret is nowhere else', async () => {
    const { folder, aws, failure } = await interruptedAt('CreateAccessKey');
    expect(failure).toEqual({ exitCode: 3, text: stopped(`prove that ${MADE.id} works`) });
    expect([folder.text('credentials'), aws.listed]).toEqual([plain(MADE), [`${OLD.id} active`, `${MADE.id} active`]]);

    await rotateIn(folder, aws);
    expect([folder.text('credentials'), aws.listed, filesIn(folder)]).toEqual([
      plain(MADE),
      [`${MADE.id} active`],
      ['credentials'],
    ]);
  });

  test('while the old key is disabled does so, and is finished by the next, with the same --access-key-id', async () => {
    const { folder, aws, failure } = await interruptedAt('UpdateAccessKey');
    expect(failure).toEqual({ exitCode: 3, text: stopped(`delete ${OLD.id} with ${MADE.id}`) });
    expect(aws.listed).toEqual([`${OLD.id} inactive`, `${MADE.id} active`]);

    await rotateIn(folder, aws, { accessKeyId: OLD.id });
    expect([aws.listed, filesIn(folder)]).toEqual([[`${MADE.id} active`], ['credentials']]);
  });
});

describe('a journal that cannot be written', () => {
  test('ends the run before anything is created', async () => {
    const { folder, aws } = place();
    // It was looked for before the listing, so it gets in the way only when it is written.
    aws.onCall = (action) => {
      if (action === 'ListAccessKeys') mkdirSync(folder.at(JOURNAL));
    };
    expect(await failureOf(rotateIn(folder, aws))).toEqual({
      exitCode: 3,
      text: `${folder.at('credentials')}: the file, or one beside it, can't be written, got EISDIR; make room and the folder writable, then run the command again: it goes on from here [LZ-ROTATE-21]`,
    });
    expect([folder.text('credentials'), aws.listed, filesIn(folder)]).toEqual([
      plain(OLD),
      [`${OLD.id} active`],
      ['credentials', JOURNAL],
    ]);
  });
});
