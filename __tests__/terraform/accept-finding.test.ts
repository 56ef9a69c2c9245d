import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { DataAwsRegion } from '@cdktf/provider-aws/lib/data-aws-region';
import { App } from 'cdktf';
import { Construct } from 'constructs';

import { acceptFinding, AccountStack } from '../../modules/terraform';
import { readUniverse, review, structure, type Suppression } from '../../policies';
import { suppressionsOf } from '../../policies/suppressions/stated-suppressions';
import { refusalOf } from '../refusal';

const LOGS = { rule: 'storage/versioning', reason: 'Logs are written once', until: '2027-01-31' };
let out: string;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'accept-'));
});
afterEach(() => {
  rmSync(out, { recursive: true, force: true });
});

function stackOf(app: App): AccountStack {
  const account = { name: 'dev', id: '555555555555' };
  const props = { organization: 'acme', account, region: 'eu-west-1', layer: 'network', backend: { kind: 'local' } } as const;
  return new AccountStack(app, props);
}

/** What a stack's JSON carries, and the JSON itself. */
function synthesised(define: (stack: AccountStack) => void): { readonly carried: readonly Suppression[]; readonly text: string } {
  const app = new App({ outdir: out, stackTraces: false });
  define(stackOf(app));
  app.synth();
  const text = readFileSync(join(out, 'stacks/dev-eu-west-1-network/cdk.tf.json'), 'utf8');
  return { carried: suppressionsOf(readUniverse(out)), text };
}

describe('acceptFinding', () => {
  it('on a resource is carried by that resource alone, with the construct that states it', () => {
    const { carried } = synthesised((stack) => {
      acceptFinding(new S3Bucket(stack, 'a', {}), LOGS);
      new S3Bucket(stack, 'b', {});
    });

    expect(carried).toEqual([
      { ...LOGS, scope: 'dev-eu-west-1-network:aws_s3_bucket.a', constructPath: 'dev-eu-west-1-network/a' },
    ]);
  });

  it('on a construct is carried by all resources in it, those that come later too, and by no data source', () => {
    const { carried } = synthesised((stack) => {
      const shop = new Construct(stack, 'shop');
      acceptFinding(shop, LOGS);
      new S3Bucket(shop, 'a', {});
      new S3Bucket(new Construct(shop, 'inner'), 'b', {});
      new DataAwsRegion(shop, 'region');
      new S3Bucket(stack, 'c', {});
    });

    expect(carried.map(({ scope, constructPath }) => [scope.replace(/_[0-9A-F]{8}$/, ''), constructPath])).toEqual([
      ['dev-eu-west-1-network:aws_s3_bucket.shop_a', 'dev-eu-west-1-network/shop'],
      ['dev-eu-west-1-network:aws_s3_bucket.shop_inner_b', 'dev-eu-west-1-network/shop'],
    ]);
  });

  it('twice on one resource is carried twice', () => {
    const { carried } = synthesised((stack) => {
      const bucket = new S3Bucket(stack, 'a', {});
      acceptFinding(bucket, LOGS);
      acceptFinding(bucket, { ...LOGS, rule: 'storage/access-logs' });
    });

    expect(carried.map(({ rule }) => rule)).toEqual(['storage/versioning', 'storage/access-logs']);
  });

  it('changes nothing that Terraform reads: addresses and arguments stay, byte for byte', () => {
    const bare = (text: string): unknown =>
      JSON.parse(text, (key, value: unknown) => (key === '//' ? undefined : value)) as unknown;
    const without = synthesised((stack) => {
      new S3Bucket(stack, 'a', { bucket: 'logs' });
    });
    const accepting = synthesised((stack) => {
      acceptFinding(new S3Bucket(stack, 'a', { bucket: 'logs' }), LOGS);
    });

    expect(bare(accepting.text)).toEqual(bare(without.text));
    expect(accepting.text).not.toBe(without.text);
  });

  it('is refused with everything that is wrong with it', () => {
    expect(
      refusalOf(() =>
        synthesised((stack) => {
          acceptFinding(stack, { rule: 'storage/versioning', reason: ' ', until: '2027-02-29' });
        }),
      ),
    ).toBe(
      [
        'acceptFinding on "dev-eu-west-1-network": the reason is empty, got " "; say why the finding is acceptable [LZ-CHECK-2]',
        'acceptFinding on "dev-eu-west-1-network": this is not a day of the calendar, got "2027-02-29"; write it as YYYY-MM-DD [LZ-CHECK-3]',
      ].join('\n'),
    );
  });

  it('of what no resource of the construct has is told once, as unmatched', () => {
    const rule = { ...LOGS, rule: 'terraform/declared-backend' };
    synthesised((stack) => {
      acceptFinding(stack, rule);
      new S3Bucket(stack, 'a', {});
      new S3Bucket(stack, 'b', {});
    });

    expect(
      review(readUniverse(out), structure, { today: '2026-11-29' }).findings.map(({ rule: id, problem }) => [id, problem]),
    ).toEqual([
      [
        'suppressions/unmatched',
        'the suppression of terraform/declared-backend at "dev-eu-west-1-network:aws_s3_bucket.a" accepts nothing',
      ],
    ]);
  });
});
