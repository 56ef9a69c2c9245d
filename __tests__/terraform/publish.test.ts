import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { publish, withStage } from '../../modules/terraform';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'publish-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function write(root: string, files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
}

function synthesise(files: Readonly<Record<string, string>>, only?: readonly string[]): ReturnType<typeof publish> {
  const out = join(home, 'out');
  return withStage(out, (stage) => {
    write(stage, files);
    return publish(stage, out, only);
  });
}

const read = (file: string): string => readFileSync(join(home, 'out', file), 'utf8');

describe('publish', () => {
  it('replaces files and leaves what Terraform keeps beside them', () => {
    write(join(home, 'out'), {
      'stacks/a/cdk.tf.json': 'old',
      'stacks/a/.terraform.lock.hcl': 'lock',
      'stacks/a/.terraform/x': 'x',
    });

    synthesise({ 'stacks/a/cdk.tf.json': 'new' });

    expect([read('stacks/a/cdk.tf.json'), read('stacks/a/.terraform.lock.hcl'), read('stacks/a/.terraform/x')]).toEqual([
      'new',
      'lock',
      'x',
    ]);
  });

  it('leaves an equal file untouched, its time included', () => {
    synthesise({ 'stacks/a/cdk.tf.json': 'same' });
    utimesSync(join(home, 'out/stacks/a/cdk.tf.json'), 1000, 1000);

    expect(synthesise({ 'stacks/a/cdk.tf.json': 'same', 'order.json': '{}' })).toEqual({ written: ['order.json'], unchanged: 1 });
    expect(statSync(join(home, 'out/stacks/a/cdk.tf.json')).mtimeMs).toBe(1_000_000);
  });

  it('takes away the file of a stack that is no more, and its directory if nothing else is in it', () => {
    write(join(home, 'out'), {
      'stacks/gone/cdk.tf.json': 'x',
      'stacks/used/cdk.tf.json': 'x',
      'stacks/used/.terraform.lock.hcl': 'lock',
    });

    synthesise({ 'stacks/a/cdk.tf.json': 'new' });

    expect(readdirSync(join(home, 'out/stacks')).sort()).toEqual(['a', 'used']);
    expect(readdirSync(join(home, 'out/stacks/used'))).toEqual(['.terraform.lock.hcl']);
  });

  it('takes roles.json away once nobody delivers, and leaves what is not its own beside the stacks', () => {
    write(join(home, 'out'), { 'mine.json': 'mine' });
    synthesise({ 'stacks/a/cdk.tf.json': 'x', 'roles.json': '{}' });

    synthesise({ 'stacks/a/cdk.tf.json': 'x' });

    expect(readdirSync(join(home, 'out')).sort()).toEqual(['mine.json', 'stacks']);
  });

  it('takes cloud.tf away once states lie elsewhere, and leaves what is not its own', () => {
    write(join(home, 'out'), { 'stacks/a/mine.tf': 'mine', 'stacks/a/terraform.tfvars': 'mine' });
    synthesise({ 'stacks/a/cdk.tf.json': 'in the cloud', 'stacks/a/cloud.tf': 'workspace' });
    expect(read('stacks/a/cloud.tf')).toBe('workspace');

    synthesise({ 'stacks/a/cdk.tf.json': 'local' });

    expect(readdirSync(join(home, 'out/stacks/a')).sort()).toEqual(['cdk.tf.json', 'mine.tf', 'terraform.tfvars']);
  });

  it('takes cloud.tf away with its stack', () => {
    synthesise({ 'stacks/gone/cdk.tf.json': 'x', 'stacks/gone/cloud.tf': 'x' });

    synthesise({ 'stacks/a/cdk.tf.json': 'x' });

    expect(readdirSync(join(home, 'out/stacks'))).toEqual(['a']);
  });

  it('replaces cloud.tf of the stacks that are named, and of no other', () => {
    write(join(home, 'out'), { 'stacks/a/cloud.tf': 'old', 'stacks/b/cloud.tf': 'old' });

    synthesise({ 'stacks/a/cloud.tf': 'new', 'stacks/b/cloud.tf': 'new' }, ['b']);

    expect([read('stacks/a/cloud.tf'), read('stacks/b/cloud.tf')]).toEqual(['old', 'new']);
  });

  it('replaces only the stacks that are named, and prunes nothing then', () => {
    write(join(home, 'out'), { 'stacks/a/cdk.tf.json': 'old', 'stacks/b/cdk.tf.json': 'old', 'stacks/c/cdk.tf.json': 'old' });

    synthesise({ 'stacks/a/cdk.tf.json': 'new', 'stacks/b/cdk.tf.json': 'new', 'order.json': '{}' }, ['b']);

    expect([read('stacks/a/cdk.tf.json'), read('stacks/b/cdk.tf.json'), read('stacks/c/cdk.tf.json')]).toEqual([
      'old',
      'new',
      'old',
    ]);
    expect(existsSync(join(home, 'out/order.json'))).toBe(false);
  });
});

describe('an output that cannot be written', () => {
  it('is said with the reason of the file system', () => {
    write(home, { file: 'in the way' });

    expect(() => withStage(join(home, 'file/out'), () => undefined)).toThrow(
      `${join(home, 'file/out')}: the output can't be written, got EEXIST; make the folder writable, or choose another by CDKTF_OUTDIR or --out [LZ-STACK-5]`,
    );
  });
});

describe('withStage', () => {
  it('leaves the former output and no leftovers when the work fails', () => {
    synthesise({ 'stacks/a/cdk.tf.json': 'old' });

    expect(() =>
      withStage(join(home, 'out'), (stage) => {
        write(stage, { 'stacks/a/cdk.tf.json': 'half' });
        throw new Error('interrupted');
      }),
    ).toThrow('interrupted');
    expect(readdirSync(home)).toEqual(['out']);
    expect(read('stacks/a/cdk.tf.json')).toBe('old');
  });

  it('sweeps up after a synth that was killed, and leaves that of one that lives', () => {
    // No process has this number: Linux gives at most 4194304.
    const [dead, living] = ['.out.4999999-abc', `.out.${String(process.pid)}-abc`];
    write(home, { [`${dead}/x`]: '', [`${living}/x`]: '' });

    synthesise({});

    expect([existsSync(join(home, dead)), existsSync(join(home, living))]).toEqual([false, true]);
  });
});
