import { allowing, factsOf, held, policyShown, principalAt } from '../facts-text';
import { ref, resource, unknown } from '../../network/documents';

const APP = resource('aws_iam_role.app', { name: 'app' });
const JOB = resource('aws_iam_role.job', { name: 'job' });

describe('what a document says of several, or not wholly, is nothing that is sure', () => {
  it('a role of two that a policy may be attached to has it perhaps', () => {
    const attached = resource('aws_iam_role_policy_attachment.a', {
      role: ref('aws_iam_role.app.name', 'aws_iam_role.job.name'),
      policy_arn: 'arn:aws:iam::aws:policy/AdministratorAccess',
    });
    const facts = factsOf([APP, JOB, resource('aws_iam_role.other', { name: 'other' }), attached]);
    const [app, job, other] = ['app', 'job', 'other'].map((name) => principalAt(facts, `aws_iam_role.${name}`));

    expect([app?.policies, job?.policies, other?.policies]).toEqual([[], [], []]);
    expect([app?.doubts.length, job?.doubts.length, other?.doubts.length]).toEqual([1, 1, 0]);
  });

  it('a policy of two that a data source looks up is not told, though each is', () => {
    const looked = (name: string) => resource(`data.aws_iam_policy.${name}`, { name, policy: allowing(`${name}:*`) });
    const attached = resource('aws_iam_role_policy_attachment.a', {
      role: ref('aws_iam_role.app.name'),
      policy_arn: ref('data.aws_iam_policy.s3.arn', 'data.aws_iam_policy.ec2.arn'),
    });
    const { policies } = principalAt(factsOf([APP, looked('s3'), looked('ec2'), attached]), 'aws_iam_role.app');

    expect(policies.map(({ policy }) => policyShown(policy)).join()).toMatch(/^\? /);
  });

  it('a text of two documents is not told, nor is one that is no text of a document', () => {
    const document = (name: string) =>
      resource(`data.aws_iam_policy_document.${name}`, { statement: { actions: [`${name}:*`], resources: ['*'] } });
    const by = (...paths: readonly [string, ...string[]]): readonly string[] =>
      held(
        principalAt(
          factsOf([
            APP,
            document('s3'),
            document('ec2'),
            resource('data.acme_document.s3', { statement: { actions: ['s3:*'], resources: ['*'] } }),
            resource('aws_iam_role_policy.p', { name: 'p', role: 'app', policy: ref(...paths) }),
          ]),
          'aws_iam_role.app',
        ),
      );
    const [s3, ec2] = ['data.aws_iam_policy_document.s3', 'data.aws_iam_policy_document.ec2'];

    expect(by(`${s3}.json`)).toEqual(['inline p: Allow s3:* on *']);
    expect(by(`${s3}.minified_json`)).toEqual(['inline p: Allow s3:* on *']);
    expect(by(`${s3}.json`, `${ec2}.json`)[0]).toMatch(/^inline p: \? /);
    expect(by(`${s3}.id`)[0]).toMatch(/^inline p: \? /);
    expect(by('data.acme_document.s3.json')[0]).toMatch(/^inline p: \? /);
    expect(by('data.aws_iam_policy_document.far.json')[0]).toMatch(/^inline p: \? /);
  });

  it('a grant that is there as often as nobody knows, or for operations that are told in part', () => {
    const KEY = resource('aws_kms_key.k', {});
    const body = { key_id: ref('aws_kms_key.k.key_id'), grantee_principal: 'arn:aws:iam::111111111111:role/app' };
    const grant = (name: string, more: object) => ({
      ...resource(`aws_kms_grant.${name}`, { ...body, operations: ['Decrypt'] }),
      ...more,
    });
    const part = resource('aws_kms_grant.part', { ...body, operations: ['Decrypt', unknown('set from outside')] });
    const { grants } = factsOf([KEY, APP, grant('one', {}), grant('often', { repeated: unknown('count') }), part]);

    expect(grants.map(({ certain, actions }) => [certain, actions])).toEqual([
      [true, ['kms:Decrypt']],
      [false, ['kms:Decrypt']],
      [true, unknown("what the grant allows isn't told")],
    ]);
  });
});

it('values of conditions are followed to what they refer to', () => {
  const policy = resource('data.aws_iam_policy_document.d', {
    statement: {
      actions: ['s3:*'],
      resources: ['*'],
      condition: { test: 'ArnLike', variable: 'aws:SourceArn', values: [ref('aws_s3_bucket.b.arn')] },
    },
  });
  const own = resource('aws_iam_role_policy.p', { name: 'p', role: 'app', policy: ref('data.aws_iam_policy_document.d.json') });
  const facts = factsOf([APP, resource('aws_s3_bucket.b', { bucket: 'acme' }), policy, own]);
  const [held] = principalAt(facts, 'aws_iam_role.app').policies;

  expect(held?.policy).toMatchObject({
    statements: [{ conditions: [{ operator: 'ArnLike', key: 'aws:SourceArn', values: ['arn:aws:s3:::acme'] }] }],
  });
});
