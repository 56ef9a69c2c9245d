import { findArnParts } from '../../../../policies/iam/gather/arn-parts';
import { Template, Unknown } from '../../../../policies/model/term';

const HIDDEN = new Unknown('known only after apply');

it('an ARN has a service, a Region, an account, and the rest with its colons', () => {
  expect(findArnParts('arn:aws:logs:eu-west-1:111111111111:log-group:app:*')).toEqual({
    service: 'logs',
    region: 'eu-west-1',
    account: '111111111111',
    resource: 'log-group:app:*',
  });
});

it('of an ARN what only apply tells is empty, and the rest ends where it is no longer told', () => {
  expect(findArnParts(new Template(['arn:aws:s', HIDDEN, '::', HIDDEN, ':role/', HIDDEN, '/app']))).toEqual({
    service: '',
    region: '',
    account: '',
    resource: 'role/',
  });
});

it.each(['', 'arn', '*', 'arn:aws:s3::logs', 'urn:aws:s3:::logs', new Template([HIDDEN, ':aws:s3:::logs'])])(
  '%j is no ARN',
  (text) => {
    expect(findArnParts(text)).toBeUndefined();
  },
);
