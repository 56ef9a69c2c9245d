import { CallFailure, type Failure } from '../../../../commands/rotate-access-key/account/call-failure';

const failed = (failure: Omit<Failure, 'action'>): CallFailure => new CallFailure({ action: 'iam:CreateAccessKey', ...failure });
const told = (reason: string, status = 400): CallFailure => failed({ reason, words: 'words', status });

test.each([
  'Throttling',
  'ThrottlingException',
  'RequestLimitExceeded',
  'TooManyRequestsException',
  'RequestTimeTooSkewed',
  'ConcurrentModification',
])('%s passes, and AWS did not do it', (reason) => {
  const { isPassing, isUncertain } = told(reason);
  expect({ isPassing, isUncertain }).toEqual({ isPassing: true, isUncertain: false });
});

test.each(['AccessDenied', 'ValidationError', 'LimitExceeded', 'NoSuchEntity'])(
  '%s does not pass, and AWS did not do it',
  (reason) => {
    const { isPassing, isUncertain } = told(reason);
    expect({ isPassing, isUncertain }).toEqual({ isPassing: false, isUncertain: false });
  },
);

test.each([
  [428, false, false],
  [429, true, false],
  [499, false, false],
  [500, true, true],
  [503, true, true],
])('an answer with %d: passing %p, perhaps done %p', (status, isPassing, isUncertain) => {
  const failure = told('Whatever', status);
  expect([failure.isPassing, failure.isUncertain]).toEqual([isPassing, isUncertain]);
});

test('no answer passes, and AWS may have done it', () => {
  const { isPassing, isUncertain } = failed({ reason: 'ECONNRESET' });
  expect({ isPassing, isUncertain }).toEqual({ isPassing: true, isUncertain: true });
});

test.each(['InvalidClientTokenId', 'SignatureDoesNotMatch', 'InvalidAccessKeyId', 'UnrecognizedClientException'])(
  '%s is a key that AWS does not know',
  (reason) => expect([told(reason, 403).isUnknownKey, told('AccessDenied', 403).isUnknownKey]).toEqual([true, false]),
);
