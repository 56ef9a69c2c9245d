import { type AppliedDefault, listConstants, listDefaults } from './applied-defaults';
import { type DocumentedProperty, listProperties, readTag } from './documented-properties';

/** What the comments of a project's properties are worth. */
export interface DefaultReport {
  /** What is missing, malformed or contradicted by the code. */
  readonly faults: readonly string[];
  /** Literal defaults that agree with the code. */
  readonly agreeing: readonly string[];
  /** Literal defaults whose place in the code wasn't found, or whose value has to be run to be known. */
  readonly uncompared: readonly string[];
  /** Defaults told in words. */
  readonly prose: readonly string[];
}

/** What callers fill in. The optional parts of other types may say instead what it means that one is left out. */
const FILLED_IN = /^\w+(Props|Options|Input|Overrides|Configuration)\./;
/** A plural names what it counts or its unit (`aclEntries`, `retentionDays`); a port, index or number is no quantity. */
const SAYS_ITS_UNIT = /(s|[pP]ort|[iI]ndex|[nN]umber)$/;
const LITERAL = /^(\{\}|\[[^\]]*\]|[\w.:/-]+)$/;

const written = (text: string): string => text.replace(/^[`'"]|[`'"]$/g, '');

/** The area whose code applies a property's default: what core declares is applied anywhere. */
function areaOf(file: string): string {
  const area = /^(modules|policies)\/[^/]+\//.exec(file)?.[0] ?? '';
  return area === 'modules/core/' ? 'modules/' : area;
}

function tagFaults({ file, name, optional, numeric, comment }: DocumentedProperty): string[] {
  const at = `${file} ${name}`;
  const stated = readTag(comment, 'default');
  const absence = !FILLED_IN.test(name) && /\bleft out\b/i.test(comment);
  const filled = FILLED_IN.test(name);
  return [
    ...(optional && stated === undefined && !absence ? [`${at}: optional without @default`] : []),
    ...(!optional && stated !== undefined ? [`${at}: required, and yet it has @default`] : []),
    ...(filled && numeric && !SAYS_ITS_UNIT.test(name) && readTag(comment, 'unit') === undefined
      ? [`${at}: a number without @unit`]
      : []),
    ...(stated !== undefined && !stated.startsWith('-') && !LITERAL.test(written(stated))
      ? [`${at}: @default "${stated}" is neither a literal nor words behind "- "`]
      : []),
  ];
}

interface AppliedDefaults {
  readonly file: string;
  readonly defaults: readonly AppliedDefault[];
}

function applyAll(entries: readonly (readonly [file: string, text: string])[]): AppliedDefaults[] {
  const own = entries.map(([file, text]) => ({ file, text, constants: listConstants(file, text) }));
  const names = own.flatMap(({ constants }) => [...constants.keys()]);
  const repeated = new Set(names.filter((name, n) => names.indexOf(name) !== n));
  // A constant that two files define is known only inside them.
  const global = own.flatMap(({ constants }) => [...constants].filter(([name]) => !repeated.has(name)));
  return own.map(({ file, text, constants }) => ({
    file,
    defaults: listDefaults(file, text, new Map([...global, ...constants])),
  }));
}

/** Reads the comments of all exported properties and holds their defaults against the code of their area. */
export function reportDefaults(files: Readonly<Record<string, string>>): DefaultReport {
  const entries = Object.entries(files);
  const applied = applyAll(entries);
  const properties = entries.flatMap(([file, text]) => listProperties(file, text));
  const report = {
    faults: properties.flatMap(tagFaults),
    agreeing: [] as string[],
    uncompared: [] as string[],
    prose: [] as string[],
  };
  for (const property of properties) {
    const stated = readTag(property.comment, 'default');
    if (!property.optional || stated === undefined) continue;
    const line = `${property.file} ${property.name}`;
    if (stated.startsWith('-')) report.prose.push(line);
    else if (LITERAL.test(written(stated))) {
      hold({ line, stated: written(stated), ...findValues(property, properties, applied) }, report);
    }
  }
  return report;
}

interface FoundValues {
  /** What the code of the area fills in for properties of this name. */
  readonly values: readonly string[];
  /** Whether another property of the area has the same name, so that some of the values may be that one's. */
  readonly shared: boolean;
}

function findValues(
  { file, name }: DocumentedProperty,
  properties: readonly DocumentedProperty[],
  applied: readonly AppliedDefaults[],
): FoundValues {
  const own = name.split('.').at(-1);
  const near = (other: { readonly file: string }): boolean => other.file.startsWith(areaOf(file));
  const namesakes = properties.filter((other) => near(other) && other.optional && other.name.split('.').at(-1) === own);
  const area = applied.filter(near).flatMap(({ defaults }) => defaults);
  const values = area.filter(({ property }) => property === own).flatMap(({ value }) => (value === undefined ? [] : [value]));
  return { values: [...new Set(values)], shared: namesakes.length > 1 };
}

function hold(
  { line, stated, values, shared }: FoundValues & { readonly line: string; readonly stated: string },
  report: { readonly faults: string[]; readonly agreeing: string[]; readonly uncompared: string[] },
): void {
  const others = values.filter((value) => value !== stated);
  if (values.length === 0) report.uncompared.push(line);
  else if (others.length === 0 || (shared && others.length < values.length)) report.agreeing.push(line);
  else report.faults.push(`${line}: @default ${stated}, and the code says ${others.join(' or ')}`);
}
