import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const SCRIPT = resolve(__dirname, '..', '..', 'scripts', 'addresses.mjs');
const LIST = 'landing-zone.yaml web aws_eip.nat_a\nlanding-zone.yaml web aws_subnet.app_a\n';
const MARK = '<!-- moved: npm run addresses -->';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'plinth-addresses-'))));
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});
const at = (name: string): string => join(folder, name);

/** Compares a release that had an address and a subnet with one stack of now. */
function compare(document: object, notes: string, ...flags: string[]): { code: number | null; text: string } {
  mkdirSync(join(folder, 'stacks', 'web'), { recursive: true });
  writeFileSync(join(folder, 'stacks', 'web', 'cdk.tf.json'), JSON.stringify(document));
  writeFileSync(at('list.txt'), LIST);
  writeFileSync(at('notes.md'), notes);
  const args = [SCRIPT, '--list', at('list.txt'), '--notes', at('notes.md'), '--from', folder, ...flags];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { code: status, text: stderr.replaceAll(`${folder}/`, '') };
}

const nat = { aws_eip: { nat_a: {} } };
const renamed = { resource: { ...nat, aws_subnet: { web_a: {} } } };
const moved = { ...renamed, moved: [{ from: 'aws_subnet.app_a', to: 'aws_subnet.web_a' }] };

describe('the addresses of the last release', () => {
  it('are all there: good, whatever is new beside them', () => {
    const document = { resource: { ...nat, aws_subnet: { app_a: {}, app_b: {} } } };

    expect(compare(document, '', '--check')).toEqual({ code: 0, text: '' });
  });

  it('lack the renamed subnet app_a: refused, in a check and at a release, and the list stays', () => {
    const refusal = {
      code: 1,
      text: 'list.txt: "landing-zone.yaml web aws_subnet.app_a" is gone without a moved block; keep its name, or give its former one\n',
    };

    expect(compare(renamed, MARK, '--check')).toEqual(refusal);
    expect(compare(renamed, MARK)).toEqual(refusal);
    expect(readFileSync(at('list.txt'), 'utf8')).toBe(LIST);
  });

  it('lack it with a moved block to an address that is not there: refused', () => {
    const nowhere = { resource: nat, moved: moved.moved };

    expect(compare(nowhere, MARK, '--check').code).toBe(1);
  });

  it('lack it with a moved block: asked to be noted, and noted at a release', () => {
    expect(compare(moved, MARK, '--check')).toEqual({
      code: 1,
      text: "notes.md: aws_subnet.app_a is aws_subnet.web_a now, and it isn't said; npm run addresses notes it\n",
    });
    expect(compare(moved, MARK)).toEqual({ code: 0, text: '' });
    expect(readFileSync(at('notes.md'), 'utf8')).toBe(`| \`aws_subnet.app_a\` | \`aws_subnet.web_a\` |\n${MARK}`);
    expect(readFileSync(at('list.txt'), 'utf8')).toBe(
      'landing-zone.yaml web aws_eip.nat_a\nlanding-zone.yaml web aws_subnet.web_a\n',
    );
  });

  it('lack it, and the notes tell of its end: good', () => {
    expect(compare({ resource: nat }, 'Ends: `aws_subnet.app_a`, for its network ends.', '--check')).toEqual({
      code: 0,
      text: '',
    });
  });
});
