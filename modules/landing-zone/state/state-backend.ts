import { iamArn, regionalArn } from '../../core/aws/arn';
import type { Backend } from '../../terraform';
import type { LandingZoneInput } from '../configuration';
import { accountOf } from '../stacks/account-role';

/** The alias of the key that encrypts all states. */
export function stateKeyAlias(organization: string): string {
  return `alias/${organization}/terraform-state`;
}

/**
 * The backend of every stack. Where an account of the configuration holds the bucket, the key is named by its alias, which
 * is known before the key is there, and Terraform gets at both by the role that it assumes in that account.
 */
export function backendOf(input: LandingZoneInput): Backend {
  const { backend, organization } = input;
  if (backend.kind !== 's3') return backend;
  const { account: name, ...s3 } = backend;
  if (name === undefined) return s3;
  const account = accountOf(input, name);
  const place = { accountId: account.id, region: s3.region };
  return {
    kmsKeyId: regionalArn(place, 'kms', stateKeyAlias(organization.name)),
    ...s3,
    ...(account.role === undefined ? {} : { roleArn: iamArn(place, `role/${account.role}`) }),
  };
}

/** The same for whoever delivers: its own roles get at the state, since one that can do everything there is no way to a file. */
export function deliveredBackend(backend: Backend): Backend {
  if (backend.kind !== 's3') return backend;
  const { roleArn: _, ...direct } = backend;
  return direct;
}
