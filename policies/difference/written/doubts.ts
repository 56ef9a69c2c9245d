import { isRecord } from '../../model/json';
import type { Json } from '../../model/universe';
import { compare } from '../values/compare';
import { concealed } from '../values/secret';
import { plain, valueText } from '../values/value';
import type { Raws } from './pair';

/** What a provider may say of how it works, without its resources being others. */
const HARMLESS: ReadonlySet<string> = new Set([
  'default_tags',
  'max_retries',
  'retry_mode',
  'http_proxy',
  'https_proxy',
  'no_proxy',
]);

function difference(before: Json | undefined, after: Json | undefined, name: string): readonly string[] {
  const sides = [before, after].map((side) => concealed('', { [name]: plain(side) }));
  return compare(sides[0], sides[1], '').map(({ path, before: was, after: will }) => {
    const [one, other] = [was, will].map((value) => (value === undefined ? 'nothing' : valueText(value)));
    return `${path} ${one ?? ''} → ${other ?? ''}`;
  });
}

function providerDoubts({ before, after }: Raws): readonly string[] {
  return [...after.providers].flatMap(([name, block]) => {
    const was = before.providers.get(name);
    if (was === undefined) return [];
    const keys = [...new Set([...Object.keys(was), ...Object.keys(block)])].filter((key) => !HARMLESS.has(key)).sort();
    const changes = keys.flatMap((key) => difference(was[key], block[key], key));
    return changes.map((change) => `provider ${name} has ${change}: what is there for its resources isn't told`);
  });
}

/** Where the state is kept, and which providers work: either can make another plan of the same resources. */
function terraformDoubts({ before, after }: Raws): readonly string[] {
  return ['backend', 'cloud', 'required_providers'].flatMap((name) => {
    const [was, will] = [before.stack.terraform[name], after.stack.terraform[name]];
    const why =
      name === 'required_providers' ? 'what another version does is told by a plan' : 'Terraform looks for the state elsewhere';
    return difference(was, will, name).map((change) => `${change}: ${why}`);
  });
}

function moduleDoubts({ before, after }: Raws): readonly string[] {
  const [was, will] = [before.entries('module'), after.entries('module')];
  return [...new Set([...was.keys(), ...will.keys()])].flatMap((name) =>
    JSON.stringify(was.get(name)) === JSON.stringify(will.get(name))
      ? []
      : [`module.${name} is written otherwise: what it makes only a plan tells`],
  );
}

/** What differs between two documents and may change anything in them. */
export function doubtsOf(raws: Raws): readonly string[] {
  const opaque = ({ stack }: Raws['before']): ReadonlySet<string> =>
    new Set((stack.opaque ?? []).map(({ why }) => why).filter((why) => !why.startsWith('module.')));
  const [was, will] = [opaque(raws.before), opaque(raws.after)];
  const unread = [...was, ...will].filter((why) => !(was.has(why) && will.has(why)));
  return [...providerDoubts(raws), ...terraformDoubts(raws), ...moduleDoubts(raws), ...unread];
}

/** Outputs by their names, as they are written. */
export function outputsOf(raw: Raws['before']): ReadonlyMap<string, Json> {
  const outputs = [...raw.entries('output')].filter(([, output]) => isRecord(output));
  return new Map(
    outputs.map(([name, output]) => [name, isRecord(output) && output.sensitive !== true ? (output.value ?? null) : null]),
  );
}
