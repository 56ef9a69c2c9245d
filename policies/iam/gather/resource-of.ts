import { asWritten, InputError } from '../../../modules/core/input-error';
import { arnOf, canonical, fillIn, partsOf, textOf } from '../../model/arns';
import type { PolicyText } from '../../model/policy/policy';
import { Unknown } from '../../model/term';
import type { ResourceFact, Universe } from '../../model/universe';
import { findArnParts } from './arn-parts';
import { Directory } from './directory';

/** What an action is about. */
export interface AskedResource {
  readonly arn: PolicyText;
  /** @default - the documents don't tell */
  readonly accountId?: string;
}

const directories = new WeakMap<Universe, Directory>();

function directoryOf(universe: Universe): Directory {
  const known = directories.get(universe);
  if (known !== undefined) return known;
  const directory = new Directory(universe.stacks.flatMap(({ resources }) => resources));
  directories.set(universe, directory);
  return directory;
}

/** A star stands for anything: the answer holds whatever is there, or isn't known. */
function opened(text: string): PolicyText {
  return textOf(text.split(/(\*)/).map((part) => (part === '*' ? new Unknown('whatever stands for * in the question') : part)));
}

const owners = new WeakMap<Universe, ReadonlyMap<string, string | undefined>>();

/** Whose a bucket is that the documents make; nobody's that is known where two make one of this name. */
function ownerOf(bucket: string, universe: Universe): string | undefined {
  let known = owners.get(universe);
  if (known === undefined) {
    const found = new Map<string, string | undefined>();
    for (const { mode, type, body, accountId } of universe.stacks.flatMap(({ resources }) => resources)) {
      if (mode !== 'managed' || type !== 'aws_s3_bucket' || typeof body.bucket !== 'string') continue;
      found.set(body.bucket, found.has(body.bucket) && found.get(body.bucket) !== accountId ? undefined : accountId);
    }
    known = found;
    owners.set(universe, known);
  }
  return known.get(bucket);
}

/**
 * The account in an ARN; buckets have none in theirs, so only the documents tell whose they are. `arn:aws:iam::aws:policy/…`
 * is AWS's own, and no other account's: nothing of another account has to let anybody use it.
 */
function accountOf(arn: PolicyText, universe: Universe): string | undefined {
  const parts = findArnParts(arn);
  if (parts === undefined || parts.account === 'aws') return undefined;
  if (parts.account !== '') return parts.account;
  if (parts.service !== 's3') return undefined;
  const [bucket = ''] = parts.resource.split('/');
  return ownerOf(bucket, universe);
}

function asked(arn: PolicyText, accountId: string | undefined): AskedResource {
  return { arn, ...(accountId === undefined ? {} : { accountId }) };
}

/** A resource of the documents; what stands behind its address, from a slash on, is a part of its ARN too. */
function findResource(universe: Universe, text: string): { readonly fact: ResourceFact; readonly rest: string } | undefined {
  const directory = directoryOf(universe);
  const whole = directory.find(text);
  if (whole !== undefined) return { fact: whole, rest: '' };
  const slash = text.indexOf('/');
  const fact = slash < 0 ? undefined : directory.find(text.slice(0, slash));
  return fact === undefined ? undefined : { fact, rest: text.slice(slash) };
}

/**
 * What an action is about, by what people call it: a resource by its address, with a path behind it for what lies in it
 * (`aws_s3_bucket.logs/2026/*`), any by its ARN, or `*` where the action knows no resource.
 * @throws InputError LZ-CAN-3 several have this address, LZ-CAN-5 none has
 */
export function resourceOf(universe: Universe, text: string): AskedResource {
  if (text === '*') return { arn: text };
  if (text.startsWith('arn:')) {
    const arn = opened(text);
    return asked(arn, accountOf(arn, universe));
  }
  const found = findResource(universe, text);
  if (found !== undefined) {
    const arn = canonical(arnOf(found.fact), universe);
    return asked(textOf([...partsOf(arn), ...partsOf(opened(found.rest))]), found.fact.accountId);
  }
  const nearest = directoryOf(universe).findNearest(text.split('/')[0] ?? text);
  throw InputError.of({
    problem: 'nothing in the documents is called that',
    got: asWritten(text),
    remedy:
      nearest === undefined ? 'write an address, an ARN, or * for an action without resources' : `did you mean "${nearest}"?`,
    code: 'LZ-CAN-5',
  });
}

/**
 * The attribute of a resource of the documents that a text names by its address; undefined where it names none.
 * @throws InputError LZ-CAN-3 several have this address
 */
export function findNamed(universe: Universe, text: string, attribute: 'arn' | 'id'): PolicyText | undefined {
  const fact = directoryOf(universe).find(text);
  if (fact === undefined) return undefined;
  return attribute === 'arn' ? canonical(arnOf(fact), universe) : fillIn('{#id}', fact);
}
