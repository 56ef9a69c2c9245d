import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { planFile, PLANS } from '../../policies/judged/judged';
import { diff } from './listener';

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'diff-'));
  const vpc = (tags: object): object => ({ resource: { aws_vpc: { a: { cidr_block: '10.0.0.0/16', tags } } } });
  write('before', vpc({ Name: 'a' }));
  write('after', vpc({ Name: 'b' }));
  write('other', { resource: { aws_vpc: { a: { cidr_block: '10.1.0.0/16', tags: { Name: 'a' } } } } });
  write('strange', { resource: { aws_vpc: { a: { cidr_block: '10.0.0.0/16', tags: { Name: 'a' }, ipv4_ipam_pool_id: 'p' } } } });
  write('gone', { resource: {} });
});
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

function write(name: string, document: object): void {
  mkdirSync(join(home, name));
  writeFileSync(join(home, name, 'cdk.tf.json'), JSON.stringify(document));
}

function at(name: string): string {
  return join(home, name);
}

describe('plinth diff', () => {
  it('says in text what differs between two synths', async () => {
    expect(await diff([at('before'), at('after')])).toEqual({
      code: 0,
      err: '',
      out: `1 changed: 1 change in 1 stack

everything else:
  ~ changed after:aws_vpc.a
      tags.Name: "a" → "b"
`,
    });
  });

  it('says that nothing differs', async () => {
    expect((await diff([at('before'), at('before')])).out).toBe('No changes: both are the same.\n');
  });

  it('colours marks on a terminal', async () => {
    expect((await diff([at('before'), at('after')], true)).out).toContain('\u001b[33m~\u001b[39m changed');
  });

  it.each([
    [0, 'after', 'replace,destroy,security'],
    [1, 'other', 'replace'],
    [0, 'other', 'destroy'],
    [1, 'strange', 'replace'],
    [1, 'gone', 'destroy'],
    [0, 'gone', 'security'],
  ])('ends with %d for before → %s and --fail-on %s', async (code, after, gates) => {
    expect((await diff([at('before'), at(after), '--fail-on', gates])).code).toBe(code);
  });

  it('fails where any of several gates is hit', async () => {
    const { code, out } = await diff([at('before'), at('gone'), '--json', '--fail-on', 'security', '--fail-on', 'destroy']);

    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      source: 'documents',
      total: 1,
      counts: { removed: 1 },
      failed: ['destroy'],
    });
  });

  it('refuses all that is wrong with the command line at once', async () => {
    const { code, err } = await diff([at('before'), at('after'), '--format', 'markdwn', '--fail-on', 'destory', '--limit', '10']);

    expect(code).toBe(2);
    expect(err).toBe(
      `--format: there is no such choice, got "markdwn"; did you mean "markdown"? [LZ-DIFF-4]
--fail-on: there is no such choice, got "destory"; did you mean "destroy"? [LZ-DIFF-4]
--limit: it must be a number of characters, 1000 at least, got "10"; 65536 is what GitHub takes, 1000000 what GitLab takes [LZ-DIFF-5]
`,
    );
  });

  it('refuses --json with another format', async () => {
    const { out } = await diff([at('before'), at('after'), '--json', '--format', 'text']);

    expect(JSON.parse(out)).toMatchObject({ ok: false, problems: [{ code: 'LZ-DIFF-4', got: '"text"' }] });
  });

  it('wants a plan where it is given one document', async () => {
    const { err, code } = await diff([at('before')]);

    expect({ err, code }).toEqual({
      code: 2,
      err: `${at('before')}: a single document must be a plan, which knows what is there, got Terraform's JSON; name what it is compared with as well: plinth diff BEFORE AFTER [LZ-DIFF-2]\n`,
    });
  });

  it('compares nothing that is written with a plan', async () => {
    const { err } = await diff([at('before'), planFile('archive')]);

    expect(err).toBe(
      "plan: Terraform's JSON can't be compared with a plan; compare what is written with what is written; of a plan alone, plinth diff PLAN tells what it does [LZ-DIFF-3]\n",
    );
  });

  it('compares nothing that is written with plans of stacks of other names', async () => {
    mkdirSync(at('plans'));
    for (const name of ['one', 'two']) writeFileSync(join(at('plans'), `${name}.json`), readFileSync(planFile('archive')));
    const { err, code } = await diff([at('before'), at('plans')]);

    expect({ err, code }).toEqual({
      code: 2,
      err: "one: Terraform's JSON can't be compared with a plan; compare what is written with what is written; of a plan alone, plinth diff PLAN tells what it does [LZ-DIFF-3]\n",
    });
  });

  it('refuses a plan and a state in one directory', async () => {
    mkdirSync(at('mixed'));
    writeFileSync(
      join(at('mixed'), 'a.json'),
      JSON.stringify({ format_version: '1.2', planned_values: {}, resource_changes: [] }),
    );
    writeFileSync(join(at('mixed'), 'b.json'), JSON.stringify({ format_version: '1.0', values: { root_module: {} } }));

    expect((await diff([at('mixed')])).err).toBe(
      `${at('mixed')}: documents of several forms lie together, got a plan and a state; keep what is written, plans and states in directories of their own [LZ-DIFF-1]\n`,
    );
  });

  it.each(PLANS)(
    'tells of the plan of the foreign %s every resource that it makes, and nothing differs from itself',
    async (plan) => {
      const { out } = await diff([planFile(plan), '--json']);
      const { counts, total, changes } = JSON.parse(out) as { counts: { added: number }; total: number; changes: unknown[] };

      expect(counts.added).toBeGreaterThan(5);
      expect(changes).toHaveLength(total);
      expect((await diff([planFile(plan), planFile(plan)])).out).toBe('No changes: both are the same.\n');
    },
  );
});
