import { isRecord } from '../../json';
import type { Json } from '../../universe';
import { recordOf } from '../shape';
import { referencesOf } from './document/configuration';
import { ACCEPTERS, isOwnId, isPlural, nounOf, nounOfAttribute } from './noun';
import { isAnyUnknown, type Planned, type PlannedValues } from './document/planned';
import { elsewhere, isFit, NONE, type Sources, unite, type Wanted } from './sources';

/** Data sources that never give the id of something that a plan makes. */
export const WITHOUT_IDS: readonly string[] = [
  'aws_ami',
  'aws_availability_zones',
  'aws_caller_identity',
  'aws_iam_policy_document',
  'aws_partition',
  'aws_region',
];

/** Resources whose attributes hold whatever people put there. */
const CARRIERS = /^(?!aws_)|^aws_(cloud(control|formation)|lambda_invocation|secretsmanager|servicecatalog|ssm_parameter)/;

/**
 * What the locals of a module may carry. A plan shows no locals. But an id that isn't known and stands in one is that of a
 * resource in this module or in one that it calls, or came in by a variable of the module; and of attributes of resources,
 * it is one that something refers to. Arguments that are written needn't be followed: so it is with what is in them.
 */
export class Locals {
  constructor(
    private readonly document: string,
    private readonly planned: PlannedValues,
  ) {}

  /** Which resources of a module, and of those that it calls, can have made this value. */
  madeIn(module: string, wanted: Wanted): Sources {
    const inside = this.planned.instances.filter((instance) => module === '' || `${instance.module}.`.startsWith(`${module}.`));
    return unite(inside.map((instance) => this.offered(instance, wanted)));
  }

  private offered(instance: Planned, wanted: Wanted): Sources {
    const relevant = this.planned.relevant.of(instance);
    const names = relevant.includes(undefined) ? Object.keys(instance.unknown) : relevant.map((name) => name ?? '');
    const unknown = names.filter((name) => isAnyUnknown(instance.unknown[name]));
    if (unknown.length === 0) return NONE;
    if (instance.mode === 'data') return WITHOUT_IDS.includes(instance.type) ? NONE : elsewhere(comesFrom(instance));
    if (CARRIERS.test(instance.type)) return elsewhere(comesFrom(instance));
    const sources = unite(unknown.map((name) => this.attribute(instance, name, wanted)));
    // A resource has an id, by two names perhaps, and an ARN, and is one resource.
    const isArn = /_arns?$/.test(wanted.argument);
    const [own] = sources.targets.filter(({ attribute }) => isOwnId(instance.type, attribute) && (attribute === 'arn') === isArn);
    return own !== undefined && sources.targets.every(({ attribute }) => isOwnId(instance.type, attribute))
      ? { ...sources, targets: [own] }
      : sources;
  }

  private attribute(instance: Planned, name: string, wanted: Wanted): Sources {
    const { type, unknown, module, address } = instance;
    const isOwn = isOwnId(type, name);
    const written = isOwn ? undefined : this.planned.configuration.module(module).findResource(instance.name)?.expressions[name];
    const noun = nounOfAttribute(type, name);
    if (noun === undefined || !isFit(wanted, noun)) {
      return hasPart(unknown[name], written, wanted) ? elsewhere(comesFrom(instance)) : NONE;
    }
    // A rule whose source nobody wrote has no group as its source, though a plan can't tell.
    if (written !== undefined || type === 'aws_security_group_rule' || (isOwn && type in ACCEPTERS)) return NONE;
    if (isPlural(name)) return elsewhere(`${comesFrom(instance)}.${name}`);
    return { targets: [{ key: `${this.document}:${address}`, attribute: name }] };
  }
}

function comesFrom({ address }: Planned): string {
  return `may come from ${address}`;
}

/** Whether some part of a block that nobody wrote may be what is asked for. */
function hasPart(marks: Json | undefined, written: Json | undefined, wanted: Wanted): boolean {
  if (referencesOf(written) !== undefined) return false;
  if (Array.isArray(marks)) return (marks as readonly Json[]).some((mark) => hasPart(mark, written, wanted));
  if (!isRecord(marks)) return false;
  const blocks = (Array.isArray(written) ? (written as readonly Json[]) : [written ?? null]).map(recordOf);
  return Object.entries(marks).some(([name, mark]) => {
    const expression = blocks.map((block) => block[name]).find((each) => each !== undefined);
    const noun = expression === undefined && isAnyUnknown(mark) ? nounOf(name) : undefined;
    return (noun !== undefined && isFit(wanted, noun)) || hasPart(mark, expression, wanted);
  });
}
