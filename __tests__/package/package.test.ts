import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { digestOf, type Packed, type Ran, ROOT, run, stacksIn, Stranger } from './stranger';

const stranger = new Stranger();
let packed: Packed;
/** What this repository makes of the same. */
const expected = { vpc: '', reference: {} as Record<string, string> };

const EXAMPLE = readFileSync(join(ROOT, 'examples', 'one-vpc', 'main.ts'), 'utf8');
/** A value of each entry, as its page shows it. */
const ENTRIES = {
  plinth: 'synth',
  'plinth/core': 'Cidr',
  'plinth/delivery': 'DeliveryRoles',
  'plinth/encryption': 'CustomerKey',
  'plinth/identity': 'SelfRotation',
  'plinth/landing-zone': 'defineLandingZone',
  'plinth/logging': 'FlowLogBucket',
  'plinth/network': 'Vpc',
  'plinth/parameters': 'SecretParameter',
  'plinth/policies': 'readUniverse',
  'plinth/storage': 'SecureBucket',
  'plinth/terraform': 'AccountStack',
};

const bin = (path: string): string => join(ROOT, 'node_modules', path);
const tsc = (...args: string[]): Ran => stranger.run('node', [bin('typescript/bin/tsc'), ...args]);

/** Runs a program that synthesises the example; answers what its VPC came to. */
function vpcOf(file: string): string {
  const output = join(stranger.folder, `${file}.out`);
  const { code, out } = stranger.run('node', [file], { CDKTF_OUTDIR: output });
  return code === 0 ? digestOf(stacksIn(output)['shop-eu-west-1-network'] ?? '') : out;
}

/** A TypeScript program of the example and of all entries, compiled as a stranger's tsconfig.json says. */
function compile(name: string, extension: string, options: object): Ran {
  const surface = Object.entries(ENTRIES).map(([entry, value]) => `export { ${value} as ${value}Of } from '${entry}';\n`);
  stranger.write(`${name}/main.${extension}`, EXAMPLE);
  stranger.write(`${name}/surface.${extension}`, surface.join(''));
  const compilerOptions = {
    target: 'ES2022',
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    types: [],
    ...options,
  };
  stranger.write(`${name}/tsconfig.json`, JSON.stringify({ compilerOptions, include: ['.'] }));
  return tsc('-p', name);
}

beforeAll(() => {
  packed = stranger.pack();
  const output = join(stranger.folder, 'expected');
  const own = { LANDING_ZONE: 'landing-zone.yaml', CI: 'true' };
  run(ROOT, 'node', ['dist/start.js'], { ...own, CDKTF_OUTDIR: join(output, 'reference') });
  run(ROOT, 'node', ['dist/examples/one-vpc/main.js'], { CDKTF_OUTDIR: join(output, 'vpc') });
  expected.reference = stacksIn(join(output, 'reference'));
  expected.vpc = digestOf(stacksIn(join(output, 'vpc'))['shop-eu-west-1-network'] ?? '');
  stranger.install({ dependencies: { plinth: `file:${packed.tarball}` } });
});
afterAll(() => stranger.leave());

describe('the tarball', () => {
  it('is smaller than 1.3 MB, and 4.5 MB unpacked', () => {
    expect({ packed: packed.size < 1_300_000, unpacked: packed.unpackedSize < 4_500_000 }).toEqual({
      packed: true,
      unpacked: true,
    });
  });

  it('holds what runs and is read, and no test, example, source, bench or map', () => {
    const parts = packed.files.map(({ path }) => /^(dist\/[a-z-]+\/|pipelines\/|schema\/)/.exec(path)?.[0] ?? path);

    expect([...new Set(parts)].sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'UPGRADE.md',
      'dist/commands/',
      'dist/main.d.ts',
      'dist/main.js',
      'dist/modules/',
      'dist/policies/',
      'package.json',
      'pipelines/',
      'schema/',
    ]);
    expect(packed.files.filter(({ path }) => /\.(map|tsbuildinfo)$|\.test\.|(?<!\.d)\.ts$/.test(path))).toEqual([]);
  });

  it('has nothing that publint would better', () => {
    const { code, out } = run(ROOT, 'node', ['node_modules/publint/src/cli.js', 'run', '--strict', packed.tarball]);

    expect({ code, out: out.trimEnd().split('\n').at(-1) }).toEqual({ code: 0, out: 'All good!' });
  });
});

describe('installed in an empty project', () => {
  it('brings its peers: cdktf 0.21, constructs 10, bindings 21, those of HCP 12', () => {
    const peers = ['cdktf', 'constructs', '@cdktf/provider-aws', '@cdktf/provider-tfe'];
    const majors = peers.map((name) => /^\S+ (0\.\d+|\d+)/.exec(stranger.installed(name))?.[0]);

    expect(majors).toEqual(['cdktf 0.21', 'constructs 10', '@cdktf/provider-aws 21', '@cdktf/provider-tfe 12']);
  });

  it('every entry gives its names to import and to require', () => {
    const lines = Object.entries(ENTRIES).map(([entry, value]) => `import { ${value} as ${value}Of } from '${entry}';`);
    const named = Object.values(ENTRIES).map((value) => `typeof ${value}Of`);
    stranger.write('entries.mjs', `${lines.join('\n')}\nconsole.log([${named.join(', ')}].join());`);
    const required = Object.entries(ENTRIES).map(([entry, value]) => `typeof require('${entry}').${value}`);
    stranger.write('entries.cjs', `console.log([${required.join(', ')}].join());`);
    const functions = `${Object.keys(ENTRIES)
      .map(() => 'function')
      .join()}\n`;

    expect(stranger.run('node', ['entries.mjs'])).toEqual({ code: 0, out: functions });
    expect(stranger.run('node', ['entries.cjs'])).toEqual({ code: 0, out: functions });
  });

  it("a file within is nobody's to import", () => {
    stranger.write('inner.mjs', "import 'plinth/dist/modules/core/cidr.js';");

    expect(stranger.run('node', ['inner.mjs']).out).toContain('ERR_PACKAGE_PATH_NOT_EXPORTED');
  });

  it('the VPC of the README is the same from an ES module and from CommonJS', () => {
    stranger.write('vpc.mjs', EXAMPLE);
    stranger.write('vpc.cjs', EXAMPLE.replace(/^import (\{.*\}) from ('.*');$/gm, 'const $1 = require($2);'));

    expect([vpcOf('vpc.mjs'), vpcOf('vpc.cjs')]).toEqual([expected.vpc, expected.vpc]);
  });

  it.each([
    ['node10', 'ts', 'js', { module: 'CommonJS', moduleResolution: 'Node10' }],
    ['node16 in a CommonJS file', 'cts', 'cjs', { module: 'Node16', moduleResolution: 'Node16' }],
    ['node16 in an ES module', 'mts', 'mjs', { module: 'Node16', moduleResolution: 'Node16' }],
  ])('TypeScript resolves it by %s, and the VPC is the same', (title, source, emitted, options) => {
    const name = title.replaceAll(' ', '-');

    expect(compile(name, source, options)).toEqual({ code: 0, out: '' });
    expect(vpcOf(`${name}/main.${emitted}`)).toBe(expected.vpc);
  });

  it('TypeScript resolves it by bundler, and the VPC of the bundle is the same', () => {
    expect(compile('bundler', 'ts', { module: 'ESNext', moduleResolution: 'Bundler', noEmit: true })).toEqual({
      code: 0,
      out: '',
    });
    const bundle = ['bundler/main.ts', '--bundle', '--platform=node', '--outfile=bundle.cjs', '--log-level=error'];
    expect(stranger.run(bin('.bin/esbuild'), bundle)).toEqual({ code: 0, out: '' });
    expect(vpcOf('bundle.cjs')).toBe(expected.vpc);
  });
});

describe('plinth, the command', () => {
  it('npx plinth synth gives the stacks of the reference, byte for byte; npx plinth check judges them', () => {
    stranger.write('landing-zone.yaml', readFileSync(join(ROOT, 'landing-zone.yaml'), 'utf8'));
    stranger.write('addresses.lock.json', readFileSync(join(ROOT, 'addresses.lock.json'), 'utf8'));

    const synth = stranger.run('npx', ['plinth', 'synth', '--frozen']);
    expect({ code: synth.code, out: synth.out.split('\n')[0] }).toEqual({ code: 0, out: '  configuration  landing-zone.yaml' });
    expect(stacksIn(join(stranger.folder, 'cdktf.out'))).toEqual(expected.reference);

    const check = stranger.run('npx', ['plinth', 'check', 'cdktf.out', '--format', 'json']);
    expect({ code: check.code, failing: (JSON.parse(check.out) as { failing: number }).failing }).toEqual({
      code: 0,
      failing: 0,
    });
  });

  it('npx plinth doctor looks for no emulator, which is only in the repository', () => {
    const { out } = stranger.run('npx', ['plinth', 'doctor', '--json']);
    const { checks } = JSON.parse(out) as { readonly checks: readonly { readonly id: string }[] };

    expect(checks.map(({ id }) => id).filter((id) => /^node$|python|openssl|emulator/.test(id))).toEqual(['node']);
  });
});

it('bindings 20.1.0, which are of provider 5.100, give the same stacks', () => {
  stranger.install({ dependencies: { plinth: `file:${packed.tarball}`, '@cdktf/provider-aws': '20.1.0' } });
  const { code } = stranger.run('npx', ['plinth', 'synth', '--frozen', '--out', 'former.out']);

  expect({ code, bindings: stranger.installed('@cdktf/provider-aws') }).toEqual({
    code: 0,
    bindings: '@cdktf/provider-aws 20.1.0',
  });
  expect(stacksIn(join(stranger.folder, 'former.out'))).toEqual(expected.reference);
});
