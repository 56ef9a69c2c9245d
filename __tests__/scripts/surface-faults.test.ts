import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = resolve(__dirname, '..', '..');

type Report = readonly [entry: string, text: string];

function faultsOf(...reports: readonly Report[]): string[] {
  const url = pathToFileURL(join(ROOT, 'scripts', 'api', 'surface-faults.mjs')).href;
  const script = `import { surfaceFaults } from '${url}'; console.log(JSON.stringify(surfaceFaults(${JSON.stringify(reports)})));`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  return JSON.parse(stdout) as string[];
}

const forgotten = (name: string): string =>
  `// Warning: (ae-forgotten-export) The symbol "${name}" needs to be exported by the entry point index.d.ts\n`;

describe('a public surface', () => {
  it('may name what another entry exports', () => {
    const network: Report = ['network', `${forgotten('Cidr')}export function f(cidr: Cidr): void;\n`];

    expect(faultsOf(network, ['core', 'export class Cidr {\n}\n'])).toEqual([]);
    expect(faultsOf(network)).toEqual(['network: a signature names Cidr, which no entry exports']);
  });

  it('may name a value by typeof, and a base by its heirs', () => {
    const text = `${forgotten('CLASSES')}${forgotten('Base')}export type C = (typeof CLASSES)[number];\nexport interface Heir extends Base {\n}\n`;

    expect(faultsOf(['storage', text])).toEqual([]);
  });

  it("doesn't pass on a class of the bindings, nor a package whole", () => {
    const text = "import { Vpc } from '@cdktf/provider-aws/lib/vpc';\n\nexport { Vpc }\nexport * from 'cdktf';\n";

    expect(faultsOf(['network', text])).toEqual([
      'network: passes on Vpc of @cdktf/provider-aws/lib/vpc; let users import it from there',
      'network: passes on * of cdktf; let users import it from there',
    ]);
  });

  it('has an entry of the package for each area of modules/, for node10 too', () => {
    const { exports, typesVersions } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      readonly exports: object;
      readonly typesVersions: { readonly '*': object };
    };
    const areas = readdirSync(join(ROOT, 'modules')).filter((area) => existsSync(join(ROOT, 'modules', area, 'index.ts')));

    expect(Object.keys(exports)).toEqual(expect.arrayContaining(areas.map((area) => `./${area}`)));
    expect(Object.keys(typesVersions['*']).sort()).toEqual([...areas, 'policies'].sort());
  });
});
