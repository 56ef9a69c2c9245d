import {
  AddUserToGroupCommand,
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreateGroupCommand,
  CreatePolicyCommand,
  CreateUserCommand,
  DeleteGroupPolicyCommand,
  DeletePolicyCommand,
  DeleteUserPermissionsBoundaryCommand,
  DeleteUserPolicyCommand,
  DetachUserPolicyCommand,
  type IAMClient,
  PutGroupPolicyCommand,
  PutUserPermissionsBoundaryCommand,
  PutUserPolicyCommand,
  TagUserCommand,
  UntagUserCommand,
  UpdateUserCommand,
} from '@aws-sdk/client-iam';

import type { PolicyJson } from '../../iam';
import type { Keys } from '../aws-clients';
import type { EnforcedAccount } from './enforced-account';

/** What somebody has for a while. */
interface Step {
  readonly key: string;
  /** As which it stands: another one replaces it. */
  readonly value: string;
  readonly set: () => Promise<unknown>;
  readonly clear: () => Promise<unknown>;
}

/** What a user is to have. */
export interface Having {
  /** @default "/" */
  readonly path?: string;
  readonly policies: readonly PolicyJson[];
  /** @default - none */
  readonly boundary?: PolicyJson;
  /** @default - none */
  readonly tags?: Readonly<Record<string, string>>;
}

/** A user whose policies change from case to case; the first is inline, the second the group's, all others are managed. */
export class Actor {
  readonly #standing = new Map<string, Step>();
  #managed = 0;

  private constructor(
    private readonly admin: IAMClient,
    readonly name: string,
    readonly keys: Keys,
  ) {}

  static async create({ admin }: EnforcedAccount, name: string): Promise<Actor> {
    await admin.send(new CreateUserCommand({ UserName: name }));
    await admin.send(new CreateGroupCommand({ GroupName: name }));
    await admin.send(new AddUserToGroupCommand({ UserName: name, GroupName: name }));
    const { AccessKey: key } = await admin.send(new CreateAccessKeyCommand({ UserName: name }));
    return new Actor(admin, name, { accessKeyId: key?.AccessKeyId ?? '', secretAccessKey: key?.SecretAccessKey ?? '' });
  }

  /** Has this from now on, and nothing else. */
  have({ path = '/', policies, boundary, tags = {} }: Having): Promise<void> {
    return this.#stand([
      ...(path === '/' ? [] : [this.#path(path)]),
      ...Object.entries(tags).map(([key, value]) => this.#tag(key, value)),
      ...(boundary === undefined ? [] : [this.#boundary(boundary)]),
      ...policies.map((policy, at) => [this.#inline(policy), this.#ofGroup(policy)][at] ?? this.#attached(policy)),
    ]);
  }

  /** Takes back what isn't there any more, and sets what is new or another. */
  async #stand(steps: readonly Step[]): Promise<void> {
    for (const { key, clear } of [...this.#standing.values()]) {
      if (steps.some((step) => step.key === key)) continue;
      await clear();
      this.#standing.delete(key);
    }
    for (const step of steps) {
      if (this.#standing.get(step.key)?.value === step.value) continue;
      await step.set();
      this.#standing.set(step.key, step);
    }
  }

  #path(path: string): Step {
    const move = (NewPath: string) => this.admin.send(new UpdateUserCommand({ UserName: this.name, NewPath }));
    return { key: 'path', value: path, set: () => move(path), clear: () => move('/') };
  }

  #tag(Key: string, Value: string): Step {
    return {
      key: `tag ${Key}`,
      value: Value,
      set: () => this.admin.send(new TagUserCommand({ UserName: this.name, Tags: [{ Key, Value }] })),
      clear: () => this.admin.send(new UntagUserCommand({ UserName: this.name, TagKeys: [Key] })),
    };
  }

  #inline(policy: PolicyJson): Step {
    const about = { UserName: this.name, PolicyName: 'inline' };
    return {
      key: 'inline',
      value: JSON.stringify(policy),
      set: () => this.admin.send(new PutUserPolicyCommand({ ...about, PolicyDocument: JSON.stringify(policy) })),
      clear: () => this.admin.send(new DeleteUserPolicyCommand(about)),
    };
  }

  #ofGroup(policy: PolicyJson): Step {
    const about = { GroupName: this.name, PolicyName: 'inline' };
    return {
      key: 'group',
      value: JSON.stringify(policy),
      set: () => this.admin.send(new PutGroupPolicyCommand({ ...about, PolicyDocument: JSON.stringify(policy) })),
      clear: () => this.admin.send(new DeleteGroupPolicyCommand(about)),
    };
  }

  #attached(policy: PolicyJson): Step {
    return this.#byManaged(policy, {
      use: (PolicyArn) => this.admin.send(new AttachUserPolicyCommand({ UserName: this.name, PolicyArn })),
      drop: (PolicyArn) => this.admin.send(new DetachUserPolicyCommand({ UserName: this.name, PolicyArn })),
    });
  }

  #boundary(policy: PolicyJson): Step {
    const { name: UserName } = this;
    return this.#byManaged(policy, {
      use: (arn) => this.admin.send(new PutUserPermissionsBoundaryCommand({ UserName, PermissionsBoundary: arn })),
      drop: () => this.admin.send(new DeleteUserPermissionsBoundaryCommand({ UserName })),
    });
  }

  /** A policy of its own each time. */
  #byManaged(policy: PolicyJson, { use, drop }: Readonly<Record<'use' | 'drop', (policyArn: string) => Promise<unknown>>>): Step {
    const name = `${this.name}-${String((this.#managed += 1))}`;
    let arn = '';
    return {
      key: name,
      value: name,
      set: async () => {
        arn = await createPolicy(this.admin, name, policy);
        await use(arn);
      },
      clear: async () => {
        await drop(arn);
        await this.admin.send(new DeletePolicyCommand({ PolicyArn: arn }));
      },
    };
  }
}

/** The ARN of a new policy. */
export async function createPolicy(admin: IAMClient, name: string, policy: PolicyJson): Promise<string> {
  const made = await admin.send(new CreatePolicyCommand({ PolicyName: name, PolicyDocument: JSON.stringify(policy) }));
  return made.Policy?.Arn ?? '';
}
