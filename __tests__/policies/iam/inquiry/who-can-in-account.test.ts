import { Inquiry } from '../../../../policies/iam/inquiry/inquiry';
import { type SensitiveOperation } from '../../../../policies/iam/inquiry/sensitive-operations';
import { whoCan } from '../../../../policies/iam/inquiry/who-can';
import { resource, universeOf } from '../../model/network/documents';
import { ANN, annCan, DELETING, lines, LOGS, rights, STOPPING, untold } from './asking-who';

describe('who can do something to an account', () => {
  it('are those of it', () => {
    expect(lines([ANN, rights('guardduty:*')], STOPPING)).toEqual([
      'allowed net:aws_iam_user.ann on 111111111111',
      'allowed root user of 111111111111 on 111111111111',
    ]);
  });

  it('are perhaps those of whom nothing is told', () => {
    const other = resource('aws_s3_bucket.logs', { bucket: 'logs' });

    expect(lines([untold(ANN), untold(rights('guardduty:*')), other], STOPPING)).toEqual([
      'allowed root user of 111111111111 on 111111111111',
      "allowed net:aws_iam_user.ann on the account, which isn't told",
      'unknown net:aws_iam_user.ann on 111111111111',
    ]);
  });

  it('are told account by account', () => {
    const accounts = ['222222222222', '333333333333', '111111111111'];
    const buckets = accounts.map((accountId) => ({ ...LOGS, key: accountId, accountId }));

    expect(lines(buckets, STOPPING).map((line) => line.replace(/.* on /, ''))).toEqual([...accounts].sort());
  });

  it('that is not told are none of another that is', () => {
    expect(lines([ANN, rights('guardduty:*'), untold(LOGS)], STOPPING)).toEqual([
      'allowed net:aws_iam_user.ann on 111111111111',
      'allowed root user of 111111111111 on 111111111111',
    ]);
  });

  it('that is not told are those of whom nothing is told either', () => {
    expect(lines([untold(ANN), untold(rights('guardduty:*'))], STOPPING)).toEqual([
      "allowed net:aws_iam_user.ann on the account, which isn't told",
    ]);
  });
});

describe("who can change an organisation's guardrails", () => {
  const DETACHING: SensitiveOperation = { ...STOPPING, actions: ['organizations:DetachPolicy'] };
  const ORGANIZATION = resource('aws_organizations_organization.o', { feature_set: 'ALL' });

  it.each([
    ['allowed', 'is the management account', [ORGANIZATION]],
    ['unknown', 'is perhaps no management account', []],
  ])('are %s in an account that %s', (decision, _what, facts) => {
    expect(lines([ANN, rights('*'), ...facts], DETACHING)).toEqual([
      `${decision} net:aws_iam_user.ann on 111111111111`,
      `${decision} root user of 111111111111 on 111111111111`,
    ]);
  });

  it('are perhaps those of an account that is not told, which is perhaps no management account', () => {
    const [found] = whoCan(Inquiry.of(universeOf([ANN, rights('*')].map(untold))), [DETACHING]);

    expect(found?.unknown.map(({ decision: { why } }) => why)).toEqual([
      "only an organisation's management account can, or one that it delegates to, and the documents don't tell that this is one",
    ]);
  });

  it('are perhaps those whose policies name one of the two things that it takes', () => {
    expect(annCan(DETACHING, '*', 'arn:aws:organizations::111111111111:policy/*', ORGANIZATION)).toBe('unknown');
  });

  it('are nobody who has no rights, whoever the organisation may delegate to', () => {
    expect(lines([untold(ANN)], DETACHING)).toEqual([]);
  });
});

describe('who can do something, by what their policies name', () => {
  const GROUP = resource('aws_cloudwatch_log_group.app', { name: 'app' });
  const TRIMMING: SensitiveOperation = { ...DELETING, actions: ['logs:DeleteLogStream'], on: ['aws_cloudwatch_log_group'] };

  it.each([
    ['allowed', 'arn:aws:s3:::logs/*'],
    ['unknown', 'arn:aws:s3:::logs/2026/*'],
    ['denied', 'arn:aws:s3:::logs'],
  ])('of the objects in a bucket: %s by %s', (decision, named) => {
    expect(annCan(DELETING, 's3:DeleteObject', named, LOGS)).toBe(decision);
  });

  it.each([
    ['allowed', 'arn:aws:s3:::logs'],
    ['denied', 'arn:aws:s3:::logs/*'],
  ])('of the bucket itself: %s by %s', (decision, named) => {
    const emptying: SensitiveOperation = { ...DELETING, actions: ['s3:DeleteBucket'], on: ['aws_s3_bucket'] };

    expect(annCan(emptying, 's3:DeleteBucket', named, LOGS)).toBe(decision);
  });

  it.each([
    ['allowed', 'arn:aws:logs:eu-west-1:111111111111:log-group:app:*'],
    ['unknown', 'arn:aws:logs:eu-west-1:111111111111:log-group:app:log-stream:*'],
    ['denied', 'arn:aws:logs:eu-west-1:111111111111:log-group:app'],
  ])('of the streams of a log group: %s by %s', (decision, named) => {
    expect(annCan(TRIMMING, 'logs:*', named, GROUP)).toBe(decision);
  });

  it('of a trail, which has no policy of its own', () => {
    const trailing: SensitiveOperation = { ...DELETING, actions: ['cloudtrail:StopLogging'], on: ['aws_cloudtrail'] };
    const trail = resource('aws_cloudtrail.t', { name: 't' });

    expect(annCan(trailing, 'cloudtrail:*', 'arn:aws:cloudtrail:*:*:trail/*', trail)).toBe('allowed');
  });

  it.each([
    ['allowed', 'arn:aws:guardduty:*:111111111111:detector/*'],
    ['unknown', 'arn:aws:guardduty:eu-west-1:111111111111:detector/*'],
    ['denied', 'arn:aws:config:*:111111111111:configuration-recorder/*'],
  ])('of a detector of the account, which the documents need not make: %s by %s', (decision, named) => {
    expect(annCan(STOPPING, 'guardduty:*', named)).toBe(decision);
  });

  it('of nothing that a Deny keeps from them, which names it as the action knows it', () => {
    const policy = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: '*', Resource: '*' },
        { Effect: 'Deny', Action: '*', Resource: 'arn:aws:guardduty:*:*:detector/*' },
      ],
    });

    expect(lines([ANN, resource('aws_iam_user_policy.ann', { name: 'own', user: 'ann', policy })], STOPPING)).toEqual([
      'allowed root user of 111111111111 on 111111111111',
    ]);
  });
});
