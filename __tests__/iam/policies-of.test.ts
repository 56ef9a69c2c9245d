import { policiesOf } from './policies-of';

const policy = (resource: string): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 'iam:GetUser', Resource: resource } });

it('finds policies wherever they stand, and says where', () => {
  const stack = {
    resource: {
      aws_iam_role: { deploy: { assume_role_policy: policy('*'), inline_policy: [{ name: 'x', policy: policy('*') }] } },
      aws_organizations_policy: { guard: { content: policy('*'), description: 'a guard' } },
      aws_lb_listener: { web: { ssl_policy: 'ELBSecurityPolicy-TLS13-1-2-2021-06' } },
      aws_ssm_parameter: { settings: { value: '{"a": 1}', description: '{not JSON' } },
    },
  };

  expect(policiesOf(stack).map(({ address, attribute }) => `${address} ${attribute}`)).toEqual([
    'aws_iam_role.deploy assume_role_policy',
    'aws_iam_role.deploy inline_policy.0.policy',
    'aws_organizations_policy.guard content',
  ]);
});

it("undoes Terraform's escapes, and leaves its references", () => {
  const resource = ['arn:aws:iam::*:user/$${aws:username}', '${aws_kms_key.archive.arn}', '%%{a}'].map((text) => policy(text));
  const found = policiesOf({
    resource: { aws_iam_policy: Object.fromEntries(resource.map((text, i) => [`p${i}`, { policy: text }])) },
  });

  expect(found.map(({ policy: { Statement: statement } }) => statement)).toEqual(
    ['arn:aws:iam::*:user/${aws:username}', '${aws_kms_key.archive.arn}', '%{a}'].map((text) => ({
      Effect: 'Allow',
      Action: 'iam:GetUser',
      Resource: text,
    })),
  );
});

it('refuses a policy that it cannot read', () => {
  const stack = { resource: { aws_iam_policy: { x: { policy: '${data.aws_iam_policy_document.x.json}' } } } };

  expect(() => policiesOf(stack)).toThrow(
    'aws_iam_policy.x: policy is no policy that can be read: ${data.aws_iam_policy_document.x.json}',
  );
});

it('finds none in a stack without resources', () => {
  expect(policiesOf({})).toEqual([]);
});
