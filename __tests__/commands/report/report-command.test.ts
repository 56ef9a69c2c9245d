import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { accepting, withRules } from '../check/terraform';
import { planFile } from '../../policies/judged/judged';
import { report } from './listener';

jest.setTimeout(60_000);

let home: string;
const { SOURCE_DATE_EPOCH: epoch } = process.env;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'report-'));
  // 29 November 2026.
  process.env.SOURCE_DATE_EPOCH = '1795910400';
  write('dev', withRules({ a: undefined, b: 'Why' }));
  write('good', withRules({ a: 'Why' }));
});
afterEach(() => {
  if (epoch === undefined) delete process.env.SOURCE_DATE_EPOCH;
  else process.env.SOURCE_DATE_EPOCH = epoch;
  rmSync(home, { recursive: true, force: true });
});

function write(name: string, document: object): void {
  mkdirSync(join(home, name), { recursive: true });
  writeFileSync(join(home, name, 'cdk.tf.json'), JSON.stringify(document));
}

const at = (name: string): string => join(home, name);
const out = (): string => at('page.html');
const page = (): string => readFileSync(out(), 'utf8');

/** The chapter of this id, without its markup. */
function chapter(id: string): string {
  const [, text = ''] = new RegExp(`<section id="${id}"[^]*?>([^]*?)</section>`).exec(page()) ?? [];
  return text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}

describe('plinth report', () => {
  it('makes one page and says where, with what was found', async () => {
    expect(await report([at('dev'), '--out', out(), '--pack', 'structure'])).toEqual({
      code: 0,
      err: '',
      out: `${out()}: 1 error\n`,
    });
    expect(readdirSync(home).sort()).toEqual(['dev', 'good', 'page.html']);
    expect(page()).toContain('<h1>dev</h1><p>Report of <time datetime="2026-11-29">2026-11-29</time>');
    expect(chapter('findings')).toContain('network/described-rules');
  });

  it('prints with --json one document and nothing else', async () => {
    const { code, out: printed, err } = await report([at('dev'), '--out', out(), '--pack', 'structure', '--json']);

    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(printed)).toEqual({
      version: 1,
      file: out(),
      bytes: statSync(out()).size,
      stacks: 1,
      resources: 3,
      rules: 6,
      failing: 1,
    });
  });

  it('makes equal pages of equal documents, and replaces what stood there', async () => {
    writeFileSync(out(), 'what stood there');
    await report([planFile('network'), '--out', out()]);
    const first = page();
    await report([planFile('network'), '--out', out()]);

    expect(page()).toBe(first);
    expect(first).toMatch(/^<!doctype html>\n[^]*<\/html>\n$/);
  });

  it('takes the day of SOURCE_DATE_EPOCH', async () => {
    process.env.SOURCE_DATE_EPOCH = '86400';
    await report([at('good'), '--out', out()]);

    expect(page()).toContain('<time datetime="1970-01-02">1970-01-02</time>');
  });

  it('shows what is accepted, by whom and how long', async () => {
    writeFileSync(at('accepted.yaml'), accepting('dev', '2026-12-09'));
    const heard = await report([at('dev'), '--out', out(), '--pack', 'structure', '--suppressions', at('accepted.yaml')]);

    expect(heard.out).toBe(`${out()}: 0 findings, 1 accepted\n`);
    expect(chapter('overview')).toContain(
      `network/described-rules dev 1 Made by others 2026-12-09 (10 days) ${at('accepted.yaml')}:1:3`,
    );
  });
});

describe('plinth report and what was before', () => {
  it('has no chapter of changes where there is nothing to compare with', async () => {
    await report([at('dev'), '--out', out()]);

    expect(page()).not.toContain('id="changes"');
  });

  it('tells with --against what differs from another synth', async () => {
    write('former/dev', withRules({ a: undefined, gone: 'Why' }));
    await report([at('dev'), '--out', out(), '--against', at('former/dev')]);

    expect(chapter('changes')).toContain(`Compared with ${at('former/dev')}. 1 removed, 1 added: 2 changes in 1 stack`);
    expect(chapter('changes')).toContain('removed dev:aws_vpc_security_group_ingress_rule.gone');
    expect(chapter('changes')).toContain('added dev:aws_vpc_security_group_ingress_rule.b');
  });

  it('tells of a plan alone what it does to what is there', async () => {
    await report([planFile('archive'), '--out', out()]);

    expect(chapter('changes')).toMatch(/Compared with what is there, as Terraform plans it\. \d+ added: \d+ changes in 1 stack/);
  });
});

describe('plinth report of what is no input', () => {
  it('ends with 2 where nothing is, and writes nothing', async () => {
    expect(await report([at('nowhere'), '--out', out()])).toEqual({
      code: 2,
      out: '',
      err: `${at('nowhere')}: it can't be read (ENOENT), got "${at('nowhere')}"; name a directory of stacks, a cdk.tf.json, or the output of terraform show -json [LZ-READ-1]\n`,
    });
    expect(existsSync(out())).toBe(false);
  });

  it('ends with 2 where --against names nothing', async () => {
    const { code, err } = await report([at('dev'), '--out', out(), '--against', at('nowhere')]);

    expect({ code, err }).toEqual({
      code: 2,
      err: `${at('nowhere')}: it can't be read (ENOENT), got "${at('nowhere')}"; name a directory of stacks, a cdk.tf.json, or the output of terraform show -json [LZ-READ-1]\n`,
    });
    expect(existsSync(out())).toBe(false);
  });

  it('tells at once that neither what is shown nor what it is compared with is there', async () => {
    const { code, err } = await report([at('nowhere'), '--out', out(), '--against', at('elsewhere')]);
    const unreadable = (path: string): string =>
      `${path}: it can't be read (ENOENT), got "${path}"; name a directory of stacks, a cdk.tf.json, or the output of terraform show -json [LZ-READ-1]`;

    expect({ code, lines: err.split('\n') }).toEqual({
      code: 2,
      lines: [unreadable(at('nowhere')), unreadable(at('elsewhere')), ''],
    });
  });

  it('ends with 2 where --against is of another form, and writes nothing', async () => {
    writeFileSync(at('dev.json'), readFileSync(planFile('archive')));
    const { code, err } = await report([at('dev'), '--out', out(), '--against', at('dev.json')]);

    expect({ code, err }).toEqual({
      code: 2,
      err: `dev: a plan can't be compared with Terraform's JSON; compare what is written with what is written; of a plan alone, plinth diff PLAN tells what it does [LZ-DIFF-3]\n`,
    });
    expect(existsSync(out())).toBe(false);
  });

  it('ends with 2 for a day that is none and a pack that there is not, both told', async () => {
    process.env.SOURCE_DATE_EPOCH = 'today';
    const { code, err } = await report([at('dev'), '--out', out(), '--pack', 'structur']);

    expect({ code, err: err.split('\n') }).toEqual({
      code: 2,
      err: [
        '--pack: there is no such choice, got "structur"; did you mean "structure"? [LZ-CHECK-8]',
        'SOURCE_DATE_EPOCH: this is no number of seconds since 1970, got "today"; write digits only, or leave it out [LZ-CHECK-1]',
        '',
      ],
    });
  });

  it('ends with 2 and one document where JSON is asked for', async () => {
    const { code, out: printed, err } = await report([at('nowhere'), '--json']);

    expect({ code, err }).toEqual({ code: 2, err: '' });
    expect(JSON.parse(printed)).toMatchObject({ ok: false, problems: [{ code: 'LZ-READ-1' }] });
  });

  it('ends with 3 where the page can not be written, and leaves no half of it', async () => {
    writeFileSync(at('taken'), 'text');

    expect(await report([at('good'), '--out', at('taken/page.html')])).toEqual({
      code: 3,
      out: '',
      err: `${at('taken/page.html')}: the file can't be written, got EEXIST; choose a place that can be written [LZ-CHECK-11]\n`,
    });
    expect(readFileSync(at('taken'), 'utf8')).toBe('text');
    expect(readdirSync(home).sort()).toEqual(['dev', 'good', 'taken']);
  });

  it('ends with 3 where a folder stands in the place of the page', async () => {
    mkdirSync(out());

    expect(await report([at('good'), '--out', out()])).toMatchObject({ code: 3, out: '' });
    expect(readdirSync(home).sort()).toEqual(['dev', 'good', 'page.html']);
  });
});
