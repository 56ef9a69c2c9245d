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
  /** The resource of the documents that works with the target's rights. */
  | 'holder'
  /** A resource that it makes for the purpose. */
  | 'new'
  /** Nothing that policies could name. */
  | 'none';

/** One call that somebody has to be allowed. */
export interface Step {
  readonly action: string;
  readonly on: StepTarget;
  /** Which of the types that the action takes a new resource is. @default - the first, or none */
  readonly as?: string;
}

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
  /** The target has to trust this service, which is handed the role. @default - no service is involved */
  readonly service?: string;
  /** The target's rights are those of a resource that is there already: its type and the argument that names the role. @default - a new one, or none */
  readonly holder?: { readonly type: string; readonly argument: string };
}
