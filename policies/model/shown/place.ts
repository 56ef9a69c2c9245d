import { isRecord, type JsonRecord, listOf } from '../json';
import type { Json } from '../universe';
import type { PlannedValues } from './references/document/planned';
import { recordOf, textOf } from './shape';
import { nameAt, stepsOf } from './references/document/traversal';

/** The account and Region that a resource lives in, as far as they are told. */
export interface Place {
  /** @default - it isn't told */
  readonly accountId?: string;
  /** @default - it isn't told */
  readonly region?: string;
}

const ACCOUNT = /^\d{12}$/;

/** A place of what was told; empty texts tell nothing. */
function placeOf(accountId: string, region: string): Place {
  return { ...(ACCOUNT.test(accountId) ? { accountId } : {}), ...(region === '' ? {} : { region }) };
}

/** What a resource's own values tell: its ARN, its owner, the Region that newer providers write down. */
export function ownPlace(values: JsonRecord): Place {
  const [, , , region = '', account = ''] = textOf(values.arn).split(':');
  const owner = textOf(values.owner_id);
  return placeOf(account === '' ? owner : account, region === '' ? textOf(values.region) : region);
}

/** What the provider of a data source answered of where it works; nothing where the Region was asked for by name. */
function answered(type: string, values: JsonRecord, expressions: JsonRecord): Place {
  if (type === 'aws_caller_identity') return placeOf(textOf(values.account_id), '');
  return type === 'aws_region' && Object.keys(expressions).length === 0 ? placeOf('', textOf(values.name)) : {};
}

/** The places of a plan's providers: constants and variables, and what data sources were answered by them. */
export class ProviderPlaces {
  private readonly places = new Map<string, Place>();
  private readonly answers = new Map<string, Place>();

  constructor(
    private readonly planned: PlannedValues,
    private readonly variables: Json | undefined,
  ) {
    for (const { mode, type, name, module, after } of planned.instances) {
      const written = mode === 'data' ? planned.configuration.module(module).findResource(name) : undefined;
      if (written === undefined) continue;
      const { providerKey, expressions } = written;
      this.answers.set(providerKey, { ...this.answers.get(providerKey), ...answered(type, after, expressions) });
    }
  }

  /** The place of a provider, by its key in the configuration. */
  of(key: string): Place {
    const known = this.places.get(key);
    if (known !== undefined) return known;
    const written = this.planned.configuration.provider(key);
    const role = listOf(written.assume_role).map((block) => this.value(recordOf(block).role_arn));
    const allowed = listOf(this.value(written.allowed_account_ids));
    const [roleArn] = role.filter((arn) => arn !== undefined);
    const [only] = allowed.length === 1 ? allowed : [];
    const [, , , , assumed = ''] = textOf(roleArn).split(':');
    const told = placeOf(assumed === '' ? textOf(only) : assumed, textOf(this.value(written.region)));
    const place = { ...this.answers.get(key), ...told };
    this.places.set(key, place);
    return place;
  }

  private value(expression: Json | undefined): Json | undefined {
    if (!isRecord(expression)) return undefined;
    if ('constant_value' in expression) return expression.constant_value;
    const [reference, ...others] = listOf(expression.references).map(textOf);
    const steps = stepsOf(reference ?? '');
    if (others.length > 0 || steps.length !== 2 || nameAt(steps, 0) !== 'var') return undefined;
    return recordOf(recordOf(this.variables)[nameAt(steps, 1) ?? '']).value;
  }
}
