import { Template } from '../../../../../policies/model/term';
import type { ResourceFact } from '../../../../../policies/model/universe';
import { ref, resource, unknown } from '../../network/documents';
import { allowing, factsOf, held, principalAt } from '../facts-text';

const ALICE = resource('aws_iam_user.alice', { name: 'alice' });

function heldBy(address: string, ...facts: readonly ResourceFact[]): readonly string[] {
  return held(principalAt(factsOf([ALICE, ...facts]), address));
}

describe('a principal has', () => {
  it("AWS's own policies by their ARN in any partition, and by a partition that only a data source tells", () => {
    const attach = (name: string, arn: ResourceFact['body'][string]): ResourceFact =>
      resource(`aws_iam_user_policy_attachment.${name}`, { user: 'alice', policy_arn: arn });
    const { region: _region, ...partition } = resource('data.aws_partition.p');
    const told = ref('data.aws_partition.p.partition');
    const byPartition = (...parts: Template['parts']): readonly string[] =>
      heldBy('aws_iam_user.alice', partition, attach('p', new Template(parts))).map((one) => one.replace(/: .*/, ''));

    expect(byPartition('arn:', told, ':iam::aws:policy/AdministratorAccess')).toEqual(['aws-managed AdministratorAccess']);
    expect(byPartition('arn:', told, ':iam::aws:policy/', unknown())[0]).toMatch(/^managed /);
    expect(byPartition('arn:', told, ':iam::', unknown())[0]).toMatch(/^managed /);
    expect(byPartition('arn:', told, ':iam::aws:policy/ReadOnlyAccess', unknown())[0]).toMatch(/^managed /);
    expect(byPartition('arn:', told, ':iam::111111111111:policy/x')[0]).toMatch(/^managed /);
    expect(byPartition(unknown(), ':iam::aws:policy/AdministratorAccess')[0]).toMatch(/^managed /);
    expect(byPartition('arn', told, ':iam::aws:policy/AdministratorAccess')[0]).toMatch(/^managed /);
    expect(
      heldBy(
        'aws_iam_user.alice',
        attach('a', 'arn:aws-cn:iam::aws:policy/AWSCloudShellFullAccess'),
        attach('b', 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'),
        attach('c', 'arn:aws:iam::aws:policy/AWSDeepRacerFullAccess'),
      ),
    ).toEqual([
      'aws-managed AWSCloudShellFullAccess: Allow cloudshell:* on *',
      'aws-managed service-role/AWSLambdaBasicExecutionRole: Allow logs:CreateLogGroup logs:CreateLogStream logs:PutLogEvents on *',
      "aws-managed AWSDeepRacerFullAccess: ? what AWS's policy AWSDeepRacerFullAccess allows isn't told here",
    ]);
  });

  it.each([
    ['arn:aws:iam::111111111111:policy/other', 'other', 'its text is not in the documents'],
    [unknown('it is set from outside: ${var.arn}'), '"<not known (it is set from outside: ${var.arn})>"', undefined],
  ])('a policy that is not told where it is named %j', (arn, name, why) => {
    const [first] = heldBy(
      'aws_iam_user.alice',
      resource('aws_iam_user_policy_attachment.x', { user: 'alice', policy_arn: arn }),
    );

    expect(first).toMatch(/^managed .*: \? what the policy .* allows isn't told: /);
    expect(first?.startsWith(`managed ${name}: `)).toBe(true);
    expect(why === undefined || first?.endsWith(why) === true).toBe(true);
  });

  it('what a data source looks up, with its text where that is told', () => {
    const attach = resource('aws_iam_user_policy_attachment.x', { user: 'alice', policy_arn: ref('data.aws_iam_policy.d.arn') });
    const told = resource('data.aws_iam_policy.d', { name: 'audit', policy: allowing('s3:ListBucket') });
    const untold = resource('data.aws_iam_policy.d', { name: 'audit' });

    expect(heldBy('aws_iam_user.alice', attach, told)).toEqual(['managed audit: Allow s3:ListBucket on *']);
    expect(heldBy('aws_iam_user.alice', attach, untold)).toEqual([
      "managed audit: ? net:data.aws_iam_policy.d looks it up: its text isn't told",
    ]);
    expect(
      heldBy(
        'aws_iam_user.alice',
        attach,
        resource('data.aws_iam_policy.d', { arn: 'arn:aws:iam::111111111111:policy/ops/audit' }),
      ),
    ).toEqual(["managed audit: ? net:data.aws_iam_policy.d looks it up: its text isn't told"]);
    expect(heldBy('aws_iam_user.alice', attach, resource('data.aws_iam_policy.d', {}))).toEqual([
      "managed data.aws_iam_policy.d: ? net:data.aws_iam_policy.d looks it up: its text isn't told",
    ]);
  });

  it('none that is told where another thing is looked up, though it has a policy', () => {
    const by = (path: string, fact: ResourceFact): readonly string[] =>
      heldBy('aws_iam_user.alice', fact, resource('aws_iam_user_policy_attachment.x', { user: 'alice', policy_arn: ref(path) }));
    const body = { name: 'audit', policy: allowing('s3:ListBucket') };

    expect(by('data.aws_s3_bucket.b.policy_arn', resource('data.aws_s3_bucket.b', body))[0]).toMatch(
      /^managed .*: \? what the policy/,
    );
    expect(by('aws_iam_policy.gone.arn', resource('aws_s3_bucket.b', body))[0]).toMatch(/^managed .*: \? what the policy/);
    expect(by('aws_s3_bucket.b.policy_arn', resource('aws_s3_bucket.b', body))[0]).toMatch(/^managed .*: \? what the policy/);
  });
});
