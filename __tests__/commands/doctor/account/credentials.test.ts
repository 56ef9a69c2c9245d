import type { CredentialFacts } from '../../../../commands/doctor/account/aws';
import { type Attempt, Overdue } from '../../../../commands/doctor/attempt';
import type { Check } from '../../../../commands/doctor/check';
import { credentialsCheck } from '../../../../commands/doctor/account/credentials';
import { done, refused } from '../answers';

const credentials = { id: 'credentials', title: 'AWS credentials' };
const NOW = new Date('2026-01-01T12:00:00Z');
const endingIn = (seconds: number) => done({ expiration: new Date(NOW.getTime() + seconds * 1000) });
const NONE = refused('CredentialsProviderError', 'Could not load credentials from any providers');
const check = (asked: Attempt<CredentialFacts>, env: NodeJS.ProcessEnv = {}): Check =>
  credentialsCheck(asked, { env, profiles: ['acme', 'default'], now: NOW });
const remedy = 'sign in (aws sso login, aws configure), or set AWS_PROFILE; npm start and the sandbox need none, an apply does';

describe('no credentials', () => {
  test('are a warning: synth needs none', () => {
    expect(check(NONE, {})).toEqual({ ...credentials, level: 'warning', found: 'none', remedy });
  });

  test('of a profile are a warning that names it', () => {
    expect(check(NONE, { AWS_PROFILE: 'acme' })).toEqual({
      ...credentials,
      level: 'warning',
      found: 'none, with AWS_PROFILE=acme',
      remedy,
    });
  });

  test.each([
    ['acm', 'did you mean "acme"?'],
    ['production', 'use one of "acme", "default"'],
  ])('of a profile %s that is in no file are a warning with those that are', (profile, suggestion) => {
    expect(check(NONE, { AWS_PROFILE: profile })).toEqual({
      ...credentials,
      level: 'warning',
      found: `none: AWS_PROFILE names a profile that is in no file, got "${profile}"`,
      remedy: `name one that is there: ${suggestion}`,
    });
  });

  test('of a session that ended are a warning with its reason', () => {
    const ended = refused('CredentialsProviderError', 'The SSO session has expired.');

    expect(check(ended, {})).toMatchObject({
      level: 'warning',
      found: 'none: CredentialsProviderError: The SSO session has expired.',
    });
  });

  test('of a program that never answers are a warning after the limit', () => {
    expect(check({ done: false, error: new Overdue(5) }, {})).toMatchObject({
      level: 'warning',
      found: 'none: no answer within 5 s',
    });
  });
});

describe('credentials', () => {
  test.each([
    [{ AWS_PROFILE: 'acme' }, 'of profile acme'],
    [{ AWS_ACCESS_KEY_ID: 'AKIA' }, 'of the environment'],
    [{}, 'of the default chain'],
  ])('of %j are %s', (env, found) => {
    expect(check(done({}), env)).toEqual({ ...credentials, level: 'ok', found });
  });

  test.each([
    [12 * 3600, 'ok', 'of the default chain, for 12 h'],
    [120 * 60, 'ok', 'of the default chain, for 2 h'],
    [120 * 60 - 1, 'ok', 'of the default chain, for 119 min'],
    [900, 'ok', 'of the default chain, for 15 min'],
    [899, 'warning', 'those of the default chain end in 14 min'],
    [1, 'warning', 'those of the default chain end in 0 min'],
    [0, 'problem', 'those of the default chain have expired'],
    [-60, 'problem', 'those of the default chain have expired'],
  ])('that end in %d s are: %s', (seconds, level, found) => {
    expect(check(endingIn(seconds), {})).toMatchObject({ level, found });
  });

  test('that end soon are expected to last 15 minutes', () => {
    expect(check(endingIn(899), {})).toMatchObject({
      expected: '15 min at least',
      remedy: 'sign in again before an apply',
    });
    expect(check(endingIn(0), {})).toMatchObject({ remedy: 'sign in again' });
  });

  test('of a profile and of a key at once are a warning: programs choose differently', () => {
    expect(check(done({}), { AWS_PROFILE: 'acme', AWS_ACCESS_KEY_ID: 'AKIA' })).toEqual({
      ...credentials,
      level: 'warning',
      found: 'AWS_PROFILE and AWS_ACCESS_KEY_ID are both set: Terraform takes the key, other programs the profile',
      remedy: 'unset one of them',
    });
  });
});
