import { IAMClient } from '@aws-sdk/client-iam';
import { STSClient } from '@aws-sdk/client-sts';

import { clientConfiguration, type ClientConfiguration } from '../../commands/aws/client-configuration';
import type { Emulator } from '../../commands/sandbox/emulator';

/** A pair of keys, with the token of a session if it is one's. */
export interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** What makes a client of the AWS SDK speak to the emulator as somebody: `new S3Client(clientOf(emulator, keys))`. */
export function clientOf(
  emulator: Emulator,
  keys: Keys,
  region = 'eu-west-1',
): ClientConfiguration & { readonly credentials: Keys } {
  const configuration = clientConfiguration({ region, env: emulator.clientEnvironment(keys), timeLimitSeconds: 30 });
  return { ...configuration, credentials: keys };
}

/** IAM as somebody. */
export function iamOf(emulator: Emulator, keys: Keys): IAMClient {
  return new IAMClient(clientOf(emulator, keys));
}

/** STS as somebody. */
export function stsOf(emulator: Emulator, keys: Keys): STSClient {
  return new STSClient(clientOf(emulator, keys));
}
