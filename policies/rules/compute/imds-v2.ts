import { Unknown } from '../../model/term';
import type { ResourceFact, Universe } from '../../model/universe';
import { findLiteral } from '../literal';
import { valuesAt } from '../nested';
import { factsOf, type Finding, findingOn, type Rule } from '../rule';
import { isSetFor } from './account-setting';
import { findTemplate } from './launch-template';

const ID = 'compute/imds-v2';
const FIX = 'set metadata_options.http_tokens = "required", and aws_ec2_instance_metadata_defaults for the whole Region';
const MACHINES = ['aws_instance', 'aws_spot_instance_request', 'aws_launch_template', 'aws_launch_configuration'];
const DEFAULTS = 'aws_ec2_instance_metadata_defaults';

/** What a resource says of tokens: whether they are asked for, or why that isn't known; undefined where it says nothing. */
function findSaid({ body }: ResourceFact): boolean | Unknown | undefined {
  const [endpoint] = valuesAt(body, 'metadata_options.http_endpoint').map(findLiteral);
  if (endpoint === 'disabled') return true;
  const [tokens] = valuesAt(body, 'metadata_options.http_tokens').map(findLiteral);
  return tokens === undefined || tokens instanceof Unknown ? tokens : tokens === 'required';
}

function defaultsAsk({ body }: ResourceFact): boolean | Unknown {
  const tokens = findLiteral(body.http_tokens);
  return tokens instanceof Unknown ? tokens : tokens === 'required';
}

/** Whether tokens are asked for: by the machine, else by what it starts from, else by the account's default. */
function asks(universe: Universe, fact: ResourceFact): boolean | Unknown {
  const said = findSaid(fact);
  if (said !== undefined) return said;
  const template = findTemplate(universe, fact);
  if (template instanceof Unknown) return template;
  return (template === undefined ? undefined : findSaid(template)) ?? isSetFor(universe, fact, DEFAULTS, defaultsAsk);
}

/** Who makes a machine fetch an address for him gets no credentials: version 1 of the metadata service hands them to anybody. */
export const imdsV2: Rule = {
  id: ID,
  summary: 'Machines hand out metadata for a token only',
  judge: (universe) =>
    [...factsOf(universe, ...MACHINES)].flatMap((fact): readonly Finding[] => {
      const asked = asks(universe, fact);
      if (asked === true) return [];
      const stated = findSaid(fact) === false;
      const problem = stated
        ? 'metadata_options.http_tokens is "optional", so anything that fetches addresses gets credentials'
        : 'metadata_options.http_tokens is left out, and no default of its account and Region asks for tokens';
      if (asked === false) return [findingOn(ID, fact, problem, FIX)];
      return [findingOn(ID, fact, `whether metadata asks for a token isn't known: ${asked.why}`, FIX, 'unknown')];
    }),
};
