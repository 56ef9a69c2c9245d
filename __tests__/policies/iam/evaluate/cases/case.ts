import { HOME, type PolicyJson, type StatementJson, user } from '../../../../iam';
import type { Bucket, Caller } from '../../../../iam';
import type { KeyGrant } from '../../../../../policies/iam/policy-set';
import type { PolicyText } from '../../../../../policies/model/policy/policy';
import type { Term, Unknown } from '../../../../../policies/model/term';
import type { DrawnBucket } from '../random/bucket';

/** A policy of a case: as JSON, as a text with holes, or not known. */
export type CasePolicy = PolicyJson | Term;

/** What S3 says of a bucket. @default - nothing is blocked, no ACL counts, and all of it is there already */
export type CaseBucket = Partial<DrawnBucket['block']> &
  Partial<Omit<DrawnBucket, 'block'>> &
  Partial<Pick<Bucket, 'objectOwner' | 'objectAcl'>>;

/** Policies of a case; what is left out isn't there. */
export interface CaseSet {
  readonly identity?: readonly CasePolicy[];
  readonly boundary?: CasePolicy;
  readonly session?: CasePolicy;
  readonly resource?: readonly CasePolicy[];
  readonly resourceKind?: 'kms' | 'trust' | 'other';
  readonly scp?: readonly (readonly CasePolicy[])[];
  readonly rcp?: readonly (readonly CasePolicy[])[];
  readonly endpoint?: CasePolicy;
  readonly bucket?: CaseBucket;
  readonly grants?: readonly KeyGrant[];
  readonly doubts?: readonly Unknown[];
}

/** A question of a case. */
export interface CaseRequest {
  readonly caller: Omit<Caller, 'arn' | 'accountId' | 'roleArn'> & {
    readonly arn: PolicyText;
    readonly accountId?: string;
    readonly roleArn?: PolicyText;
  };
  readonly action: string;
  readonly resource: PolicyText;
  /** `hidden`: not told. */
  readonly resourceAccountId: string;
  /** Keys by their names, `absent` for what surely isn't there; what is left out isn't known to the product, and isn't there for the oracle. */
  readonly context: Readonly<Record<string, string | readonly PolicyText[]>>;
}

/** A request whose answer is documented. */
export interface Case {
  /** What it shows, as a statement. */
  readonly name: string;
  /** Page and section of AWS's documentation. */
  readonly source: string;
  readonly set: CaseSet;
  readonly request: CaseRequest;
  /** `allowed by identity`, `denied by explicit deny`, `unknown by boundary`. */
  readonly says: string;
  /** The oracle knows no unknowns. @default - it is asked too */
  readonly alone?: true;
}

export const BUCKET = 'arn:aws:s3:::logs';

/** A policy of the current version. */
export function policy(...statements: Partial<StatementJson>[]): PolicyJson {
  return { Version: '2012-10-17', Statement: statements.map((statement) => ({ Effect: 'Allow', ...statement })) };
}

/** One that allows. */
export function allow(action: string | readonly string[], more: Partial<StatementJson> = {}): PolicyJson {
  return policy({ Sid: 'Allow', Action: action, Resource: '*', ...more });
}

/** One that denies. */
export function deny(action: string | readonly string[], more: Partial<StatementJson> = {}): PolicyJson {
  return policy({ Sid: 'Deny', Effect: 'Deny', Action: action, Resource: '*', ...more });
}

/** A resource's policy that lets somebody in. */
export function grant(principal: StatementJson['Principal'], more: Partial<StatementJson> = {}): PolicyJson {
  return policy({ Sid: 'Grant', Principal: principal!, Action: '*', Resource: '*', ...more });
}

/** A question: without more, whether alice of the home account may read an object of her own account. */
export function ask(more: Partial<CaseRequest> = {}): CaseRequest {
  return {
    caller: user('alice'),
    action: 's3:GetObject',
    resource: `${BUCKET}/a`,
    resourceAccountId: HOME,
    context: {},
    ...more,
  };
}

/** A case in a table: what it shows, the policies, the answer, and what is asked. */
export type Row = readonly [name: string, set: CaseSet, says: string, request?: Partial<CaseRequest>];

/** A table of which some answers aren't told: the oracle isn't asked for these. */
export function openOnes(cases: readonly Case[]): readonly Case[] {
  return cases.map((one) => (one.says.startsWith('unknown') ? { ...one, alone: true } : one));
}

/** The cases of a table, all of one page. `base` is asked by all. */
export function casesOf(
  source: string,
  rows: readonly Row[],
  base: Partial<CaseRequest> = {},
  kind?: 'kms' | 'trust',
): readonly Case[] {
  return rows.map(([name, set, says, request]) => ({
    name,
    source,
    set: { ...(kind === undefined ? {} : { resourceKind: kind }), ...set },
    says,
    request: ask({ ...base, ...request }),
  }));
}
