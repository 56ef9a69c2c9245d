import {
  CreateAccessKeyCommand,
  DeleteAccessKeyCommand,
  GetAccessKeyLastUsedCommand,
  IAMClient,
  ListAccessKeysCommand,
  UpdateAccessKeyCommand,
} from '@aws-sdk/client-iam';
import { GetCallerIdentityCommand, GetSessionTokenCommand, STSClient } from '@aws-sdk/client-sts';

import { clientConfiguration } from '../../aws/client-configuration';
import { Credential } from '../profile/credential';
import type { Account, AccountFor, AccountKey, Caller, MfaCode } from './account';
import { CallFailure, type Failure } from './call-failure';

/** Where and how AWS is asked. */
export interface SdkAccountOptions {
  readonly profile: string;
  readonly region: string;
  readonly env: NodeJS.ProcessEnv;
  /** Of one attempt. */
  readonly timeLimitSeconds: number;
  /** Hears of every call, with its outcome. */
  readonly onCall: (line: string) => void;
}

/** The least that AWS gives a session; the command is over sooner. */
const SESSION_SECONDS = 900;
const MAX_WORDS = 300;

/** What an SDK's error has; its message is shown only where it is AWS's own, since others repeat parts of answers. */
interface SdkError {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: number };
  readonly $fault?: unknown;
}

/** One word: nothing that an answer or a path could hide in. */
function asReason(...candidates: readonly unknown[]): string {
  const found = candidates.find((it): it is string => typeof it === 'string' && /^[\w.]{1,80}$/.test(it) && it !== 'Error');
  return found ?? 'no proper answer';
}

function failureOf(action: string, thrown: unknown, by: Credential): Failure {
  const { name, code, message, $metadata, $fault } = Object(thrown) as SdkError;
  const status = $metadata?.httpStatusCode;
  const refused = typeof $fault === 'string' && status !== undefined && status >= 400;
  if (!refused) return { action, reason: asReason(code, name) };
  const words = by.redact(String(message)).replace(/\s+/g, ' ').trim().slice(0, MAX_WORDS);
  return { action, reason: asReason(name), words: words === '' ? 'without words' : words, status };
}

/** What an answer must have; the answer itself is shown nowhere. */
function present<T>(action: string, value: T | undefined): T {
  if (value === undefined) throw new CallFailure({ action, reason: 'an incomplete answer' });
  return value;
}

class SdkAccount implements Account {
  readonly #by: Credential;
  readonly #iam: IAMClient;
  readonly #sts: STSClient;
  readonly #onCall: (line: string) => void;

  constructor(by: Credential, { profile, region, env, timeLimitSeconds, onCall }: SdkAccountOptions) {
    // Each call is one attempt, for the caller knows which may be repeated: creating a key may not.
    const configuration = {
      ...clientConfiguration({ region, env, timeLimitSeconds, maxAttempts: 1 }),
      credentials: by.forSdk(),
      profile,
    };
    this.#by = by;
    this.#iam = new IAMClient(configuration);
    this.#sts = new STSClient(configuration);
    this.#onCall = onCall;
  }

  async whoAmI(): Promise<Caller> {
    const action = 'sts:GetCallerIdentity';
    const { Account: account, Arn: arn } = await this.#call(action, () => this.#sts.send(new GetCallerIdentityCommand({})));
    return { account: present(action, account), arn: present(action, arn) };
  }

  async openSession({ serial, code }: MfaCode): Promise<Credential> {
    const action = 'sts:GetSessionToken';
    const input = { SerialNumber: serial, TokenCode: code, DurationSeconds: SESSION_SECONDS };
    const { Credentials } = await this.#call(action, () => this.#sts.send(new GetSessionTokenCommand(input)));
    const { AccessKeyId, SecretAccessKey, SessionToken } = present(action, Credentials);
    return new Credential(present(action, AccessKeyId), present(action, SecretAccessKey), present(action, SessionToken));
  }

  async listKeys(user: string): Promise<readonly AccountKey[]> {
    const action = 'iam:ListAccessKeys';
    const answer = await this.#call(action, () => this.#iam.send(new ListAccessKeysCommand({ UserName: user })));
    return present(action, answer.AccessKeyMetadata).map(({ AccessKeyId, Status, CreateDate }) => ({
      id: present(action, AccessKeyId),
      active: Status === 'Active',
      createdAt: CreateDate,
    }));
  }

  async createKey(user: string): Promise<Credential> {
    const action = 'iam:CreateAccessKey';
    const { AccessKey } = await this.#call(action, () => this.#iam.send(new CreateAccessKeyCommand({ UserName: user })));
    const { AccessKeyId, SecretAccessKey } = present(action, AccessKey);
    return new Credential(present(action, AccessKeyId), present(action, SecretAccessKey));
  }

  async disableKey(user: string, id: string): Promise<void> {
    const input = { UserName: user, AccessKeyId: id, Status: 'Inactive' as const };
    await this.#call('iam:UpdateAccessKey', () => this.#iam.send(new UpdateAccessKeyCommand(input)));
  }

  async deleteKey(user: string, id: string): Promise<void> {
    const input = { UserName: user, AccessKeyId: id };
    await this.#call('iam:DeleteAccessKey', () => this.#iam.send(new DeleteAccessKeyCommand(input)));
  }

  async isUsed(id: string): Promise<boolean> {
    const action = 'iam:GetAccessKeyLastUsed';
    const answer = await this.#call(action, () => this.#iam.send(new GetAccessKeyLastUsedCommand({ AccessKeyId: id })));
    return present(action, answer.AccessKeyLastUsed).LastUsedDate !== undefined;
  }

  async #call<T>(action: string, send: () => Promise<T>): Promise<T> {
    try {
      const answer = await send();
      this.#onCall(`${action} by ${this.#by.id}: done`);
      return answer;
    } catch (thrown) {
      const failure = failureOf(action, thrown, this.#by);
      this.#onCall(`${action} by ${this.#by.id}: ${failure.reason}`);
      throw new CallFailure(failure);
    }
  }
}

/** AWS by the SDK, behind the proxy and the certificates of the environment. */
export function sdkAccountFor(options: SdkAccountOptions): AccountFor {
  const made = new Map<string, Account>();
  return (credential) => {
    const known = made.get(credential.id);
    if (known !== undefined) return known;
    const account = new SdkAccount(credential, options);
    made.set(credential.id, account);
    return account;
  };
}
