/** What one call of an escalation is about. */
export type StepTarget =
  /** The user or role itself. */
  | 'itself'
  /** A group that the user is in. */
  | 'own group'
  /** A managed policy of the account that is attached to it, or to a group of it. */
  | 'own policy'
  /** The user, role or group that it becomes. */
  | 'target'
  /** The target, once its trust policy names whoever asks. */
  | 'opened target'
  /** The resource of the documents that works with the target's rights. */
  | 'holder'
  /** A resource that it makes for the purpose; a role or user without a boundary. */
  | 'new'
  /** A role or user that it makes within whatever boundary it has to have. */
  | 'limited new'
  /** A role that it makes, whose trust policy names whoever asks. */
  | 'opened new';

/** One call that somebody has to be allowed. */
export interface Step {
  readonly action: string;
  readonly on: StepTarget;
  /**
   * What it is about besides, each chosen by whoever calls: types of the action by their names in the service authorization
   * reference, or ARNs as it writes them. @default - a new resource is of the action's first type, or none; else nothing
   */
  readonly as?: readonly string[];
}

/**
 * What has to stand in AWS for a way to be open, whoever is allowed to call: the target's password or none yet, room for one
 * more access key, an instance profile with the target in it, a cluster of ECS, an assignment of the permission set that is
 * changed to whoever changes it; or what no document tells, in words.
 */
export type Need =
  'password' | 'no password' | 'room for a key' | 'instance profile' | 'cluster' | 'assignment' | { readonly untold: string };

/** What it leads to: all rights there are, or those of somebody else. */
export type LeadsTo = 'everything' | 'user' | 'role' | 'group';

/** A known way to more rights than one was given. */
export interface EscalationKind {
  /** Its name in reports: `create-policy-version`. */
  readonly id: string;
  /** What is done, in the third person: `attaches any policy to itself`. */
  readonly title: string;
  readonly steps: readonly Step[];
  readonly leadsTo: LeadsTo;
  /** Who can go it. @default - users and roles */
  readonly for?: 'user' | 'role';
  /** The same done to somebody else: `attaches any policy to`. @default - it is done to nobody else */
  readonly given?: string;
  /** The target has to trust this service, which is handed the role. @default - no service is involved */
  readonly service?: string;
  /** What has to be there besides: the way is only perhaps open where the documents don't have it. @default - nothing */
  readonly needs?: Need;
  /** The target's rights are those of a resource that is there already: its type and the argument that names the role, `block.argument` in a block. @default - a new one, or none */
  readonly holder?: { readonly type: string; readonly argument: string };
}
