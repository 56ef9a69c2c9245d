import { isTermMap, type Term, Unknown } from '../../model/term';
import type { ResourceFact } from '../../model/universe';
import { findStated } from '../argument';
import { findLiteral } from '../literal';
import { blocksOf } from '../nested';
import { factsOf, type Finding, findingOn, type Rule } from '../rule';

const ID = 'storage/lifecycle-days';
/** How long S3 keeps an object before it moves it to infrequent access. @unit days @source S3 user guide, "Transitioning objects" */
const LEAST_DAYS = 30;
const INFREQUENT: ReadonlySet<string> = new Set(['STANDARD_IA', 'ONEZONE_IA']);
/** The blocks that move objects, and what they call the days. */
const MOVES = [
  ['transition', 'days'],
  ['noncurrent_version_transition', 'noncurrent_days'],
  ['noncurrent_version_transition', 'days'],
] as const;

type Body = Readonly<Record<string, Term>>;

function dayOf(body: Body, argument: string): number | undefined {
  const literal = findLiteral(body[argument]);
  return typeof literal === 'string' && /^\d+$/.test(literal) ? Number(literal) : undefined;
}

function moveFault(move: Body, block: string, argument: string): { problem: string; unknown: boolean } | undefined {
  // Beside a date a state has 0 for the days.
  if (findStated(move.date) !== undefined) return undefined;
  const storage = findLiteral(move.storage_class);
  const days = findLiteral(move[argument]);
  if (days === undefined || typeof storage !== 'string' || !INFREQUENT.has(storage)) return undefined;
  if (days instanceof Unknown) {
    return { problem: `after how many days ${block} moves to ${storage} isn't known: ${days.why}`, unknown: true };
  }
  return Number(days) >= LEAST_DAYS
    ? undefined
    : {
        problem: `${block} moves to ${storage} after ${days} days, which S3 does after ${String(LEAST_DAYS)} at the earliest`,
        unknown: false,
      };
}

/** S3 refuses to expire what it has not moved yet. */
function endFault(rule: Body): string | undefined {
  const [end] = blocksOf(rule.expiration).flatMap((block) => (isTermMap(block) ? (dayOf(block, 'days') ?? []) : []));
  const moves = blocksOf(rule.transition).flatMap((block) => (isTermMap(block) ? (dayOf(block, 'days') ?? []) : []));
  const last = Math.max(-1, ...moves);
  // The provider writes 0 for an end that nobody set.
  if (end === undefined || end === 0 || end > last) return undefined;
  return `objects expire after ${String(end)} days, before they move after ${String(last)}`;
}

function judgeRule(fact: ResourceFact, rule: Body): readonly Finding[] {
  const moves = MOVES.flatMap(([block, argument]) =>
    blocksOf(rule[block]).flatMap((move) => (isTermMap(move) ? (moveFault(move, block, argument) ?? []) : [])),
  );
  const end = endFault(rule);
  return [
    ...moves.map(({ problem, unknown }) =>
      findingOn(ID, fact, problem, `set ${String(LEAST_DAYS)} days or more`, unknown ? 'unknown' : 'violated'),
    ),
    ...(end === undefined ? [] : [findingOn(ID, fact, end, 'let the objects expire after the last move')]),
  ];
}

/** S3 takes every lifecycle rule that is planned: neither Terraform's validate nor its plan knows these bounds. */
export const lifecycleDays: Rule = {
  id: ID,
  summary: 'Lifecycle rules move objects no sooner than S3 allows',
  judge: (universe) => {
    const stated = [
      ...[...factsOf(universe, 'aws_s3_bucket_lifecycle_configuration')].map((fact) => [fact, fact.body.rule] as const),
      ...[...factsOf(universe, 'aws_s3_bucket')].map((fact) => [fact, fact.body.lifecycle_rule] as const),
    ];
    return stated.flatMap(([fact, rules]) => blocksOf(rules).flatMap((rule) => (isTermMap(rule) ? judgeRule(fact, rule) : [])));
  },
};
