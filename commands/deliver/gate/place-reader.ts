import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { ConfigServiceClient } from '@aws-sdk/client-config-service';

import { OperationError } from '../../../modules/core/operation-error';
import { clientConfiguration } from '../../aws/client-configuration';
import { nameOf, reasonOf } from '../../doctor/reason';
import type { Token } from '../token';
import { alarmsIn } from './alarms';
import type { Place } from './places';
import type { Reading } from './reading';
import { roleCredentials } from './role-credentials';
import { notRecordedIn, rulesIn } from './rules';

function failure({ account, region, role }: Place, error: unknown): OperationError {
  const subject = `${account} ${region}`;
  const got = reasonOf(error);
  if (/AccessDenied|NotAuthorized|Unauthorized/.test(nameOf(error))) {
    const problem = `AWS doesn't let ${role} read alarms and rules`;
    const remedy =
      "have an administrator apply the account's delivery stack again; docs/delivery.md says what roles may and whom they trust";
    return new OperationError({ subject, problem, got, remedy, code: 'LZ-DELIVER-15' });
  }
  const problem = "alarms and rules can't be read";
  const remedy = 'see whether this machine reaches AWS there: network, HTTPS_PROXY, AWS_CA_BUNDLE';
  return new OperationError({ subject, problem, got, remedy, code: 'LZ-DELIVER-16' });
}

/** Reads alarms and rules of one place. */
export class PlaceReader {
  readonly #cloudwatch: CloudWatchClient;
  readonly #config: ConfigServiceClient;

  /** @throws InputError LZ-AWS-1 the certificates, LZ-AWS-2 the proxy */
  constructor(
    private readonly place: Place,
    token: Token,
    env: NodeJS.ProcessEnv,
  ) {
    const configuration = clientConfiguration({ region: place.region, env, timeLimitSeconds: 20, maxAttempts: 4 });
    const credentials = roleCredentials(place.role, token, env, configuration);
    this.#cloudwatch = new CloudWatchClient({ ...configuration, credentials });
    this.#config = new ConfigServiceClient({ ...configuration, credentials });
  }

  /** @throws OperationError LZ-DELIVER-15 AWS denies it, LZ-DELIVER-16 it fails otherwise */
  async read(): Promise<Reading> {
    try {
      const [ringing, silent, rules, recording] = await Promise.all([
        alarmsIn(this.#cloudwatch, 'ALARM'),
        alarmsIn(this.#cloudwatch, 'INSUFFICIENT_DATA'),
        rulesIn(this.#config),
        notRecordedIn(this.#config),
      ]);
      return { ringing, alarmsWithoutData: silent.map(({ name }) => name), ...rules, ...recording };
    } catch (error) {
      throw error instanceof OperationError ? error : failure(this.place, error);
    }
  }
}
