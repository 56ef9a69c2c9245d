import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { can, policy } from './listener';

describe('resources whose documents tell no account', () => {
  let folder: string;
  let file: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'plinth-can-place-'));
    file = join(folder, 'main.tf.json');
    const resource = {
      aws_iam_user: { alice: { name: 'alice' } },
      aws_iam_user_policy: { read: { name: 'read', user: 'alice', policy: policy('Allow', 's3:GetObject') } },
      aws_s3_bucket: { logs: { bucket: 'acme-logs' } },
      aws_vpc_endpoint: {
        s3: { policy: policy('Deny', 's3:*', { Principal: '*' }), service_name: 'com.amazonaws.eu-west-1.s3', vpc_id: 'vpc-1' },
      },
    };
    writeFileSync(file, JSON.stringify({ resource }));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const decision = async (...more: readonly string[]): Promise<string> => {
    const asked = ['--principal', 'aws_iam_user.alice', '--action', 's3:GetObject', '--resource', 'aws_s3_bucket.logs/a'];
    const { out } = await can([file, ...asked, '--json', ...more]);
    return (JSON.parse(out) as { readonly decision: string }).decision;
  };

  it('are not known to be of one account, unless --account says so', async () => {
    expect(await decision()).toBe('unknown');
    expect(await decision('--account', '111111111111', '--region', 'eu-west-1')).toBe('allowed');
  });

  it('are asked for by way of an endpoint that the context names by its address', async () => {
    const placed = ['--account', '111111111111', '--region', 'eu-west-1'];

    expect(await decision(...placed, '--context', 'aws:SourceVpce=aws_vpc_endpoint.s3')).toBe('denied');
    expect(await decision(...placed, '--context', 'aws:SourceVpce=vpce-1')).toBe('unknown');
  });

  it.each([
    ['--account', '12345678901'],
    ['--account', '1234567890123'],
    ['--region', 'eu-west-1a'],
    ['--region', 'eu'],
  ])('are not placed by %s %s', async (option, value) => {
    const asked = ['--principal', 'anonymous', '--action', 's3:ListAllMyBuckets', '--resource', '*', option, value];

    expect((await can([file, ...asked])).code).toBe(2);
  });

  it('keep the account that they tell', async () => {
    const told = join(folder, 'told.tf.json');
    const provider = { aws: { region: 'eu-west-1', allowed_account_ids: ['222222222222'] } };
    writeFileSync(told, JSON.stringify({ provider, resource: { aws_iam_user: { alice: { name: 'alice' } } } }));
    const asked = ['--principal', 'aws_iam_user.alice', '--action', 'iam:GetUser', '--resource', 'aws_iam_user.alice'];

    expect((await can([told, ...asked, '--account', '111111111111'])).out).toContain('arn:aws:iam::222222222222:user/alice');
  });
});
