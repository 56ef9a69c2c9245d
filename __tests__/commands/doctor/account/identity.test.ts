import { accountCheck } from '../../../../commands/doctor/account/identity';
import { done, refused, unreached } from '../answers';

const account = { id: 'account', title: 'AWS account' };
const arn = 'arn:aws:iam::222222222222:user/alice';
const alice = done({ accountId: '222222222222', arn });

test('the management account is well', () => {
  expect(accountCheck(alice, '222222222222')).toEqual({ ...account, level: 'ok', found: `222222222222, as ${arn}` });
});

test('another account is a problem that names both', () => {
  expect(accountCheck(alice, '111111111111')).toEqual({
    ...account,
    level: 'problem',
    found: `222222222222, as ${arn}`,
    expected: '111111111111, the management_account of the configuration',
    remedy: 'choose credentials of 111111111111: another AWS_PROFILE, or sign in there',
  });
});

test('any account is neither right nor wrong while the configuration is unreadable', () => {
  expect(accountCheck(alice, undefined)).toEqual({
    ...account,
    level: 'not checked',
    found: `222222222222, as ${arn}; the configuration can't be read`,
  });
});

test.each([
  [
    refused('ExpiredToken', 'The security token included in the request is expired', 403),
    'ExpiredToken: The security token included in the request is expired (HTTP 403)',
    'sign in again',
  ],
  [
    refused('InvalidClientTokenId', 'The security token included in the request is invalid.', 403),
    'InvalidClientTokenId: The security token included in the request is invalid. (HTTP 403)',
    'the key is unknown to AWS, or switched off: make a new one, or choose another profile',
  ],
  [
    refused('SignatureDoesNotMatch', 'It does not match.', 403),
    'SignatureDoesNotMatch: It does not match. (HTTP 403)',
    "the secret doesn't belong to the key, or this machine's clock is wrong",
  ],
  [
    unreached('ECONNREFUSED'),
    'nothing listens there (ECONNREFUSED)',
    'see whether this machine reaches AWS: network, HTTPS_PROXY, AWS_CA_BUNDLE',
  ],
])('%j is a problem with its reason and remedy', (asked, reason, remedy) => {
  expect(accountCheck(asked, '111111111111')).toEqual({
    ...account,
    level: 'problem',
    found: `AWS doesn't say who is asking: ${reason}`,
    remedy,
  });
});
