import type { PolicySet } from '../../../../policies/iam/policy-set';
import { readPolicy } from '../../../../policies/model/policy/read-policy';
import { Reference, Template, Unknown } from '../../../../policies/model/term';
import { ask, named, unknown, admin, byMfa, ALL } from './asking';

const VERB = new Template([
  '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Resource":"*","Action":"s3:',
  new Reference([{ key: 'dev:aws_ssm_parameter.verb', attribute: 'value' }]),
  '"}}',
]);
const whyOf = (set: Partial<PolicySet>): string => ask(set).why;

describe('the reason of a decision', () => {
  it('names the statement that allows, by its Sid or its number', () => {
    const reads = named(
      'acme-audit',
      { Effect: 'Deny', Action: 'ec2:*', Resource: '*' },
      { Sid: 'ReadLogs', Effect: 'Allow', ...ALL },
    );

    expect(whyOf({ identity: [reads] })).toBe('Sid "ReadLogs" of acme-audit allows it');
    expect(whyOf({ identity: [admin] })).toBe('statement 1 of admin allows it');
    expect(ask({ identity: [reads] }).statement).toEqual({ policy: reads, index: 1, sid: 'ReadLogs' });
  });

  it('names the statement that denies', () => {
    expect(whyOf({ identity: [admin, named('lock', { Sid: 'Lock', Effect: 'Deny', ...ALL })] })).toBe(
      'Sid "Lock" of lock denies it',
    );
  });

  it.each<[string, Partial<PolicySet>]>([
    ["no policy of the caller's allows it", {}],
    [
      "the boundary edge doesn't allow it",
      { identity: [admin], boundary: named('edge', { Effect: 'Allow', ...ALL, Action: 'ec2:*' }) },
    ],
    ['no service control policy of level 2 allows it', { identity: [admin], scp: [[admin], []] }],
    ['no policy of the resource allows it', { identity: [admin], resourceKind: 'kms' }],
    [
      "whether statement 1 of mfa allows it isn't known: aws:MultiFactorAuthPresent isn't known",
      { identity: [named('mfa', { Effect: 'Allow', ...ALL, Condition: byMfa })] },
    ],
    [
      'whether Sid "NoMfa" of lock denies it isn\'t known: aws:MultiFactorAuthPresent isn\'t known',
      { identity: [admin, named('lock', { Sid: 'NoMfa', Effect: 'Deny', ...ALL, Condition: byMfa })] },
    ],
    [
      "whether far allows it isn't known: far isn't known: it is read from another state",
      { identity: [{ name: 'far', policy: new Unknown('it is read from another state') }] },
    ],
    [
      "the session policy night doesn't allow it",
      { identity: [admin], session: [named('night', { Effect: 'Allow', ...ALL, Action: 'ec2:*' })] },
    ],
    [
      "the session policy night or day doesn't allow it",
      {
        identity: [admin],
        session: [
          named('night', { Effect: 'Allow', ...ALL, Action: 'ec2:*' }),
          named('day', { Effect: 'Allow', ...ALL, Action: 's3:Put*' }),
        ],
      },
    ],
    ['no resource control policy of level 1 allows it', { identity: [admin], rcp: [[]] }],
    ['no service control policy of level 1 allows it', { scp: [[]] }],
    [
      "the endpoint policy door doesn't allow it",
      { identity: [admin], endpoint: named('door', { Effect: 'Allow', Principal: '*', ...ALL, Action: 'ec2:*' }) },
    ],
    [
      'whether statement 1 of reader allows it isn\'t known: whether the action is "s3:<dev:aws_ssm_parameter.verb.value>" isn\'t known',
      { identity: [{ name: 'reader', policy: readPolicy(VERB) }] },
    ],
    [
      "whether reads allows it isn't known: reads is no valid policy of an identity: statement 2 names principals",
      {
        identity: [named('reads', { Effect: 'Deny', Action: 'x:*', Resource: '*' }, { Effect: 'Allow', Principal: '*', ...ALL })],
      },
    ],
    [
      "whether reads allows it isn't known: reads is no valid policy of an identity: statement 1 names no resource",
      { identity: [named('reads', { Effect: 'Allow', Action: '*' })] },
    ],
    [
      "whether bad allows it isn't known: bad is no valid policy: statement 1: it has no Effect",
      { identity: [named('bad', ALL)] },
    ],
    ["whether first allows it isn't known: first isn't known: a", { identity: [unknown('first', 'a'), unknown('second', 'b')] }],
    [
      "whether statement 1 of mfa allows it isn't known: aws:MultiFactorAuthPresent isn't known",
      { identity: [named('mfa', { Effect: 'Allow', ...ALL, Condition: byMfa }), unknown('second', 'b')] },
    ],
    [
      "whether statement 1 of mfa allows it isn't known: aws:MultiFactorAuthPresent isn't known",
      {
        identity: [
          named(
            'mfa',
            { Effect: 'Allow', ...ALL, Condition: byMfa },
            { Effect: 'Allow', ...ALL, Condition: { Bool: { 'x:y': 'true' } } },
          ),
        ],
      },
    ],
    ['it may have more policies', { identity: [admin], doubts: [new Unknown('it may have more policies')] }],
  ])('%s', (why, set) => {
    expect(whyOf(set)).toBe(why);
  });
});
