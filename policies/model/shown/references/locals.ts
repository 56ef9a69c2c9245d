import type { Json } from '../../universe';
import { recordOf } from '../shape';
import { referencesOf } from './document/configuration';
import { ACCEPTERS, isOwnId, isPlural, nounOf, nounOfAttribute } from './noun';
import { isAnyUnknown, type Planned, type PlannedValues } from './document/planned';
import type { Settled } from './settled';
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

/** Which one it may be is of no use to anybody: the local is told. */
const ELSEWHERE = elsewhere('it may come from elsewhere');

/**
 * What the locals of a module may carry. A plan shows no locals. But an id that isn't known and stands in one is that of a
 * resource in this module or in one that it calls, or came in by a variable of the module; and of attributes of resources,
 * it is one that something refers to. Arguments that are written needn't be followed: so it is with what is in them.
 */
export class Locals {
  constructor(
    private readonly document: string,
    private readonly planned: PlannedValues,
    private readonly settled: Settled,
  ) {}

  /** Which resources of a module, and of those that it calls, can have made this value. */
  madeIn(module: string, wanted: Wanted): Sources {
    const inside = this.planned.instances.filter((instance) => module === '' || `${instance.module}.`.startsWith(`${module}.`));
    return unite(inside.map((instance) => this.offered(instance, wanted)));
  }

  private offered(instance: Planned, wanted: Wanted): Sources {
    const { mode, type } = instance;
    const names = this.planned.relevant.of(instance).flatMap((name) => name ?? Object.keys(instance.unknown));
    const unknown = names.filter((name) => isAnyUnknown(instance.unknown[name]));
    if (unknown.length === 0) return NONE;
    if (mode === 'data') return WITHOUT_IDS.includes(type) ? NONE : ELSEWHERE;
    if (CARRIERS.test(type)) return ELSEWHERE;
    // A resource has an id, by two names perhaps, and an ARN, and is one resource.
    const isArn = /_arns?$/.test(wanted.argument);
    const own = unknown.filter((name) => isOwnId(type, name));
    const [meant = own[0]] = own.filter((name) => (name === 'arn') === isArn);
    const offered = unknown.filter((name) => name === meant || !own.includes(name));
    return unite(offered.map((name) => this.attribute(instance, name, wanted)));
  }

  private attribute(instance: Planned, name: string, wanted: Wanted): Sources {
    const { type, unknown, module, address } = instance;
    const argument = isOwnId(type, name) ? ACCEPTERS[type] : name;
    const resource = this.planned.configuration.module(module).findResource(instance.name);
    const written = argument === undefined ? undefined : resource?.expressions[argument];
    if (!isFit(wanted, nounOfAttribute(type, name))) return hasPart(unknown[name], written, wanted) ? ELSEWHERE : NONE;
    if (written !== undefined) {
      // Where all that is written is known, the provider made up the rest.
      return this.settled.holds(written, { module, forEach: resource?.forEach }) ? ELSEWHERE : NONE;
    }
    // A rule whose source nobody wrote has no group as its source, though a plan can't tell.
    if (type === 'aws_security_group_rule') return NONE;
    return isPlural(name) ? ELSEWHERE : { targets: [{ key: `${this.document}:${address}`, attribute: name }] };
  }
}

/** Whether some part that nobody wrote, in one of several blocks at least, may be what is asked for. */
function hasPart(marks: Json | undefined, written: Json | undefined, wanted: Wanted): boolean {
  if (Array.isArray(marks)) return (marks as readonly Json[]).some((mark) => hasPart(mark, written, wanted));
  if (Array.isArray(written)) return (written as readonly Json[]).some((block) => hasPartOf(marks, block, wanted));
  return referencesOf(written) === undefined && hasPartOf(marks, written, wanted);
}

function hasPartOf(marks: Json | undefined, block: Json | undefined, wanted: Wanted): boolean {
  return Object.entries(recordOf(marks)).some(([name, mark]) => {
    const inside = recordOf(block)[name];
    const isOffered = inside === undefined && isAnyUnknown(mark) && isFit(wanted, nounOf(name));
    return isOffered || hasPart(mark, inside, wanted);
  });
}
