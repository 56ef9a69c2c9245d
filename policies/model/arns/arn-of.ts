import { partitionOf } from '../../../modules/core/aws/partition';
import type { PolicyText } from '../policy/policy';
import { Reference, type Term, Unknown } from '../term';
import type { ResourceFact } from '../universe';
import { ARN_FORMS, LOOKED_UP } from './arn-forms';
import { findTextOf, partsOf, textOf, type TextPart } from './text';

/** What stands for an attribute that only apply will tell: equal wherever this one is meant. */
export function holeOf({ key }: ResourceFact, attribute: string): Reference {
  return new Reference([{ key, attribute }]);
}

/** Whether it says anything: neither left out, nor filled in by the provider. */
function isStated(term: Term | undefined): term is Term {
  return term !== undefined && term !== null && term !== '' && !(term instanceof Unknown);
}

/** What an argument says, or a hole that stands for it. */
function argumentOf(fact: ResourceFact, name: string): readonly TextPart[] {
  const term = fact.body[name];
  const text = isStated(term) ? findTextOf(term) : undefined;
  if (text !== undefined) return partsOf(text);
  return name === 'path' && !(term instanceof Unknown) ? ['/'] : [holeOf(fact, name)];
}

/** By its Region; what is global tells it in its ARN alone, once it is there. */
function findPartition({ region, body: { arn } }: ResourceFact): string | undefined {
  if (region !== undefined) return partitionOf(region);
  return typeof arn === 'string' ? /^arn:([\w-]+):/.exec(arn)?.[1] : undefined;
}

function partOf(fact: ResourceFact, name: string): readonly TextPart[] {
  switch (name) {
    case 'account':
      return [fact.accountId ?? holeOf(fact, 'account_id')];
    case 'region':
      return [fact.region ?? holeOf(fact, 'region')];
    case 'partition':
      return [findPartition(fact) ?? holeOf(fact, 'partition')];
    default:
      return name.startsWith('#') ? madeUp(fact, name.slice(1)) : argumentOf(fact, name);
  }
}

/** States tell what AWS made up. */
function madeUp(fact: ResourceFact, attribute: string): readonly TextPart[] {
  const told = fact.body[attribute];
  return [typeof told === 'string' && told !== '' ? told : holeOf(fact, attribute)];
}

/** A text with `{partition}`, `{region}`, `{account}` and arguments in it, as they are of a resource. */
export function fillIn(form: string, fact: ResourceFact): PolicyText {
  return textOf(form.split(/[{}]/).flatMap((piece, at) => (at % 2 === 0 ? [piece] : partOf(fact, piece))));
}

/** The parameter's ARN has one slash before a name, whether or not the name begins with one. */
function tidied(text: PolicyText, { type }: ResourceFact): PolicyText {
  if (type !== 'aws_ssm_parameter') return text;
  return textOf(partsOf(text).map((part) => (typeof part === 'string' ? part.replace(':parameter//', ':parameter/') : part)));
}

/**
 * The ARN of a resource, as far as its arguments and its provider tell. What only apply tells, the account too where no
 * document has it, is a reference to that attribute of the resource, so that two mentions of it stay equal.
 */
export function arnOf(fact: ResourceFact): PolicyText {
  const { arn } = fact.body;
  if (typeof arn === 'string' && arn !== '') return arn;
  const form = fact.mode === 'data' && !LOOKED_UP.has(fact.type) ? undefined : ARN_FORMS[fact.type];
  if (form === undefined) return textOf([holeOf(fact, 'arn')]);
  return tidied(fillIn(form, fact), fact);
}
