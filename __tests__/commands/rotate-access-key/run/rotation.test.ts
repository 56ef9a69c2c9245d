import { writeFileSync } from 'node:fs';

import { previewRotation } from '../../../../commands/rotate-access-key/run/rotation';
import { AwsFolder, OLD, plain } from '../aws-folder';
import { failureOf, filesIn, groundOf, JOURNAL, MADE, NEXT, place, REQUEST, rotateIn } from '../in-process';

afterAll(() => AwsFolder.removeAll());

const THROTTLED = { reason: 'Throttling', words: 'Rate exceeded', status: 400 };
const LOST = { reason: 'ECONNRESET', afterwards: true } as const;
const UNKNOWN = { reason: 'InvalidClientTokenId', words: 'unknown', status: 403 };
const DENIED = { reason: 'AccessDenied', words: 'User: alice is not authorized to perform it', status: 403 };

describe('a rotation', () => {
  test('creates with the old key, and takes the old one away with the new key, once that is proven', async () => {
    const { folder, aws } = place();
    await rotateIn(folder, aws);
    expect(aws.calls).toEqual([
      `${OLD.id} GetCallerIdentity`,
      `${OLD.id} ListAccessKeys`,
      `${OLD.id} CreateAccessKey`,
      `${MADE.id} GetCallerIdentity`,
      `${MADE.id} ListAccessKeys`,
      `${MADE.id} UpdateAccessKey`,
      `${MADE.id} DeleteAccessKey`,
    ]);
    expect([folder.text('credentials'), aws.listed, filesIn(folder)]).toEqual([
      plain(MADE),
      [`${MADE.id} active`],
      ['credentials'],
    ]);
  });

  test('answers what it did, without a secret', async () => {
    const { folder, aws } = place();
    const { steps, ...result } = await rotateIn(folder, aws);
    expect(result).toEqual({
      user: 'alice',
      account: '111111111111',
      profile: 'default',
      file: folder.at('credentials'),
      oldKey: OLD.id,
      newKey: MADE.id,
      resumed: false,
    });
    expect(steps.map(({ text }) => text)).toEqual([
      `note in ${folder.at(JOURNAL)} that a rotation is under way`,
      'create a new key for alice',
      `write ${MADE.id} into ${folder.at('credentials')}`,
      `prove that ${MADE.id} works`,
      `disable ${OLD.id} with ${MADE.id}`,
      `delete ${OLD.id} with ${MADE.id}`,
      `remove ${folder.at(JOURNAL)}`,
    ]);
  });

  test('with --no-delete leaves the old key inactive', async () => {
    const { folder, aws } = place();
    await rotateIn(folder, aws, { deleteOld: false });
    expect([aws.listed, filesIn(folder)]).toEqual([[`${OLD.id} inactive`, `${MADE.id} active`], ['credentials']]);
  });

  test('takes --access-key-id of the key that the profile has', async () => {
    const { folder, aws } = place();
    await rotateIn(folder, aws, { accessKeyId: OLD.id });
    expect(aws.listed).toEqual([`${MADE.id} active`]);
  });

  test('keeps a journal without secrets from before the creation to the end', async () => {
    const { folder, aws } = place();
    const journals = new Map<string, string | undefined>();
    aws.onCall = (action) => journals.set(`${action} ${String(aws.actions.length)}`, folder.listing()[JOURNAL]);
    await rotateIn(folder, aws);
    const seen = [...journals.values()];
    expect(seen.slice(0, 2)).toEqual([undefined, undefined]);
    expect(seen.slice(2).map((text) => text?.slice(0, 4))).toEqual(Array.from({ length: 5 }, () => '600 '));
    expect(seen[2]).toContain(`"keysBefore": [\n    "${OLD.id}"\n  ]`);
    expect(seen[2]).not.toContain('newKey');
    expect(seen[3]).toContain(`"newKey": "${MADE.id}"`);
    expect(seen.join('')).not.toContain(OLD.secret);
    expect(seen.join('')).not.toContain(MADE.secret);
  });

  test('with MFA opens a session by the old key, which then makes every call of IAM', async () => {
    const { folder, aws } = place();
    await rotateIn(folder, aws, { mfa: { serial: 'arn:aws:iam::111111111111:mfa/alice', code: '123456' } });
    expect(aws.calls).toEqual([
      `${OLD.id} GetCallerIdentity`,
      `${OLD.id} GetSessionToken`,
      'ASIASESSION ListAccessKeys',
      'ASIASESSION CreateAccessKey',
      `${MADE.id} GetCallerIdentity`,
      'ASIASESSION UpdateAccessKey',
      'ASIASESSION DeleteAccessKey',
    ]);
    expect([folder.text('credentials'), aws.listed]).toEqual([plain(MADE), [`${MADE.id} active`]]);
  });

  test('waits until IAM knows the new key', async () => {
    const { folder, aws } = place();
    aws.mishap = (action, nth) => (action === 'GetCallerIdentity' && nth >= 2 && nth <= 5 ? UNKNOWN : undefined);
    await rotateIn(folder, aws);
    expect(aws.actions.filter((action) => action === 'GetCallerIdentity')).toHaveLength(6);
    expect(aws.listed).toEqual([`${MADE.id} active`]);
  });

  test('keeps what others change in the file meanwhile', async () => {
    const { folder, aws } = place();
    aws.onCall = (action) => {
      if (action === 'CreateAccessKey') writeFileSync(folder.at('credentials'), `${plain(OLD)}[other]\nregion = x\n`);
    };
    await rotateIn(folder, aws);
    expect(folder.text('credentials')).toBe(`${plain(MADE)}[other]\nregion = x\n`);
  });
});

describe('a call that is repeated', () => {
  test('deletes an old key though the answer to the first attempt was lost: that it is gone is success', async () => {
    const { folder, aws } = place();
    aws.mishap = (action, nth) => (action === 'DeleteAccessKey' && nth === 1 ? LOST : undefined);
    await rotateIn(folder, aws);
    expect(aws.actions.slice(-2)).toEqual(['DeleteAccessKey', 'DeleteAccessKey']);
    expect([aws.listed, filesIn(folder)]).toEqual([[`${MADE.id} active`], ['credentials']]);
  });

  test('takes an old key that is gone before it is disabled for disabled', async () => {
    const { folder, aws } = place();
    aws.onCall = (action) => {
      if (action === 'UpdateAccessKey') aws.keys.splice(0, 1);
    };
    await rotateIn(folder, aws);
    expect([aws.listed, filesIn(folder)]).toEqual([[`${MADE.id} active`], ['credentials']]);
  });

  test('waits for parts of IAM that learn later of the new key, to disable the old one', async () => {
    const { folder, aws } = place();
    aws.mishap = (action, nth) => (action === 'UpdateAccessKey' && nth <= 4 ? UNKNOWN : undefined);
    await rotateIn(folder, aws);
    expect([aws.actions.filter((action) => action === 'UpdateAccessKey').length, aws.listed]).toEqual([5, [`${MADE.id} active`]]);
  });

  test('waits for the key that a former run wrote', async () => {
    const { folder, aws } = place();
    aws.mishap = (action) => (action === 'UpdateAccessKey' ? DENIED : undefined);
    expect((await failureOf(rotateIn(folder, aws))).exitCode).toBe(3);
    const asked = aws.actions.length;
    aws.mishap = (action, nth) => (action === 'GetCallerIdentity' && nth > 2 && nth <= 6 ? UNKNOWN : undefined);
    await rotateIn(folder, aws);
    expect(aws.actions.slice(asked, asked + 5)).toEqual(Array.from({ length: 5 }, () => 'GetCallerIdentity'));
    expect(aws.listed).toEqual([`${MADE.id} active`]);
  });
});

describe('a preview', () => {
  test('says what would be done, asks only what changes nothing, and leaves no trace', async () => {
    const { folder, aws } = place();
    const before = folder.listing();
    const { steps, newKey } = await previewRotation(REQUEST, groundOf(aws, folder));
    expect(steps.map(({ text }) => text)).toEqual([
      `note in ${folder.at(JOURNAL)} that a rotation is under way`,
      'create a new key for alice',
      `write the new key into ${folder.at('credentials')}`,
      'prove that the new key works',
      `disable ${OLD.id} with the new key`,
      `delete ${OLD.id} with the new key`,
      `remove ${folder.at(JOURNAL)}`,
    ]);
    expect([newKey, aws.actions, folder.listing()]).toEqual([undefined, ['GetCallerIdentity', 'ListAccessKeys'], before]);
  });
});

describe('a creation that fails', () => {
  test('is not repeated without a look: a lost answer leaves a key, which is deleted', async () => {
    const { folder, aws } = place();
    aws.mishap = (action, nth) => (action === 'CreateAccessKey' && nth === 1 ? LOST : undefined);
    await rotateIn(folder, aws);
    expect(aws.actions.slice(2, 7)).toEqual([
      'CreateAccessKey',
      'ListAccessKeys',
      'GetAccessKeyLastUsed',
      'DeleteAccessKey',
      'CreateAccessKey',
    ]);
    expect([aws.listed, folder.text('credentials')]).toEqual([[`${NEXT.id} active`], plain(NEXT)]);
  });

  test('by throttling for ever ends with 3 after 3 attempts, and leaves nothing', async () => {
    const { folder, aws } = place();
    const before = [folder.listing(), aws.listed];
    aws.mishap = (action) => (action === 'CreateAccessKey' ? THROTTLED : undefined);
    expect(await failureOf(rotateIn(folder, aws))).toEqual({
      exitCode: 3,
      text: 'iam:CreateAccessKey: AWS answered with an error (Rate exceeded), got Throttling; run the same command again: it goes on from where this one stopped [LZ-ROTATE-18]',
    });
    expect(aws.actions.filter((action) => action === 'CreateAccessKey')).toHaveLength(3);
    expect([folder.listing(), aws.listed]).toEqual(before);
  });

  test('for want of rights is tried once, leaves nothing, and says what to do', async () => {
    const { folder, aws } = place();
    const before = [folder.listing(), aws.listed];
    aws.mishap = (action) => (action === 'CreateAccessKey' ? DENIED : undefined);
    expect(await failureOf(rotateIn(folder, aws))).toEqual({
      exitCode: 3,
      text: 'iam:CreateAccessKey: AWS answered with an error (User: alice is not authorized to perform it), got AccessDenied; attach the self-rotation policy to the user; where it asks for MFA, pass --mfa-serial and --mfa-code; then run the command again [LZ-ROTATE-18]',
    });
    expect(aws.actions.filter((action) => action === 'CreateAccessKey')).toHaveLength(1);
    expect([folder.listing(), aws.listed]).toEqual(before);
  });

  test('each time without an answer leaves the journal, by which the next run finds the key', async () => {
    const { folder, aws } = place();
    aws.mishap = (action) => (action === 'CreateAccessKey' ? LOST : undefined);
    expect(await failureOf(rotateIn(folder, aws))).toEqual({
      exitCode: 3,
      text: 'iam:CreateAccessKey: AWS gave no answer that counts, got ECONNRESET; run the same command again: it goes on from where this one stopped [LZ-ROTATE-18]',
    });
    expect([filesIn(folder), aws.keys.length]).toEqual([['credentials', JOURNAL], 2]);

    aws.mishap = () => undefined;
    const { resumed } = await rotateIn(folder, aws);
    expect([resumed, filesIn(folder), aws.keys.length]).toEqual([true, ['credentials'], 1]);
  });
});
