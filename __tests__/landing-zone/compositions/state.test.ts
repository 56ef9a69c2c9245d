import type { LandingZoneInput } from '../../../modules/landing-zone';
import { compose, namesOf, ORGANISATION } from './composed';

const heldBy = (account: string | undefined, kmsKeyId?: string): LandingZoneInput => ({
  ...ORGANISATION,
  backend: {
    kind: 's3',
    bucket: 'acme-terraform-state',
    region: 'eu-west-1',
    ...(account === undefined ? {} : { account }),
    ...(kmsKeyId === undefined ? {} : { kmsKeyId }),
  },
});

const backendIn = (input: LandingZoneInput, stack: string): unknown => compose(input).stacks.get(stack)?.terraform.backend.s3;

const PLAIN = {
  bucket: 'acme-terraform-state',
  region: 'eu-west-1',
  key: 'acme/shop-eu-west-1-network.tfstate',
  encrypt: true,
  use_lockfile: true,
};

describe('states in S3', () => {
  it('have a lock file, and nothing is made for them where no account is named', () => {
    expect(backendIn(heldBy(undefined), 'shop-eu-west-1-network')).toEqual(PLAIN);
    expect([...compose(heldBy(undefined)).stacks.keys()].filter((name) => name.endsWith('organization'))).toEqual([]);
  });

  it('of the management account are encrypted by its key, which is named by its alias', () => {
    expect(backendIn(heldBy('management'), 'shop-eu-west-1-network')).toEqual({
      ...PLAIN,
      kms_key_id: 'arn:aws:kms:eu-west-1:111111111111:alias/acme/terraform-state',
    });
  });

  it('of another account are reached by the role that Terraform assumes there', () => {
    expect(backendIn(heldBy('logs'), 'shop-eu-west-1-network')).toEqual({
      ...PLAIN,
      kms_key_id: 'arn:aws:kms:eu-west-1:222222222222:alias/acme/terraform-state',
      assume_role: { role_arn: 'arn:aws:iam::222222222222:role/OrganizationAccountAccessRole' },
    });
  });

  it('keep the key that the configuration names', () => {
    expect(backendIn(heldBy('management', 'alias/mine'), 'shop-eu-west-1-network')).toMatchObject({ kms_key_id: 'alias/mine' });
  });
});

describe('the stack of the states', () => {
  const NAME = 'management-eu-west-1-organization';

  it('makes bucket and key, and is applied before all others', () => {
    const { stacks, order } = compose(heldBy('management'));

    expect(namesOf(stacks.get(NAME), 'aws_s3_bucket')).toEqual(['states']);
    expect(stacks.get(NAME)?.resource?.aws_s3_bucket?.states).toMatchObject({
      bucket: 'acme-terraform-state',
      lifecycle: { prevent_destroy: true },
    });
    expect(namesOf(stacks.get(NAME), 'aws_kms_key')).toEqual(['state-key']);
    expect(order.waves[0]).toEqual([NAME]);
  });

  it('keeps its own state there, too', () => {
    expect(backendIn(heldBy('management'), NAME)).toMatchObject({ key: `acme/${NAME}.tfstate` });
  });

  it('loses its protection when everything is closing', () => {
    expect(compose({ ...heldBy('management'), lifecycle: 'closing' }).stacks.get(NAME)?.resource?.aws_s3_bucket).toMatchObject({
      states: { force_destroy: true },
    });
  });
});
