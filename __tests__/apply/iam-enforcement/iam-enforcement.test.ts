import { CreateUserCommand } from '@aws-sdk/client-iam';
import { DeleteBucketPolicyCommand, PutBucketPolicyCommand } from '@aws-sdk/client-s3';

import { CASES } from '../../policies/iam/evaluate/cases';
import type { Case } from '../../policies/iam/evaluate/cases/case';
import { answerOf } from '../../policies/iam/evaluate/cases/judge';
import { Actor } from './actor';
import { s3Of } from './calls';
import { ASKERS, drawn, OBJECTS } from './drawn';
import { enact } from './enact';
import { EnforcedAccount } from './enforced-account';
import { findObstacle, REFUSALS } from './obstacle';
import { compare } from './random-policies';
import { realCase } from './real-case';

/** The same policies at each run; IAM_SEED tries others. */
const SEED = Number(process.env.IAM_SEED ?? 20_261_129);

const THEMES = Object.entries(CASES)
  .map(([theme, cases]) => [theme, cases.filter((one) => findObstacle(one) === undefined).map(realCase)] as const)
  .filter(([, cases]) => cases.length > 0);
const isObject = (resource: string): boolean => /^arn:aws:s3:::[^/]+\//.test(resource);
const named = THEMES.flatMap(([, cases]) => cases.map(({ request }) => request.resource as string)).filter(isObject);

let account: EnforcedAccount;
let alice: Actor;

beforeAll(async () => {
  account = await EnforcedAccount.open([...new Set([...named, ...OBJECTS])]);
  alice = await Actor.create(account, 'alice');
  await account.admin.send(new CreateUserCommand({ UserName: 'bob' }));
}, 120_000);
afterAll(() => account.close());

const decisionIn = (says: string): string => says.replace(/ by .*/, '');

describe.each(THEMES)('%s', (_theme, cases) => {
  test.each(cases.map((one) => [one.name, decisionIn(one.says), one] as const))('%s: %s', async (_name, answer, one) => {
    expect(decisionIn(answerOf(one).says)).toBe(answer);
    expect(await enact(account, alice, one)).toBe(answer);
  });
});

const obstructed = (why: string): readonly Case[] =>
  Object.values(CASES)
    .flat()
    .filter((one) => findObstacle(one) === why);
const refused = Object.entries(REFUSALS).flatMap(([why, words]) => obstructed(why).map((one) => [one.name, words, one] as const));

test.each(refused)('no such policy is taken: %s: %s', async (_name, words, one) => {
  await expect(enact(account, alice, one)).rejects.toMatchObject({ name: 'MalformedPolicyDocumentException', message: words });
});

test('a bucket whose policy names a user lets him in, and the emulator does not: such cases stay out', async () => {
  const one = obstructed('policies of resources').find(({ name }) => name === "a resource that names a user's ARN lets him in")!;
  const s3 = s3Of(account.emulator, account.adminKeys);
  await s3.send(new PutBucketPolicyCommand({ Bucket: 'logs', Policy: JSON.stringify(one.set.resource?.[0]) }));
  const answer = await enact(account, alice, one);
  await s3.send(new DeleteBucketPolicyCommand({ Bucket: 'logs' }));

  expect([decisionIn(one.says), answer]).toEqual(['allowed', 'denied']);
});

test('300 random policies allow and deny the same calls as the evaluator says', async () => {
  const actors: Actor[] = [];
  for (const asker of ASKERS) {
    const actor = await Actor.create(account, asker.name);
    // Others ask about him too: he stands where he belongs from the first.
    await actor.have({ ...asker, policies: [] });
    actors.push(actor);
  }
  const { differences, counts } = await compare(account, actors, drawn(SEED, 300));

  expect(differences).toEqual([]);
  expect(Math.min(counts.allowed ?? 0, counts.denied ?? 0)).toBeGreaterThan(150);
}, 300_000);
