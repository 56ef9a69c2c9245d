import type { Ledger } from '../../../modules/core/ledger';
import type { LandingZoneInput, Lifecycle } from '../../../modules/landing-zone';
import { refusalOf } from '../../refusal';
import { compose, type Composed, namesOf, ORGANISATION } from './composed';

/** Two accounts whose networks are peered: one's stack writes to the other's account too. */
const PEERED: LandingZoneInput = {
  ...ORGANISATION,
  organization: { ...ORGANISATION.organization, regions: ['eu-west-1'] },
  networks: {
    web: {
      zones: ['a'],
      tiers: { app: { kind: 'private' } },
      flows: [{ from: 'app', to: 'hub/shared/services', port: 'tcp/3128', why: 'Packages are fetched through the proxy' }],
    },
    shared: { zones: ['a'], tiers: { services: { kind: 'private' } } },
  },
  peerings: [{ between: ['shop/web', 'hub/shared'], why: 'The shop uses the shared services' }],
  accounts: {
    management: { id: '111111111111', unit: 'management', selfRotation: {} },
    hub: { id: '222222222222', unit: 'infrastructure', network: 'shared' },
    shop: { id: '333333333333', unit: 'workloads', network: 'web' },
  },
};
const GITHUB: LandingZoneInput = { ...PEERED, delivery: { kind: 'github', repository: 'acme/zone' } };
const ON_S3: LandingZoneInput = {
  ...GITHUB,
  backend: { kind: 's3', bucket: 'acme-terraform-state', region: 'eu-west-1', account: 'hub' },
};

interface Provider {
  readonly alias?: string;
  readonly assume_role?: unknown;
  readonly shared_config_files?: readonly string[];
}

const providersOf = ({ stacks }: Composed, stack: string): readonly Provider[] =>
  (stacks.get(stack) as unknown as { provider: { aws: readonly Provider[] } }).provider.aws;

describe('a zone that is delivered', () => {
  const zone = compose(GITHUB);

  it('has the roles of each stack in every account that the stack writes to', () => {
    const roles = ['management', 'hub', 'shop'].map((account) =>
      namesOf(zone.stacks.get(`${account}-global-delivery`), 'aws_iam_role'),
    );

    expect(roles).toEqual([
      ['apply-management-global-identity', 'plan-management-global-identity'],
      [
        'apply-hub-eu-west-1-network',
        'apply-shop-eu-west-1-network',
        'plan-hub-eu-west-1-network',
        'plan-shop-eu-west-1-network',
      ],
      ['apply-shop-eu-west-1-network', 'plan-shop-eu-west-1-network'],
    ]);
  });

  it('says by which roles each stack is planned and applied, those of other accounts by tag', () => {
    expect(zone.roles?.['shop-eu-west-1-network']).toEqual({
      own: {
        plan: 'arn:aws:iam::333333333333:role/plinth/plan-shop-eu-west-1-network',
        apply: 'arn:aws:iam::333333333333:role/plinth/apply-shop-eu-west-1-network',
      },
      others: {
        HUB: {
          plan: 'arn:aws:iam::222222222222:role/plinth/plan-shop-eu-west-1-network',
          apply: 'arn:aws:iam::222222222222:role/plinth/apply-shop-eu-west-1-network',
        },
      },
    });
  });

  it('applies the roles before the stacks that come by them', () => {
    expect(zone.order.waves).toEqual([
      ['hub-global-delivery', 'management-global-delivery', 'shop-global-delivery'],
      ['hub-eu-west-1-network', 'management-global-identity'],
      ['shop-eu-west-1-network'],
    ]);
  });

  it('assumes the accounts’ role for the roles of delivery alone', () => {
    expect(providersOf(zone, 'shop-global-delivery')[0]).toHaveProperty('assume_role');
    expect(providersOf(zone, 'hub-eu-west-1-network')).toEqual([{ allowed_account_ids: ['222222222222'], region: 'eu-west-1' }]);
  });

  it('takes credentials for several accounts from files, its own too', () => {
    expect(providersOf(zone, 'shop-eu-west-1-network').map(({ alias, shared_config_files: files }) => [alias, files])).toEqual([
      [undefined, ['${var.tfc_aws_dynamic_credentials.default.shared_config_file}']],
      ['hub_eu-west-1', ['${var.tfc_aws_dynamic_credentials.aliases["HUB"].shared_config_file}']],
    ]);
  });

  it('bounds every role that a pipeline makes', () => {
    expect(zone.stacks.get('shop-eu-west-1-network')?.resource?.aws_iam_role?.['web_flow-log_cloudwatch']).toMatchObject({
      permissions_boundary: 'arn:aws:iam::333333333333:policy/plinth/delivered',
    });
  });

  it('keeps its roles while an account is closed, since they empty its stacks', () => {
    const shop = (lifecycle: Lifecycle, ledger: Ledger): Composed =>
      compose({ ...GITHUB, accounts: { ...PEERED.accounts, shop: { ...PEERED.accounts.shop!, lifecycle } } }, ledger);
    const closed = shop('closed', shop('closing', zone.ledger).ledger);

    expect(namesOf(closed.stacks.get('shop-eu-west-1-network'), 'aws_vpc')).toEqual([]);
    expect(namesOf(closed.stacks.get('shop-global-delivery'), 'aws_iam_role')).toContain('apply-shop-eu-west-1-network');
  });
});

describe('a zone that nobody delivers', () => {
  it('has no roles of delivery, and assumes those of the accounts', () => {
    const zone = compose(PEERED);

    expect(zone.roles).toBeUndefined();
    expect([...zone.stacks.keys()].filter((name) => name.endsWith('-delivery'))).toEqual([]);
    expect(providersOf(zone, 'shop-eu-west-1-network')[1]).toHaveProperty('assume_role');
  });
});

describe('states in a bucket', () => {
  const zone = compose(ON_S3);

  it('are read by the roles of delivery themselves, and by the account’s role for an administrator alone', () => {
    expect(zone.stacks.get('shop-eu-west-1-network')?.terraform.backend.s3).not.toHaveProperty('assume_role');
    expect(zone.stacks.get('shop-global-delivery')?.terraform.backend.s3).toHaveProperty('assume_role');
    expect(
      zone.stacks.get('shop-global-delivery')?.resource?.aws_iam_role_policy?.['plan-shop-eu-west-1-network']?.policy,
    ).toContain('arn:aws:s3:::acme-terraform-state/acme/shop-eu-west-1-network.tfstate.tflock');
  });

  it('are in a bucket that lets in the roles of delivery, and has nobody delete but locks', () => {
    const policy = JSON.parse(
      String(zone.stacks.get('hub-eu-west-1-organization')?.resource?.aws_s3_bucket_policy?.states?.policy),
    ) as { Statement: { Sid: string; Action: unknown; Resource: unknown; Condition?: unknown }[] };
    const said = policy.Statement.filter(({ Sid }) => Sid.startsWith('Delivery'));

    expect(said.map(({ Sid, Action, Resource }) => [Sid, Action, Resource])).toEqual([
      ['DeliveryList', 's3:ListBucket', 'arn:aws:s3:::acme-terraform-state'],
      ['DeliveryLocks', 's3:DeleteObject', 'arn:aws:s3:::acme-terraform-state/*.tflock'],
      ['DeliveryStates', ['s3:GetObject', 's3:PutObject'], 'arn:aws:s3:::acme-terraform-state/*'],
    ]);
    expect(said.map(({ Condition }) => Condition)).toEqual(
      Array(3).fill({ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/plinth/*' } }),
    );
  });
});

it('refuses whom roles could not trust by name, where it is written', () => {
  expect(refusalOf(() => compose({ ...PEERED, delivery: { kind: 'github', repository: 'acme/*', branch: 'x:y' } }))).toBe(
    [
      'delivery.repository: whoever is trusted comes from one repository, and this stands for others, got "acme/*"; write its name, such as "acme/landing-zone" [LZ-DELIVERY-1]',
      'delivery.branch: this names no branch, got "x:y"; write its name, such as "main" [LZ-DELIVERY-2]',
    ].join('\n'),
  );
});
