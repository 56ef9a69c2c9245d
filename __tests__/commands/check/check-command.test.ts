import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { DOMParser } from '@xmldom/xmldom';

import { check, type Heard } from './listener';
import { accepting, withRules } from './terraform';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'check-'));
  mkdirSync(join(home, 'dev'));
  mkdirSync(join(home, 'good'));
  writeFileSync(join(home, 'dev/cdk.tf.json'), JSON.stringify(withRules({ a: undefined, b: undefined })));
  writeFileSync(join(home, 'good/cdk.tf.json'), JSON.stringify(withRules({ a: 'Why' })));
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

const dev = (): string => join(home, 'dev');
const good = (): string => join(home, 'good');
const at = (name: string): string => join(home, name);

/** By the rules of structure: those of areas come and go. */
async function structure(...args: readonly string[]): Promise<Heard> {
  return check([dev(), '--pack', 'structure', ...args]);
}

function write(name: string, text: string): string {
  writeFileSync(at(name), text);
  return at(name);
}

interface Document {
  readonly failing: number;
  readonly findings: readonly { readonly rule: string; readonly address?: string }[];
  readonly accepted: readonly { readonly address: string; readonly suppression: { readonly by: string } }[];
  readonly baseline: { readonly known: readonly object[]; readonly gone: readonly object[] };
}
const documentOf = ({ out }: Heard): Document => JSON.parse(out) as Document;

describe('plinth check', () => {
  it('ends with 1 where an error stands, and tells it', async () => {
    const { code, out, err } = await structure();

    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toContain('error network/described-rules  dev:aws_vpc_security_group_ingress_rule.a\n');
    expect(out.split('\n').at(-2)).toBe('6 rules held against 3 resources in 1 stack: 2 errors');
  });

  it('ends with 0 where none does', async () => {
    expect(await check([good(), '--pack', 'structure'])).toEqual({
      code: 0,
      err: '',
      out: '6 rules held against 2 resources in 1 stack: 0 findings\n',
    });
  });

  it('holds every rule and the proofs where no pack is named, and those of a pack where one is', async () => {
    const idsOf = async (...args: readonly string[]): Promise<readonly string[]> => {
      const { out } = await check([good(), '--format', 'sarif', ...args]);
      const { runs } = JSON.parse(out) as { runs: [{ tool: { driver: { rules: { id: string }[] } } }] };
      return runs[0].tool.driver.rules.map(({ id }) => id);
    };
    const [every, named, network] = [await idsOf(), await idsOf('--pack', 'default'), await idsOf('--pack', 'network')];

    expect(every).toEqual(
      expect.arrayContaining(['network/described-rules', 'reachability/claims', 'terraform/declared-backend']),
    );
    expect(named).toEqual(every);
    expect(network).not.toContain('network/described-rules');
    expect(network).toContain('reachability/claims');
  });

  it('paints levels for a terminal that wants colours', async () => {
    const { out } = await check([dev(), '--pack', 'structure'], true);

    expect(out.split('\n')[0]).toBe(
      '\u001b[31merror\u001b[39m network/described-rules  dev:aws_vpc_security_group_ingress_rule.a',
    );
  });

  it.each([
    ['json', (out: string): unknown => (JSON.parse(out) as { pack: unknown }).pack, 'structure'],
    ['sarif', (out: string): unknown => (JSON.parse(out) as { version: unknown }).version, '2.1.0'],
    ['junit', (out: string): unknown => new DOMParser().parseFromString(out, 'text/xml').documentElement?.tagName, 'testsuites'],
  ])('gives as %s one document and nothing else, without colours', async (format, read, expected) => {
    const { code, out, err } = await check([dev(), '--pack', 'structure', '--format', format], true);

    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).not.toContain('\u001b');
    expect(read(out)).toBe(expected);
  });

  it('takes --json for --format json', async () => {
    expect(await structure('--json')).toEqual(await structure('--format', 'json'));
  });

  it('says the same twice, in every format', async () => {
    for (const format of ['text', 'json', 'sarif', 'junit']) {
      expect(await structure('--format', format)).toEqual(await structure('--format', format));
    }
  });

  it('writes the format to a file with --out, and text to standard output', async () => {
    const { out } = await structure('--format', 'sarif', '--out', at('findings.sarif'));

    expect(out).toBe((await structure()).out);
    expect(JSON.parse(readFileSync(at('findings.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
    expect(readdirSync(home).sort()).toEqual(['dev', 'findings.sarif', 'good']);
  });
});

describe('plinth check --suppressions', () => {
  it('accepts what the file names, and ends with 0 where nothing else stands', async () => {
    const file = write('accepted.yaml', accepting('dev'));
    const heard = await structure('--suppressions', file, '--json');

    expect(heard.code).toBe(0);
    expect(documentOf(heard)).toMatchObject({
      failing: 0,
      findings: [],
      accepted: [{ suppression: { by: `${file}:1:3` } }, { suppression: { by: `${file}:1:3` } }],
    });
  });

  it.each([
    ['suppressions/unmatched', accepting('prod')],
    ['suppressions/expired', accepting('dev', '2026-11-28')],
  ])('ends with 1 for %s', async (rule, text) => {
    const heard = await structure('--suppressions', write('accepted.yaml', `${accepting('*')}${text}`), '--json');

    expect(heard.code).toBe(1);
    expect(documentOf(heard).findings.map((finding) => finding.rule)).toEqual([rule]);
  });

  it('ends with 2 for a rule that does not exist', async () => {
    const file = write('accepted.yaml', accepting('dev', '9999-12-31', 'network/describe-rules'));

    expect(await structure('--suppressions', file)).toEqual({
      code: 2,
      out: '',
      err: `${file}:1:3: a rule is suppressed that does not exist, got "network/describe-rules"; did you mean "network/described-rules"? [LZ-CHECK-7]\n`,
    });
  });
});

describe('plinth check --baseline', () => {
  it('is written of what stands, and then fails on nothing', async () => {
    expect((await structure('--write-baseline', at('baseline'))).code).toBe(0);
    const text = readFileSync(at('baseline'), 'utf8');

    expect(
      text
        .split('\n')
        .slice(1)
        .map((line) => line.replace(/ [0-9a-f]{32}$/, '')),
    ).toEqual([
      'network/described-rules aws_vpc_security_group_ingress_rule.a',
      'network/described-rules aws_vpc_security_group_ingress_rule.b',
      '',
    ]);
    expect(await structure('--baseline', at('baseline'))).toEqual({
      code: 0,
      err: '',
      out: '6 rules held against 3 resources in 1 stack: 0 findings, 2 in the baseline\n',
    });
  });

  it('fails on what is new only, and tells what is gone', async () => {
    await structure('--write-baseline', at('baseline'));
    writeFileSync(join(home, 'dev/cdk.tf.json'), JSON.stringify(withRules({ b: undefined, c: undefined })));
    const heard = await structure('--baseline', at('baseline'), '--json');

    expect(heard.code).toBe(1);
    expect(documentOf(heard)).toMatchObject({
      failing: 1,
      findings: [{ address: 'aws_vpc_security_group_ingress_rule.c' }],
      baseline: {
        known: [{ address: 'aws_vpc_security_group_ingress_rule.b' }],
        gone: [{ address: 'aws_vpc_security_group_ingress_rule.a' }],
      },
    });
  });

  it('knows findings of the same Terraform under another name', async () => {
    await structure('--write-baseline', at('baseline'));
    mkdirSync(at('plan-7'));
    writeFileSync(at('plan-7/cdk.tf.json'), readFileSync(join(home, 'dev/cdk.tf.json')));

    expect((await check([at('plan-7'), '--pack', 'structure', '--baseline', at('baseline')])).code).toBe(0);
  });

  it('shrinks where it is written anew', async () => {
    await structure('--write-baseline', at('baseline'));
    writeFileSync(join(home, 'dev/cdk.tf.json'), JSON.stringify(withRules({ b: undefined })));
    await structure('--baseline', at('baseline'), '--write-baseline', at('baseline'));

    expect(readFileSync(at('baseline'), 'utf8').split('\n')).toHaveLength(3);
  });

  it('never holds what is wrong with suppressions', async () => {
    const file = write('accepted.yaml', accepting('prod'));
    const { code, out } = await structure('--suppressions', file, '--write-baseline', at('baseline'));

    expect(code).toBe(1);
    expect(out).toContain('error suppressions/unmatched\n');
    expect(readFileSync(at('baseline'), 'utf8')).not.toContain('suppressions/');
  });
});

describe('plinth check of what is no input', () => {
  it('ends with 2 and everything that is wrong with it', async () => {
    const heard = await check([
      at('nowhere'),
      '--format',
      'xml',
      '--pack',
      'cis',
      '--suppressions',
      at('none.yaml'),
      '--baseline',
      at('none'),
    ]);

    expect({ ...heard, err: heard.err.replaceAll(`${home}/`, '').split('\n') }).toEqual({
      code: 2,
      out: '',
      err: [
        expect.stringMatching(/^--pack: there is no such choice, got "cis"; .* \[LZ-CHECK-8\]$/),
        '--format: there is no such choice, got "xml"; use one of "text", "json", "sarif", "junit" [LZ-CHECK-8]',
        `none.yaml: the suppressions can't be read (ENOENT), got "none.yaml"; write a list of {rule, scope, reason, until} [LZ-CHECK-4]`,
        `--baseline: the baseline can't be read (ENOENT), got "none"; write it first: plinth check PATH --write-baseline none [LZ-CHECK-10]`,
        `nowhere: it can't be read (ENOENT), got "nowhere"; name a directory of stacks, a cdk.tf.json, or the output of terraform show -json [LZ-READ-1]`,
        '',
      ],
    });
  });

  it('ends with 2 and one document where JSON is asked for', async () => {
    const { code, out, err } = await check([at('nowhere'), '--json']);

    expect({ code, err }).toEqual({ code: 2, err: '' });
    expect(JSON.parse(out)).toMatchObject({ ok: false, problems: [{ code: 'LZ-READ-1' }] });
  });

  it('ends with 2 where --json and another format are asked for', async () => {
    const { code, out } = await check([dev(), '--json', '--format', 'sarif']);

    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({
      problems: [{ subject: '--json', problem: '--json is --format json, and another format is asked for', got: '"sarif"' }],
    });
  });

  it.each(['--out', '--write-baseline'])(
    'ends with 3 where %s can not be written, since a file is where a folder was to be',
    async (option) => {
      write('taken', 'text');

      expect(await structure(option, at('taken/file'))).toEqual({
        code: 3,
        out: '',
        err: `${at('taken/file')}: the file can't be written, got EEXIST; choose a place that can be written [LZ-CHECK-11]\n`,
      });
      expect(readFileSync(at('taken'), 'utf8')).toBe('text');
    },
  );

  it('makes the folder that a file is to lie in', async () => {
    await structure('--write-baseline', at('known/of/dev'));

    expect(readdirSync(at('known/of'))).toEqual(['dev']);
  });
});
