import { Overdue } from '../../../commands/doctor/attempt';
import { nameOf, reasonOf, statusOf } from '../../../commands/doctor/reason';
import { refused, unreached } from './answers';

const errorOf = (attempt: ReturnType<typeof refused>): unknown => (attempt.done ? undefined : attempt.error);

test.each([
  [unreached('ENOTFOUND'), 'its name is not known here (ENOTFOUND)'],
  [unreached('ECONNREFUSED'), 'nothing listens there (ECONNREFUSED)'],
  [
    unreached('SELF_SIGNED_CERT_IN_CHAIN'),
    'its certificate comes from an authority that is not trusted here (SELF_SIGNED_CERT_IN_CHAIN)',
  ],
  [unreached('EWHATEVER'), 'connect EWHATEVER'],
  [refused('AccessDenied', 'no', 403), 'AccessDenied: no (HTTP 403)'],
  [refused('Unknown', 'Unknown', 502), 'Unknown (HTTP 502)'],
  [refused('TimeoutError', 'Connection timed out after 5000 ms'), 'no answer in time'],
  [{ done: false, error: new Overdue(5) } as const, 'no answer within 5 s'],
  [{ done: false, error: 'only words' } as const, 'only words'],
  [{ done: false, error: Object.assign(new Error(''), { cause: new Error('below') }) } as const, 'below'],
])('%j reads: %s', (attempt, expected) => {
  expect(reasonOf(errorOf(attempt))).toBe(expected);
});

test("of AWS's words the first line is told: the others repeat the request with its token", () => {
  const words =
    'The signature does not match.\n\nThe Canonical String for this request should have been\nx-amz-security-token:HIDDEN';

  expect(reasonOf(errorOf(refused('SignatureDoesNotMatch', words, 403)))).toBe(
    'SignatureDoesNotMatch: The signature does not match. (HTTP 403)',
  );
});

test('the command line of a program that gives credentials is not told', () => {
  const error = errorOf(refused('CredentialsProviderError', 'Command failed: vault read -token=HIDDEN\nerror'));

  expect(reasonOf(error)).toBe('the program that gives the credentials failed');
});

test('name and status are read off whatever was thrown', () => {
  expect([nameOf('words'), statusOf('words'), nameOf(null), statusOf(undefined)]).toEqual(['', undefined, '', undefined]);
  expect(statusOf(errorOf(refused('NotFound', '', 404)))).toBe(404);
});
