import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { main } from '../../main';
import { filterLines } from '../network/synthesised';
import type { Resources } from '../test-stack';
import { OUTPUT } from './output-folder';
import '../../examples/in-code/main';
import '../../examples/module-reuse/main';
import '../../examples/one-vpc/main';
import '../../examples/rules-by-hand/main';
import '../../examples/single-account/main';

interface StackDocument {
  readonly resource: Resources;
}

function stackOf(name: string, output = OUTPUT): StackDocument {
  return JSON.parse(readFileSync(join(output, 'stacks', name, 'cdk.tf.json'), 'utf8')) as StackDocument;
}

function countOf({ resource }: StackDocument): number {
  return Object.values(resource).reduce((sum, named) => sum + Object.keys(named).length, 0);
}

/** What the command would print, and its exit code. */
function run(example: string): { readonly code: number; readonly out: string; readonly err: string } {
  const [out, err]: string[][] = [[], []];
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => (out?.push(String(text)), true)),
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => (err?.push(String(text)), true)),
  ];
  try {
    const code = main({ config: `examples/${example}/landing-zone.yaml`, out: join(OUTPUT, example), frozen: true });
    return { code, out: (out ?? []).join(''), err: (err ?? []).join('') };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

afterAll(() => rmSync(OUTPUT, { recursive: true, force: true }));

it('tests every example that there is', () => {
  const folders = readdirSync('examples', { withFileTypes: true }).filter((entry) => entry.isDirectory());

  expect(folders.map(({ name }) => name).sort()).toEqual([
    'broken-claim',
    'dual-stack',
    'hcp-terraform',
    'in-code',
    'module-reuse',
    'one-vpc',
    'reachability',
    'refused',
    'rules-by-hand',
    'single-account',
  ]);
});

describe('one-vpc', () => {
  it('is one stack of a VPC with two zones, and nothing is open but its flows', () => {
    const stack = stackOf('shop-eu-west-1-network');

    expect(countOf(stack)).toBe(82);
    expect(Object.keys(stack.resource.aws_subnet ?? {}).sort()).toEqual([
      'shop_app_a',
      'shop_app_b',
      'shop_data_a',
      'shop_data_b',
      'shop_nat_a',
      'shop_public_a',
      'shop_public_b',
    ]);
    expect(filterLines(stack).filter((line) => line.startsWith('group'))).toEqual([
      'group app in  group public--alb tcp 8080',
      'group app out 0.0.0.0/0 tcp 443',
      'group app out group data tcp 5432',
      'group data in  group app tcp 5432',
      'group public--alb in  0.0.0.0/0 tcp 443',
      'group public--alb out group app tcp 8080',
    ]);
  });

  it('is stated in at most twenty lines', () => {
    const source = readFileSync('examples/one-vpc/main.ts', 'utf8');

    expect(/new Vpc\([\s\S]*?\n}\);/.exec(source)?.[0].split('\n').length).toBeLessThanOrEqual(20);
  });
});

describe('rules-by-hand', () => {
  it('adds its group, its three entries in front and the setting of the underlying resource', () => {
    const stack = stackOf('desk-eu-west-1-network');
    const entries = Object.values(stack.resource.aws_network_acl_rule ?? {}).filter(({ rule_number: n }) => Number(n) < 1000);

    expect(filterLines(stack).filter((line) => line.includes('partners') || line.includes('203.0.113.0/24'))).toEqual([
      'acl public in  203.0.113.0/24 protocol 6 8443',
      'acl public out 203.0.113.0/24 protocol 6 1024-65535',
      'group app in  group partners tcp 9000',
      'group partners in  203.0.113.0/24 tcp 8443',
      'group partners out group app tcp 9000',
    ]);
    expect(entries.map(({ rule_number: number, rule_action: action }) => [number, action])).toEqual([
      [100, 'deny'],
      [110, 'allow'],
      [110, 'allow'],
    ]);
    expect(stack.resource.aws_vpc?.desk_vpc?.enable_network_address_usage_metrics).toBe(true);
  });
});

describe('in-code', () => {
  it('gives each team a stack of its own, with ranges from its committed ledger', () => {
    const blocks = ['blue', 'red'].map((team) => stackOf(`${team}-eu-west-1-network`).resource.aws_vpc?.batch_vpc?.cidr_block);

    expect(blocks).toEqual(['10.0.0.0/20', '10.0.16.0/20']);
  });
});

describe('module-reuse', () => {
  it('lets the two writers deliver under their own account, and nobody else', () => {
    const policy = String(stackOf('logs').resource.aws_s3_bucket_policy?.['flow-logs']?.policy);
    const { Statement: statements } = JSON.parse(policy) as { Statement: { Sid: string; Resource: unknown }[] };

    expect(statements.filter(({ Sid }) => Sid.startsWith('FlowLogsWrites')).map(({ Resource }) => Resource)).toEqual(
      ['333333333333', '444444444444'].map((account) => [
        `arn:aws:s3:::shared-flow-logs-222222222222/AWSLogs/${account}/*`,
        `arn:aws:s3:::shared-flow-logs-222222222222/AWSLogs/aws-account-id=${account}/*`,
      ]),
    );
  });

  it('reads the bucket of the other account by a parameter there', () => {
    expect(stackOf('web').resource.aws_flow_log?.['web_flow-log_s3']?.log_destination).toBe(
      '${data.aws_ssm_parameter.flow-log-bucket.insecure_value}',
    );
  });
});

describe('single-account', () => {
  const { resource } = stackOf('shop-eu-west-1-workloads');

  it('has one key for logs and secrets', () => {
    const arn = '${aws_kms_key.shop-key.arn}';

    expect(resource.aws_cloudwatch_log_group?.['shop_flow-log_cloudwatch']?.kms_key_id).toBe(arn);
    expect(resource.aws_ssm_parameter?.database?.key_id).toBe(arn);
    expect(JSON.stringify(resource.aws_s3_bucket_server_side_encryption_configuration?.['flow-logs'])).toContain(arn);
  });

  it('lets the role of its instances read its password and no other', () => {
    const policy = String(resource.aws_iam_policy?.database_readers?.policy);

    expect(policy).toContain('arn:aws:ssm:eu-west-1:111111111111:parameter/shop/prod/web/passwords/database"');
    expect(resource.aws_iam_role_policy_attachment?.database_readers_role_web?.role).toBe('${aws_iam_role.web.name}');
  });
});

describe('dual-stack', () => {
  it('is judged without findings and leaves its ledger as it is committed', () => {
    const { code, out, err } = run('dual-stack');

    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('stacks         2 in 1 waves');
    expect(out).toContain('addresses      unchanged');
  });

  it('takes the stated range in one Region and one from the pool in the other', () => {
    const blockIn = (region: string): unknown =>
      stackOf(`web-${region}-network`, join(OUTPUT, 'dual-stack')).resource.aws_vpc?.web_vpc?.cidr_block;

    expect([blockIn('eu-central-1'), blockIn('eu-west-1')]).toEqual(['10.80.0.0/21', '10.64.64.0/21']);
  });
});

describe('hcp-terraform', () => {
  it('is judged without errors and leaves its ledger as it is committed', () => {
    const { code, out, err } = run('hcp-terraform');

    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('stacks         5 in 4 waves');
    expect(out).toContain('addresses      unchanged');
    expect(out).toMatch(/rules +\d+ held against the output: 2 notes/);
  });

  it('has a workspace for each stack but that of the workspaces, and one run that starts another', () => {
    const { resource } = stackOf('management-global-workspaces', join(OUTPUT, 'hcp-terraform'));

    expect(Object.keys(resource.tfe_workspace ?? {}).sort()).toEqual([
      'shop-eu-west-1-network',
      'shop-global-delivery',
      'tools-eu-west-1-network',
      'tools-global-delivery',
    ]);
    expect(Object.keys(resource.tfe_run_trigger ?? {})).toEqual(['tools-eu-west-1-network_shop-eu-west-1-network']);
  });

  it('names its workspace beside each stack', () => {
    const out = join(OUTPUT, 'hcp-terraform', 'stacks');
    const projects = readdirSync(out)
      .sort()
      .map((stack) => {
        const text = readFileSync(join(out, stack, 'cloud.tf'), 'utf8');
        return [stack, text.includes(`name    = "${stack}"`), /project = "(.*)"/.exec(text)?.[1]];
      });
    expect(projects).toEqual([
      ['management-global-workspaces', true, 'Default Project'],
      ['shop-eu-west-1-network', true, 'landing-zone'],
      ['shop-global-delivery', true, 'landing-zone'],
      ['tools-eu-west-1-network', true, 'landing-zone'],
      ['tools-global-delivery', true, 'landing-zone'],
    ]);
  });
});

describe('refused', () => {
  it('has eight mistakes, each told with its place', () => {
    const { code, out, err } = run('refused');

    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(
      err
        .trim()
        .split('\n')
        .map((line) => /^\S+:(\d+:\d+) .*\[([A-Z-]+\d+)\]$/.exec(line)?.slice(1)),
    ).toEqual([
      ['6:16', 'LZ-CFG-30'],
      ['7:10', 'LZ-CFG-13'],
      ['13:31', 'LZ-CFG-44'],
      ['14:26', 'LZ-CFG-40'],
      ['15:38', 'LZ-PORT-2'],
      ['16:9', 'LZ-FLOW-6'],
      ['19:15', 'LZ-CFG-14'],
      ['19:72', 'LZ-CFG-36'],
    ]);
  });
});

describe('broken-claim', () => {
  it('is refused with the packet from the application to the load balancer, and writes nothing', () => {
    const { code, out } = run('broken-claim');

    expect(code).toBe(1);
    expect(out.split('\n').filter((line) => /^error|witness/.test(line))).toEqual([
      'error reachability/claims  shop-eu-west-1-network:aws_security_group.shop_public--alb',
      '    witness  tcp 10.0.0.4:49152 to 10.0.2.4:443',
    ]);
    expect(readdirSync('examples/broken-claim').sort()).toEqual(['README.md', 'addresses.lock.json', 'landing-zone.yaml']);
  });
});
