import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

import { localStateCheck } from '../../../../commands/doctor/project/local-state';

const state = { id: 'state', title: 'state' };

let folder: string;
let out: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plinth-state-'));
  out = join(folder, 'cdktf.out');
});
afterEach(() => rmSync(folder, { recursive: true }));

const shown = (name: string): string => relative(process.cwd(), join(folder, name));

test('a folder that can be made beside the output is well', () => {
  expect(localStateCheck({ kind: 'local' }, out)).toEqual({
    ...state,
    level: 'ok',
    found: `0 in ${shown('terraform.state')}, on this machine alone`,
  });
});

test('the states in it are counted, their backups are not', () => {
  mkdirSync(join(folder, 'states/acme'), { recursive: true });
  ['a.tfstate', 'b.tfstate', 'b.tfstate.backup'].forEach((name) => writeFileSync(join(folder, 'states/acme', name), ''));

  expect(localStateCheck({ kind: 'local', directory: 'states' }, out)).toMatchObject({
    found: `2 in ${shown('states')}, on this machine alone`,
  });
});

test.each(['cdktf.out', 'cdktf.out/states'])('%s is a problem: synth replaces it', (directory) => {
  expect(localStateCheck({ kind: 'local', directory }, out)).toEqual({
    ...state,
    level: 'problem',
    found: `${shown(directory)} lies in the output folder`,
    expected: `a folder outside ${out}`,
    remedy: 'name another folder under backend.directory: what synth replaces is no place for states',
  });
});

test('cdktf.output beside cdktf.out is well', () => {
  expect(localStateCheck({ kind: 'local', directory: 'cdktf.output' }, out)).toMatchObject({ level: 'ok' });
});

test('a file in its place is a problem', () => {
  writeFileSync(join(folder, 'terraform.state'), '');

  expect(localStateCheck({ kind: 'local' }, out)).toEqual({
    ...state,
    level: 'problem',
    found: `${shown('terraform.state')} is no folder that can be written`,
    remedy: 'make it a folder that this user may write',
  });
});

test('a file above its place is a problem that names the file', () => {
  writeFileSync(join(folder, 'file'), '');

  expect(localStateCheck({ kind: 'local', directory: 'file/states' }, out)).toMatchObject({
    level: 'problem',
    found: `${shown('file/states')} can't be made: ${join(folder, 'file')} is no folder that can be written`,
  });
});
