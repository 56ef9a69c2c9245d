import type { Construct } from 'constructs';

import { bucketArn, type Place } from '../core/aws/arn';
import { InputError, ProblemList } from '../core/input-error';
import type { Statement } from '../core/policy/statement';
import { type AclGrant, checkBucket, SecureBucket, type SecureBucketProps } from '../storage';
import { placeOf, subjectOf } from '../terraform';
import { keepEverything } from './keep-everything';
import { readStatements } from './readers';

/** What every bucket for logs can have. */
export interface LogBucketProps extends Omit<SecureBucketProps, 'statements' | 'aclGrants'> {
  /** ARNs of the roles that may read. @default [] */
  readonly readers?: readonly string[];
}

/** Why AWS doesn't let something be, in the words of the one who would want it. */
export interface Refusal {
  readonly why: string;
  readonly instead: string;
}

/** What AWS allows a kind of log. */
export interface LogKind {
  /** How errors call the construct. */
  readonly noun: string;
  /** Left out: the bucket may have a KMS key. */
  readonly refusesKey?: Refusal;
  /** Left out: the bucket may have a default retention. */
  readonly refusesLock?: Refusal;
}

/** @throws InputError LZ-LOG-4 a KMS key, LZ-LOG-5 a lock where the kind has none */
function checkKind({ refusesKey, refusesLock }: LogKind, { keyArn, objectLock }: LogBucketProps): void {
  const problems = new ProblemList();
  if (keyArn !== undefined && refusesKey !== undefined) {
    problems.add({
      subject: '',
      problem: refusesKey.why,
      got: `keyArn "${keyArn}"`,
      remedy: refusesKey.instead,
      code: 'LZ-LOG-4',
    });
  }
  if (objectLock !== undefined && refusesLock !== undefined) {
    const got = `${String(objectLock.days)} days in ${objectLock.mode} mode`;
    problems.add({ subject: '', problem: refusesLock.why, got, remedy: refusesLock.instead, code: 'LZ-LOG-5' });
  }
  problems.throwIfAny();
}

/** What a kind adds to a bucket of its own. */
export interface Delivered {
  readonly statements: readonly Statement[];
  /** Left out: none. */
  readonly aclGrants?: readonly AclGrant[];
}

function bucketPropsOf(
  scope: Construct,
  id: string,
  kind: LogKind,
  props: LogBucketProps,
  delivered: (place: Place) => Delivered,
): SecureBucketProps {
  const { readers = [], closing = false, ...bucket } = props;
  const subject = subjectOf(scope, id, kind.noun);
  const place = placeOf(scope, subject, props);
  const problems = new ProblemList();
  problems.attempt(subject, () => {
    checkKind(kind, props);
  });
  const { statements = [], aclGrants = [] } = problems.attempt(subject, () => delivered(place)) ?? {};
  const reading = problems.attempt(subject, () => readStatements(place, props.bucketName, readers)) ?? [];
  const keeping = closing ? [] : [keepEverything(bucketArn(place.region, props.bucketName))];
  const all = { ...bucket, closing, aclGrants, statements: [...statements, ...reading, ...keeping] };
  checkBucket(problems, subject, place, all);
  problems.throwIfAny();
  return all;
}

/** A bucket into which one kind of log is delivered, from which roles read, and in which nobody deletes. */
export abstract class LogBucket extends SecureBucket {
  /** @throws InputError LZ-LOG-n, LZ-BUCKET-n, LZ-ARN-n, LZ-POLICY-n, LZ-STACK-6: all of them at once */
  protected constructor(
    scope: Construct,
    id: string,
    kind: LogKind,
    props: LogBucketProps,
    delivered: (place: Place) => Delivered,
  ) {
    super(scope, id, bucketPropsOf(scope, id, kind, props, delivered), kind.noun);
  }
}

/** A mistake in what a kind of log is told. */
export function refuse(problem: string, got: string, remedy: string): InputError {
  return InputError.of({ problem, got, remedy, code: 'LZ-LOG-6' });
}
