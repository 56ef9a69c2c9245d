import type { JsonRecord } from '../json';
import type { Term } from '../term';
import type { ResourceFact } from '../universe';
import { ArgumentReader } from './argument';
import { Confines } from './references/confines';
import type { Written } from './references/document/configuration';
import { ownPlace, ProviderPlaces } from './place';
import { type Planned, PlannedValues } from './references/document/planned';
import { PolicyDocuments } from './references/policy-documents';
import { Resolver } from './references/resolver';
import { Settled } from './references/settled';

/** What will be there once a plan is applied. */
export function factsOfPlan(name: string, plan: JsonRecord): ResourceFact[] {
  const planned = new PlannedValues(plan);
  const resolver = new Resolver(name, planned);
  const reader = new ArgumentReader(
    resolver,
    new Confines(name, planned, resolver),
    new PolicyDocuments(name, planned),
    new Settled(planned),
  );
  const places = new ProviderPlaces(planned, plan.variables);
  return planned.instances.map((instance) => {
    const written = planned.configuration.module(instance.module).findResource(instance.name);
    return {
      key: `${name}:${instance.address}`,
      stack: name,
      address: instance.address,
      mode: instance.mode,
      type: instance.type,
      body: bodyOf(reader, instance, written),
      ...(written === undefined ? {} : places.of(written.providerKey)),
      ...ownPlace(instance.values),
    };
  });
}

function bodyOf(reader: ArgumentReader, instance: Planned, written: Written | undefined): Readonly<Record<string, Term>> {
  const names = [...new Set([...Object.keys(instance.after), ...Object.keys(instance.unknown)])].sort();
  return Object.fromEntries(names.map((name) => [name, reader.read(name, instance, written)]));
}
