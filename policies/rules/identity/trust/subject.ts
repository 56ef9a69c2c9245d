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
}

/**
 * GitHub's subjects are `repo:OWNER/REPO:…`, since 2026-07-15 `repo:OWNER@ID/REPO@ID:…`: a wildcard behind a part of a name
 * stands for the rest of other names too, and for the `@`. A name may be left to a wildcard as a whole.
 * @source GitHub, "OpenID Connect reference"; HCP Terraform, "Workload identity tokens"; GitLab, "OpenID Connect in AWS"
 */
const FORMS: readonly SubjectForm[] = [
  {
    issuer: /^token\.actions\.githubusercontent\.com/,
    head: /^repo:/,
    own: /^(repo:[^*?:/]+\/([^*?:/]+(:.*)?|\*.*)|(repository\w*|job_workflow_ref|enterprise\w*):[^*?:/]+([:/].*)?)$/s,
    names: 'owner or repository',
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
const CLAIM: Pick<SubjectForm, 'own' | 'names'> = { own: /^[^*?/]+(\/.*)?$/s, names: 'owner' };

function formOf(issuer: string, subject: string): SubjectForm {
  return FORMS.find((one) => one.issuer.test(issuer)) ?? FORMS.find((one) => one.head.test(subject)) ?? ANY_FORM;
}

function findFault(
  value: PolicyText,
  noun: 'claim' | 'subject',
  formFor: (literal: string) => Pick<SubjectForm, 'own' | 'names'>,
): SubjectFault | undefined {
  const parts = partsOf(value);
  const read = (hole: string): string =>
    parts.map((part) => (typeof part === 'string' ? widened(part) : part instanceof Unknown ? hole : FILLED)).join('');
  const filled = read(FILLED);
  const form = formFor(filled);
  const shown = describeTerm(value);
  if (!form.own.test(filled)) return { problem: `its ${noun} leaves ${form.names} open: ${shown}` };
  const open = parts.find((part) => part instanceof Unknown);
  // Whatever fills a hole behind that part changes nothing.
  if (!(open instanceof Unknown) || form.own.test(read('*'))) return undefined;
  return { problem: `its ${noun} may leave ${form.names} open: ${shown}`, doubt: open };
}

function worst(faults: readonly SubjectFault[]): SubjectFault | undefined {
  return faults.find(({ doubt }) => doubt === undefined) ?? faults[0];
}

/**
 * What is wrong with the patterns that a subject has to meet; undefined where each of them says whose it is.
 * @param issuer of the condition's key: `token.actions.githubusercontent.com`
 */
export function findSubjectFault(issuer: string, values: readonly PolicyText[]): SubjectFault | undefined {
  return worst(values.flatMap((value) => findFault(value, 'subject', (literal) => formOf(issuer, literal)) ?? []));
}

/** What is wrong with the patterns that a claim of its owner has to meet; undefined where each of them names one. */
export function findClaimFault(values: readonly PolicyText[]): SubjectFault | undefined {
  return worst(values.flatMap((value) => findFault(value, 'claim', () => CLAIM) ?? []));
}
