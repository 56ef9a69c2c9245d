import { canonical, findTextKey, textOf } from '../../../../policies/model/arns';
import type { PolicyText } from '../../../../policies/model/policy/policy';
import { describeTerm } from '../../../../policies/model/term-text';
import type { ResourceFact } from '../../../../policies/model/universe';
import { computed, ref, resource, universeOf, unknown } from '../network/documents';

const FACTS = [
  resource('aws_s3_bucket.logs', { bucket: 'acme-logs' }),
  resource('aws_s3_bucket.made', { bucket: computed() }),
  resource('aws_s3_bucket.empty', { bucket: '' }),
  resource('aws_iam_role.app', { name: 'app', path: '/svc/' }),
  resource('aws_kms_key.main', {}),
  resource('aws_sns_topic.t', { name: ref('aws_s3_bucket.logs.id') }),
  resource('data.aws_caller_identity.me'),
  resource('data.aws_region.here'),
  resource('data.aws_region.there', { name: 'us-east-1' }),
  resource('data.aws_region.somewhere', { name: unknown() }),
  resource('data.aws_region.reached', { endpoint: 'ec2.us-east-1.amazonaws.com' }),
  resource('data.aws_iam_role.other', { name: 'other' }),
  resource('data.aws_partition.p'),
  resource('aws_iam_policy.told', {
    name: 'p',
    arn: 'arn:aws:iam::111111111111:policy/p',
    id: 'arn:aws:iam::111111111111:policy/p',
  }),
  resource('aws_s3_bucket.round', { bucket: ref('aws_s3_bucket.turn.bucket') }),
  resource('aws_s3_bucket.turn', { bucket: ref('aws_s3_bucket.round.bucket') }),
];

function shown(text: PolicyText, facts: readonly ResourceFact[] = FACTS): string {
  const meant = canonical(text, universeOf(facts));
  return typeof meant === 'string' ? meant : (JSON.parse(describeTerm(meant)) as string);
}

describe('a text in a policy comes to', () => {
  it.each([
    [textOf([ref('aws_s3_bucket.logs.arn'), '/*']), 'arn:aws:s3:::acme-logs/*'],
    [textOf([ref('aws_s3_bucket.logs.id')]), 'acme-logs'],
    [textOf([ref('aws_s3_bucket.empty.bucket')]), '<net:aws_s3_bucket.empty.bucket>'],
    [textOf([ref('aws_iam_role.app.arn')]), 'arn:aws:iam::111111111111:role/svc/app'],
    [textOf([ref('aws_iam_role.app.id')]), 'app'],
    [textOf([ref('aws_iam_role.app.unique_id')]), '<net:aws_iam_role.app.unique_id>'],
    [textOf([ref('aws_sns_topic.t.arn')]), 'arn:aws:sns:eu-west-1:111111111111:acme-logs'],
    [textOf([ref('aws_sns_topic.t.id')]), 'arn:aws:sns:eu-west-1:111111111111:acme-logs'],
    [textOf([ref('aws_iam_policy.told.id')]), 'arn:aws:iam::111111111111:policy/p'],
    [textOf([ref('data.aws_caller_identity.me.account_id')]), '111111111111'],
    [textOf(['arn:', ref('data.aws_partition.p.partition'), ':iam::aws:policy/X']), 'arn:aws:iam::aws:policy/X'],
    [textOf(['x.', ref('data.aws_region.here.name'), '.y']), 'x.eu-west-1.y'],
    [textOf([ref('data.aws_caller_identity.me.id')]), '111111111111'],
    [textOf([ref('data.aws_region.here.region')]), 'eu-west-1'],
    [textOf([ref('data.aws_iam_role.other.id')]), '<net:data.aws_iam_role.other.id>'],
    [textOf([ref('data.aws_iam_role.other.partition')]), '<net:data.aws_iam_role.other.partition>'],
    [textOf([ref('data.aws_partition.p.other')]), '<net:data.aws_partition.p.other>'],
    [textOf(['x.', ref('data.aws_region.there.id'), '.y']), 'x.us-east-1.y'],
    [textOf([ref('data.aws_region.somewhere.name')]), '<net:data.aws_region.somewhere.name>'],
    [textOf([ref('data.aws_region.reached.name')]), '<net:data.aws_region.reached.name>'],
    [textOf(['ec2.', ref('data.aws_partition.p.dns_suffix')]), 'ec2.amazonaws.com'],
    [textOf([ref('data.aws_partition.p.reverse_dns_prefix'), '.s3']), 'com.amazonaws.s3'],
    ['arn:aws:s3:::plain/${aws:username}', 'arn:aws:s3:::plain/${aws:username}'],
  ])('%j, as far as it is told: %s', (text, meant) => {
    expect(shown(text)).toBe(meant);
  });

  it('one and the same reference, by whatever attribute a thing is named', () => {
    const universe = universeOf(FACTS);
    const byArn = canonical(textOf([ref('aws_s3_bucket.made.arn')]), universe);
    const byName = canonical(textOf(['arn:aws:s3:::', ref('aws_s3_bucket.made.id')]), universe);
    const key = canonical(textOf([ref('aws_kms_key.main.arn')]), universe);
    const keyById = canonical(textOf(['arn:aws:kms:eu-west-1:111111111111:key/', ref('aws_kms_key.main.id')]), universe);

    expect(findTextKey(byArn)).toBe(findTextKey(byName));
    expect(findTextKey(key)).toBe(findTextKey(keyById));
    expect(findTextKey(byArn)).not.toBe(findTextKey(key));
  });

  it('itself where it names several resources, one that is not there, or goes in circles', () => {
    expect(shown(textOf([ref('aws_s3_bucket.logs.arn', 'aws_s3_bucket.made.arn')]))).toBe(
      '<net:aws_s3_bucket.logs.arn or net:aws_s3_bucket.made.arn>',
    );
    expect(shown(textOf([ref('aws_s3_bucket.gone.arn')]))).toBe('<net:aws_s3_bucket.gone.arn>');
    expect(shown(textOf([ref('aws_s3_bucket.round.id')]))).toMatch(/^<net:aws_s3_bucket\.(round|turn)\.bucket>$/);
  });

  it('what is unknown where a place is not told', () => {
    const { accountId: _account, ...me } = resource('data.aws_caller_identity.me');
    const { region: _region, ...partition } = resource('data.aws_partition.p');

    expect(shown(textOf([ref('data.aws_caller_identity.me.account_id')]), [me])).toBe(
      '<net:data.aws_caller_identity.me.account_id>',
    );
    expect(shown(textOf([ref('data.aws_partition.p.partition')]), [partition])).toBe('<net:data.aws_partition.p.partition>');
    expect(findTextKey(textOf(['a', unknown('why')]))).toBeUndefined();
  });
});
