import { readFileSync } from 'node:fs';

import { AssumeRoleWithWebIdentityCommand, STSClient } from '@aws-sdk/client-sts';

import type { ClientConfiguration } from '../../aws/client-configuration';
import { sessionName } from '../access-files';
import type { Token } from '../token';

/** What a client signs with. */
interface SessionKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiration?: Date;
}

/** Where keys of a role that plans come from; a client asks again before they end. */
export function roleCredentials(
  roleArn: string,
  token: Token,
  env: NodeJS.ProcessEnv,
  configuration: ClientConfiguration,
): () => Promise<SessionKeys> {
  const sts = new STSClient(configuration);
  return async () => {
    await token.renew();
    const { Credentials: keys } = await sts.send(
      new AssumeRoleWithWebIdentityCommand({
        RoleArn: roleArn,
        RoleSessionName: sessionName('plan', env),
        WebIdentityToken: readFileSync(token.file, 'utf8').trim(),
      }),
    );
    const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '', Expiration: expiration } = keys ?? {};
    const pair = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
    return expiration === undefined ? pair : { ...pair, expiration };
  };
}
