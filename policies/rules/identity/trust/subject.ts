import { partsOf } from '../../../model/arns';
import type { PolicyText } from '../../../model/policy/policy';
import { describeTerm } from '../../../model/term-text';
import { Unknown } from '../../../model/term';

/** What stands for a part that a resource of the documents fills: some text without wildcards. */
const FILLED = '\u0002';

/** What a subject of an issuer looks like, and what in it says whose it is. */
interface SubjectForm {
  /** The issuer, as condition keys begin. */
  readonly issuer: RegExp;
  /** How its subjects begin, for keys of which the issuer is known only after apply. */
  readonly head: RegExp;
  /** The part that says whose it is. In it a wildcard would let in others. */
  readonly own: RegExp;
  /** What that part names. */
  readonly names: string;
  /** Who may come by it besides. @default - nobody */
  readonly besides?: Unknown;
}

type Meaning = Pick<SubjectForm, 'own' | 'names' | 'besides'>;

/** @source GitHub, "Reusable workflows reference", Access: "The called workflow is stored in a public repository" */
const CALLERS = new Unknown('whoever calls a workflow of a public repository has it too');
const GITHUB = /^token\.actions\.githubusercontent\.com/;

/**
 * GitHub's subjects are `repo:OWNER/REPO:…`, since 2026-07-15 `repo:OWNER@ID/REPO@ID:…`: a wildcard behind a part of a name
 * stands for the rest of other names too, and for the `@`. A name may be left to a wildcard as a whole.
 * @source GitHub, "OpenID Connect reference"; HCP Terraform, "Workload identity tokens"; GitLab, "OpenID Connect in AWS"
 */
const FORMS: readonly SubjectForm[] = [
  {
    issuer: GITHUB,
    head: /^repo:/,
    own: /^(repo:[^*?:/]+\/([^*?:/]+(:.*)?|\*.*)|(repository\w*|job_workflow_ref|enterprise\w*):[^*?:/]+([:/].*)?)$/s,
    names: 'owner or repository',
  },
  {
    issuer: GITHUB,
    head: /^job_workflow_ref:(?!.*:repository(_\w+)?:[^*?:/])/s,
    own: /^job_workflow_ref:[^*?:/]+\//,
    names: 'owner',
    besides: CALLERS,
  },
  { issuer: /^app\.terraform\.io/, head: /^organization:/, own: /^organization:[^*?:]+:/, names: 'organization' },
  { issuer: /^gitlab\.com/, head: /^project_path:/, own: /^project_path:[^*?:/]+\//, names: 'group' },
  {
    issuer: /^oidc\.eks\.[\w-]+\.amazonaws\.com/,
    head: /^system:serviceaccount:/,
    own: /^system:serviceaccount:[^*?:]+:/,
    names: 'namespace',
  },
];
/** Issuers that nobody here lists: something has to stand before the first wildcard. */
const ANY_FORM: SubjectForm = { issuer: /^/, head: /^/, own: /^[^*?]*\w/, names: 'owner' };

/** What a value of a subject leaves open. */
export interface SubjectFault {
  readonly problem: string;
  /** @default - it surely does */
  readonly doubt?: Unknown;
}

/** A variable of IAM is the caller's own value, whatever it is. */
function widened(literal: string): string {
  return literal.replace(/\$\{[^}]*\}/g, '*');
}

/** Claims that name an owner, an id, or a path that begins with one. */
const CLAIM: Meaning = { own: /^[^*?/]+(\/.*)?$/s, names: 'owner' };
const CALLED: Meaning = { ...CLAIM, besides: CALLERS };

function formOf(issuer: string, subject: string): SubjectForm {
  const ofIssuer = FORMS.filter((one) => one.issuer.test(issuer));
  return ofIssuer.find((one) => one.head.test(subject)) ?? ofIssuer[0] ?? FORMS.find((one) => one.head.test(subject)) ?? ANY_FORM;
}

/** What a subject or a claim has to be. */
interface Wanted {
  readonly values: readonly PolicyText[];
  /** Whether wildcards and variables count: to StringEquals wildcards are letters. */
  readonly isPattern: boolean;
}

function findFault(
  value: PolicyText,
  isPattern: boolean,
  noun: string,
  meaningOf: (literal: string) => Meaning,
): SubjectFault | undefined {
  const parts = partsOf(value);
  const read = (hole: string): string =>
    parts.map((part) => (typeof part === 'string' ? widened(part) : part instanceof Unknown ? hole : FILLED)).join('');
  const filled = read(FILLED);
  const { own, names, besides } = meaningOf(filled);
  const shown = describeTerm(value);
  if (isPattern && !own.test(filled)) return { problem: `its ${noun} leaves ${names} open: ${shown}` };
  const open = isPattern ? parts.find((part) => part instanceof Unknown) : undefined;
  // Whatever fills a hole behind that part changes nothing.
  const doubt = open instanceof Unknown && !own.test(read('*')) ? open : besides;
  return doubt && { problem: `its ${noun} may leave ${names} open: ${shown}`, doubt };
}

function worstOf({ values, isPattern }: Wanted, noun: string, meaningOf: (literal: string) => Meaning): SubjectFault | undefined {
  const faults = values.flatMap((value) => findFault(value, isPattern, noun, meaningOf) ?? []);
  return faults.find(({ doubt }) => doubt === undefined) ?? faults[0];
}

/**
 * What is wrong with what a subject has to be; undefined where each value says whose it is.
 * @param issuer of the condition's key: `token.actions.githubusercontent.com`
 */
export function findSubjectFault(issuer: string, wanted: Wanted): SubjectFault | undefined {
  return worstOf(wanted, 'subject', (literal) => formOf(issuer, literal));
}

/**
 * What is wrong with what a claim of its owner has to be; undefined where each value names one.
 * @param key of the condition: `token.actions.githubusercontent.com:repository`
 */
export function findClaimFault(key: string, wanted: Wanted): SubjectFault | undefined {
  return worstOf(wanted, 'claim', () => (/:job_workflow_ref$/i.test(key) ? CALLED : CLAIM));
}
