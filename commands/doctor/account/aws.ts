import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';

import { clientConfiguration } from '../../aws/client-configuration';
import { type Attempt, attempt } from '../attempt';
import type { Secrets } from '../secrets';

/** Credentials as far as checks look at them: their secrets stay where they are. */
export interface CredentialFacts {
  /** @default - they don't end */
  readonly expiration?: Date;
}

/** Who AWS takes the caller for. */
export interface Identity {
  readonly accountId: string;
  readonly arn: string;
}

/** Somebody in a role, for a quarter of an hour. */
export interface RoleSession {
  readonly arn: string;
  readonly credentials: Keys;
}

/** What a client signs with. */
export interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

/** What the checks of an account ask AWS; each call ends within its limit. */
export interface AccountCalls {
  readonly credentials: () => Promise<Attempt<CredentialFacts>>;
  readonly identity: () => Promise<Attempt<Identity>>;
  readonly assume: (roleArn: string) => Promise<Attempt<RoleSession>>;
}

/** How AWS is asked. */
export interface CallOptions {
  readonly region: string;
  readonly env: NodeJS.ProcessEnv;
  /** @unit seconds */
  readonly timeLimitSeconds: number;
  /** Learns what the calls bring along and nobody may print. */
  readonly secrets: Secrets;
}

/**
 * The calls, by the SDK and its default chain of credentials.
 * @throws InputError LZ-AWS-1 the certificates, LZ-AWS-2 the proxy
 */
export function accountCalls({ region, env, timeLimitSeconds, secrets }: CallOptions): AccountCalls {
  const client = new STSClient(clientConfiguration({ region, env, timeLimitSeconds }));
  const within = <T>(call: (abortSignal: AbortSignal) => Promise<T>): Promise<Attempt<T>> => attempt(timeLimitSeconds, call);
  return {
    credentials: () =>
      within(async () => {
        const { secretAccessKey, sessionToken, expiration } = await client.config.credentials();
        secrets.add(secretAccessKey);
        secrets.add(sessionToken);
        return expiration === undefined ? {} : { expiration };
      }),
    identity: () =>
      within(async (abortSignal) => {
        const { Account = '', Arn = '' } = await client.send(new GetCallerIdentityCommand(), { abortSignal });
        return { accountId: Account, arn: Arn };
      }),
    assume: (RoleArn) =>
      within(async (abortSignal) => {
        const asked = new AssumeRoleCommand({ RoleArn, RoleSessionName: 'plinth-doctor', DurationSeconds: 900 });
        const { Credentials, AssumedRoleUser } = await client.send(asked, { abortSignal });
        const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = Credentials ?? {};
        secrets.add(SecretAccessKey);
        secrets.add(SessionToken);
        const credentials = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
        return { arn: AssumedRoleUser?.Arn ?? '', credentials };
      }),
  };
}
