import { isTermList, isTermMap, type Term, Unknown } from '../../../model/term';
import type { ResourceFact, Universe } from '../../../model/universe';
import { isSetFor } from '../../compute/account-setting';
import { findLiteral, isTrue } from '../../literal';
import { blocksOf, valuesAt } from '../../nested';
import type { Rule } from '../../rule';
import { settingRule } from '../../setting';

const REGISTRY = 'aws_ecr_registry_scanning_configuration';

/** The filters of the rules that scan, each a name with `*` in it. */
function filtersOf(term: Term | undefined): readonly (Term | undefined)[] {
  return blocksOf(term).flatMap((rule) => {
    if (!isTermMap(rule)) return [rule];
    const frequency = findLiteral(rule.scan_frequency);
    return frequency === 'MANUAL' ? [] : valuesAt(rule, 'repository_filter.filter');
  });
}

function covers(filter: string, name: string): boolean {
  const pattern = filter.split('*').map((part) => part.replace(/[.\\+?^$()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${pattern.join('.*')}$`).test(name);
}

/** Whether a registry scans what has a name. */
function scans(registry: ResourceFact, name: string | Unknown | undefined): boolean | Unknown {
  let doubt: boolean | Unknown = false;
  for (const filter of filtersOf(registry.body.rule)) {
    const literal = findLiteral(filter);
    if (literal === '*') return true;
    if (typeof literal === 'string' && typeof name === 'string') {
      if (covers(literal, name)) return true;
    } else if (!isTermList(filter)) {
      doubt = new Unknown(`${registry.key} may scan it`);
    }
  }
  return doubt;
}

/** Whether the registry scans it, whatever the repository itself says. */
function isScannedByRegistry(fact: ResourceFact, universe: Universe): boolean | Unknown {
  const name = findLiteral(fact.body.name);
  return isSetFor(universe, fact, REGISTRY, (registry) => scans(registry, name));
}

/** Every image is scanned for known holes when it is pushed. */
export const imageScan: Rule = settingRule({
  id: 'delivery/repository/image-scan',
  summary: 'Images are scanned when they are pushed',
  settings: [
    {
      types: ['aws_ecr_repository'],
      argument: 'image_scanning_configuration.scan_on_push',
      accepts: isTrue,
      otherwise: 'false',
      spares: isScannedByRegistry,
      fix: `set image_scanning_configuration.scan_on_push = true, or scan "*" by ${REGISTRY}`,
    },
  ],
});
