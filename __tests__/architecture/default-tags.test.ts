import { reportDefaults } from './default-faults';
import { listFiles, readSource } from './source-tree';
import { uncomparedDefaults } from './uncompared-defaults';

const FILE = 'modules/network/vpc.ts';
const NONE = { faults: [], agreeing: [], uncompared: [], prose: [] };

/** The report of one interface of one property, and of code that uses it. */
function report(property: string, code = '', owner = 'VpcProps'): ReturnType<typeof reportDefaults> {
  return reportDefaults({ [FILE]: `export interface ${owner} {\n${property}\n}\n${code}\n` });
}

const nat = (text: string): string => `/** NAT gateways. @default ${text} */\nreadonly nat?: string;`;
const line = `${FILE} VpcProps.nat`;

describe('@default', () => {
  test.each([
    ['a destructuring default', "const read = ({ nat = 'none' }: VpcProps) => nat;"],
    ['a renamed destructuring default', "const read = ({ nat: mode = 'none' }: VpcProps) => mode;"],
    ["a parameter's default", "const read = (nat = 'none') => nat;"],
    ['?? on a property', "const read = (props: VpcProps) => props.nat ?? 'none';"],
    ['?? on a name', "const read = ({ nat }: VpcProps) => nat ?? 'none';"],
    ['?? with a constant', "const NAT = 'none';\nconst read = (props: VpcProps) => props.nat ?? NAT;"],
    [
      "?? with a constant's part",
      "const MODES = { nat: 'none' } as const;\nconst read = (props: VpcProps) => props.nat ?? MODES.nat;",
    ],
    ['?? behind ??', "const read = (props: VpcProps, own: VpcProps) => own.nat ?? props.nat ?? 'none';"],
    ['a choice', "const read = (props: VpcProps) => (props.nat === undefined ? 'none' : props.nat);"],
    ['a turned choice', "const read = (props: VpcProps) => (props.nat !== undefined ? props.nat : 'none');"],
  ])('agrees with %s', (_, code) => {
    expect(report(nat('none'), code)).toEqual({ ...NONE, agreeing: [line] });
    expect(report(nat('single'), code)).toEqual({ ...NONE, faults: [`${line}: @default single, and the code says none`] });
  });

  test.each([
    ['false', 'props.ipv6 === true'],
    ['true', 'props.ipv6 !== false'],
    ['false', 'props.ipv6 ?? false'],
  ])('%s agrees with the flag %s', (stated, code) => {
    const flag = (value: string): string => `/** Dual stack. @default ${value} */\nreadonly ipv6?: boolean;`;
    const read = `const read = (props: VpcProps) => ${code};`;
    expect(report(flag(stated), read).agreeing).toEqual([`${FILE} VpcProps.ipv6`]);
    expect(report(flag(stated === 'true' ? 'false' : 'true'), read).faults).toHaveLength(1);
  });

  test.each(['{}', '[]', '20', '10.0.0.0/8'])('%s agrees with itself', (value) => {
    const code = /^\d+$|^[[{]/.test(value) ? value : `'${value}'`;
    expect(report(nat(value), `const read = (props: VpcProps) => props.nat ?? ${code};`).agreeing).toEqual([line]);
  });

  test('two places that fill in differently contradict it, unless the other one may be meant for a namesake', () => {
    const code = "const a = (props: VpcProps) => props.nat ?? 'none';\nconst b = (props: VpcProps) => props.nat ?? 'single';";
    expect(report(nat('none'), code)).toEqual({ ...NONE, faults: [`${line}: @default none, and the code says single`] });
    const namesake = 'export interface Gateway {\n/** @default - the one it has */\nreadonly nat?: string;\n}\n';
    expect(report(nat('none'), `${code}\n${namesake}`)).toEqual({ ...NONE, agreeing: [line], prose: [`${FILE} Gateway.nat`] });
  });

  test('a value that has to be run to be known is not compared', () => {
    expect(report(nat('none'), 'const read = (props: VpcProps) => props.nat ?? choose();')).toEqual({
      ...NONE,
      uncompared: [line],
    });
  });

  test("another file's constant counts, unless two files define it", () => {
    const files = {
      [FILE]: `export interface VpcProps {\n${nat('none')}\n}\nconst read = (props: VpcProps) => props.nat ?? NAT;\n`,
      'modules/network/nat.ts': "export const NAT = 'none';\n",
    };
    expect(reportDefaults(files).agreeing).toEqual([line]);
    expect(reportDefaults({ ...files, 'modules/core/nat.ts': "export const NAT = 'single';\n" }).uncompared).toEqual([line]);
  });

  test('a default that no code applies is not compared', () => {
    expect(report(nat('none'))).toEqual({ ...NONE, uncompared: [line] });
  });

  test('the code of another area says nothing about it', () => {
    const code = "export const read = (props: { nat?: string }) => props.nat ?? 'single';\n";
    const files = { [FILE]: `export interface VpcProps {\n${nat('none')}\n}\n`, 'modules/logging/trail.ts': code };
    expect(reportDefaults(files)).toEqual({ ...NONE, uncompared: [line] });
  });

  test('what core declares is held against every area', () => {
    const core = 'modules/core/flow.ts';
    const files = {
      [core]: `export interface FlowInput {\n${nat('none')}\n}\n`,
      [FILE]: "export const read = (props: { nat?: string }) => props.nat ?? 'single';\n",
    };
    expect(reportDefaults(files).faults).toEqual([`${core} FlowInput.nat: @default none, and the code says single`]);
  });

  test('words stand behind a dash', () => {
    expect(report(nat('- none, unless a flow needs it'))).toEqual({ ...NONE, prose: [line] });
    expect(report(nat('none, unless a flow needs it')).faults).toEqual([
      `${line}: @default "none, unless a flow needs it" is neither a literal nor words behind "- "`,
    ]);
  });

  test('an optional property has one', () => {
    expect(report('/** NAT gateways. */\nreadonly nat?: string;').faults).toEqual([`${line}: optional without @default`]);
    expect(report('readonly nat?: string;').faults).toEqual([`${line}: optional without @default`]);
  });

  test('an optional property of a nested type has one', () => {
    expect(report('readonly nat: { readonly zone?: string };').faults).toEqual([`${line}.zone: optional without @default`]);
  });

  test('a required property has none', () => {
    expect(report('/** NAT gateways. @default none */\nreadonly nat: string;').faults).toEqual([
      `${line}: required, and yet it has @default`,
    ]);
  });

  test('a type that nobody fills in may say what it means that a part is left out; props may not', () => {
    const property = '/** Left out: the default group. */\nreadonly group?: string;';
    expect(report(property, '', 'TierPeer').faults).toEqual([]);
    expect(report(property, '', 'TierProps').faults).toEqual([`${FILE} TierProps.group: optional without @default`]);
  });

  test("an interface that is not exported is nobody's business", () => {
    expect(reportDefaults({ [FILE]: 'interface Inner {\n  nat?: string;\n}\n' })).toEqual(NONE);
  });
});

describe('@unit', () => {
  test('a quantity has one', () => {
    expect(report('readonly size: number;').faults).toEqual([`${FILE} VpcProps.size: a number without @unit`]);
    expect(report('/** Prefix length. @unit bits */\nreadonly size: number;').faults).toEqual([]);
  });

  test.each(['aclEntries', 'retentionDays', 'fromPort', 'ruleNumber'])('%s says it in its name', (name) => {
    expect(report(`readonly ${name}: number;`).faults).toEqual([]);
  });
});

describe('the tags of this project', () => {
  const paths = listFiles(['modules', 'policies'], '.ts');
  const own = reportDefaults(Object.fromEntries(paths.map((path) => [path, readSource(path)])));

  test('are complete, well formed, and say what the code does', () => {
    expect(own.faults).toEqual([]);
    expect(own.agreeing.length).toBeGreaterThan(0);
  });

  test('that name a literal no reader of the code could find are listed', () => {
    expect(own.uncompared).toEqual(uncomparedDefaults);
  });
});
