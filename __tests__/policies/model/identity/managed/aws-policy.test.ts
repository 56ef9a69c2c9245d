import { awsPolicyOf, findAwsVersion } from '../../../../../policies/model/identity/managed/aws-policy';
import texts from '../../../../../policies/model/identity/managed/aws-managed.json';
import { policyShown } from '../facts-text';

describe("AWS's own policies", () => {
  it.each(Object.keys(texts))('%s is a policy without faults, of a version', (name) => {
    const policy = awsPolicyOf(name);

    expect('faults' in policy ? policy.faults : policy.why).toEqual([]);
    expect(findAwsVersion(name)).toMatch(/^v\d+ of \d{4}-\d{2}-\d{2}$/);
  });

  it('are known by path and name', () => {
    expect(policyShown(awsPolicyOf('AdministratorAccess'))).toBe('Allow * on *');
    expect(policyShown(awsPolicyOf('service-role/AWSLambdaBasicExecutionRole'))).toMatch(/^Allow logs:CreateLogGroup /);
  });

  it.each(['AWSLambdaBasicExecutionRole', 'AWSDeepRacerFullAccess', 'toString'])('%s is not told', (name) => {
    expect(policyShown(awsPolicyOf(name))).toBe(`? what AWS's policy ${name} allows isn't told here`);
    expect(findAwsVersion(name)).toBeUndefined();
  });
});
