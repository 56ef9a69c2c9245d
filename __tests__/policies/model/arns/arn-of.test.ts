import { arnOf } from '../../../../policies/model/arns';
import { describeTerm } from '../../../../policies/model/term-text';
import { computed, ref, resource, unknown } from '../network/documents';

/** An ARN as people read it, holes in angle brackets. */
function shown(...given: Parameters<typeof resource>): string {
  const arn = arnOf(resource(...given));
  return typeof arn === 'string' ? arn : (JSON.parse(describeTerm(arn)) as string);
}

describe('the ARN of a resource', () => {
  it.each([
    ['aws_s3_bucket.b', { bucket: 'acme-logs' }, 'arn:aws:s3:::acme-logs'],
    ['aws_iam_role.r', { name: 'app' }, 'arn:aws:iam::111111111111:role/app'],
    ['aws_iam_user.u', { name: 'alice', path: '/ops/' }, 'arn:aws:iam::111111111111:user/ops/alice'],
    ['aws_iam_group.g', { name: 'admins', path: null }, 'arn:aws:iam::111111111111:group/admins'],
    ['aws_iam_policy.p', { name: 'read' }, 'arn:aws:iam::111111111111:policy/read'],
    ['aws_sns_topic.t', { name: 'alarms' }, 'arn:aws:sns:eu-west-1:111111111111:alarms'],
    ['aws_sqs_queue.q', { name: 'jobs' }, 'arn:aws:sqs:eu-west-1:111111111111:jobs'],
    ['aws_lambda_function.f', { function_name: 'rotate' }, 'arn:aws:lambda:eu-west-1:111111111111:function:rotate'],
    ['aws_dynamodb_table.t', { name: 'orders' }, 'arn:aws:dynamodb:eu-west-1:111111111111:table/orders'],
    ['aws_cloudwatch_log_group.g', { name: '/app' }, 'arn:aws:logs:eu-west-1:111111111111:log-group:/app'],
    ['aws_kms_alias.a', { name: 'alias/main' }, 'arn:aws:kms:eu-west-1:111111111111:alias/main'],
    ['aws_ecr_repository.e', { name: 'web' }, 'arn:aws:ecr:eu-west-1:111111111111:repository/web'],
    ['aws_ssm_parameter.p', { name: '/lz/dev' }, 'arn:aws:ssm:eu-west-1:111111111111:parameter/lz/dev'],
    ['aws_ssm_parameter.p', { name: 'plain' }, 'arn:aws:ssm:eu-west-1:111111111111:parameter/plain'],
    ['aws_instance.i', {}, 'arn:aws:ec2:eu-west-1:111111111111:instance/<net:aws_instance.i.id>'],
    ['aws_instance.i', { id: 'i-0a' }, 'arn:aws:ec2:eu-west-1:111111111111:instance/i-0a'],
    ['aws_ebs_snapshot.s', { id: 'snap-0a' }, 'arn:aws:ec2:eu-west-1::snapshot/snap-0a'],
    ['aws_lb.l', { name: 'web' }, 'arn:aws:elasticloadbalancing:eu-west-1:111111111111:loadbalancer/<net:aws_lb.l.arn_suffix>'],
    [
      'aws_scheduler_schedule.s',
      { name: 'night' },
      'arn:aws:scheduler:eu-west-1:111111111111:schedule/<net:aws_scheduler_schedule.s.group_name>/night',
    ],
    ['aws_route53_zone.z', {}, 'arn:aws:route53:::hostedzone/<net:aws_route53_zone.z.zone_id>'],
    ['aws_kms_key.k', {}, 'arn:aws:kms:eu-west-1:111111111111:key/<net:aws_kms_key.k.key_id>'],
    [
      'aws_secretsmanager_secret.s',
      { name: 'db' },
      'arn:aws:secretsmanager:eu-west-1:111111111111:secret:db-<net:aws_secretsmanager_secret.s.suffix>',
    ],
  ])('of %s with %j is %s', (address, body, arn) => {
    expect(shown(address, body)).toBe(arn);
  });

  it.each([
    ['cn-north-1', 'arn:aws-cn:s3:::b'],
    ['us-gov-west-1', 'arn:aws-us-gov:s3:::b'],
    ['eu-central-1', 'arn:aws:s3:::b'],
  ])('is of the partition that %s belongs to: %s', (region, arn) => {
    expect(shown('aws_s3_bucket.b', { bucket: 'b' }, { region })).toBe(arn);
  });

  it('that a state tells is that one', () => {
    expect(shown('aws_iam_role.r', { name: 'app', arn: 'arn:aws-cn:iam::222222222222:role/x' })).toBe(
      'arn:aws-cn:iam::222222222222:role/x',
    );
  });

  it('has a hole where a name is generated, set from outside, or nobody tells account and Region', () => {
    expect(shown('aws_s3_bucket.b', { bucket: computed() })).toBe('arn:aws:s3:::<net:aws_s3_bucket.b.bucket>');
    expect(shown('aws_iam_role.r', { name: unknown('it is set from outside: ${var.name}') })).toBe(
      'arn:aws:iam::111111111111:role/<net:aws_iam_role.r.name>',
    );
    const { accountId: _account, region: _region, ...nowhere } = resource('aws_sns_topic.t', { name: 'alarms' });
    expect(describeTerm(arnOf(nowhere) as never)).toBe(
      '"arn:<net:aws_sns_topic.t.partition>:sns:<net:aws_sns_topic.t.region>:<net:aws_sns_topic.t.account_id>:alarms"',
    );
  });

  it('has no root path where the path is not known', () => {
    expect(shown('aws_iam_role.r', { name: 'app', path: unknown() })).toBe(
      'arn:aws:iam::111111111111:role<net:aws_iam_role.r.path>app',
    );
  });

  it('of a type without a form, or of a role that is looked up, is a reference to it', () => {
    expect(shown('aws_widget.w', { name: 'x' })).toBe('<net:aws_widget.w.arn>');
    expect(shown('data.aws_iam_role.r', { name: 'app' })).toBe('<net:data.aws_iam_role.r.arn>');
    expect(shown('data.aws_s3_bucket.b', { bucket: 'acme' })).toBe('arn:aws:s3:::acme');
  });

  it('keeps the name of another resource as a reference', () => {
    expect(shown('aws_s3_bucket.b', { bucket: ref('random_pet.name.id') })).toBe('arn:aws:s3:::<net:random_pet.name.id>');
  });
});
