import { globOf, globsMeet } from './glob';
import { isService, type ResourceTypeData, serviceData } from './service-data';

/** An action of AWS, with all that it takes. */
export interface KnownAction {
  /** `s3:PutObject`. */
  readonly name: string;
  /** What it can be about; none: it knows no resource but `*`. */
  readonly resourceTypes: readonly ResourceTypeData[];
  /** Keys of requests for it, those of its types aside. */
  readonly conditionKeys: readonly string[];
}

const knownActions = new Map<string, readonly KnownAction[]>();

function actionsOf(service: string): readonly KnownAction[] {
  const known = knownActions.get(service);
  if (known !== undefined) return known;
  const types = serviceData(`resourceTypes/${service}.json`);
  const actions = Object.values(serviceData(`actions/${service}.json`)).map((action): KnownAction => {
    const { name, resourceTypes, conditionKeys } = action;
    return {
      name: `${service}:${name}`,
      resourceTypes: resourceTypes.flatMap((type) => types[type.name.toLowerCase()] ?? []),
      conditionKeys: [...conditionKeys, ...resourceTypes.flatMap((type) => type.conditionKeys)],
    };
  });
  knownActions.set(service, actions);
  return actions;
}

/** What an action of a policy stands for. `everything`: actions of services that its text doesn't name. */
export type Named = readonly KnownAction[] | 'everything';

const named = new Map<string, Named>();

function find(text: string): Named {
  const [, service = '', verb = ''] = /^([^:]*):(.*)$/s.exec(text) ?? [];
  if (text === '*' || /[*?]/.test(service)) return 'everything';
  if (!isService(service)) return [];
  const asked = globOf(verb);
  const isPattern = /[*?]/.test(verb);
  return actionsOf(service).filter(({ name }) => {
    const own = name.slice(service.length + 1).toLowerCase();
    return isPattern ? globsMeet(asked, globOf(own)) : own === verb;
  });
}

/** The actions that a text stands for; none where AWS has none. */
export function actionsNamed(text: string): Named {
  const key = text.toLowerCase();
  let found = named.get(key);
  if (found === undefined) {
    found = find(key);
    named.set(key, found);
  }
  return found;
}

/** The forms of the ARNs that an action can be about; none where it knows no resource. */
export function formsOf(action: string): readonly string[] {
  const known = actionsNamed(action);
  return known === 'everything' ? [] : known.flatMap(({ resourceTypes }) => resourceTypes.map(({ arn }) => arn));
}

/** Names to choose from for an action that isn't there: those of its service, or of all services. */
export function similarActions(text: string): readonly string[] {
  const service = text.slice(0, Math.max(0, text.indexOf(':'))).toLowerCase();
  return isService(service) ? actionsOf(service).map(({ name }) => name) : [];
}
