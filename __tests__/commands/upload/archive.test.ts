import { mkdirSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';

import { list } from 'tar';

import { archiveOf, filesOf } from '../../../commands/upload/archive/archive';
import { cloudBlockIn } from '../../../commands/upload/request/cloud-block';
import { UploadWorld } from './upload-world';

// Each has an engine with certificates of its own.
jest.setTimeout(30_000);

let world: UploadWorld;
beforeEach(async () => {
  world = await UploadWorld.open();
});
afterEach(() => world.close());

interface Entry {
  readonly path: string;
  readonly mtime: number | undefined;
  readonly uid: number | undefined;
}

async function entriesOf(archive: Buffer): Promise<Entry[]> {
  const entries: Entry[] = [];
  const onReadEntry = ({ path, mtime, uid }: { path: string; mtime?: Date; uid?: number }): void =>
    void entries.push({ path, mtime: mtime?.getTime(), uid });
  await finished(Readable.from(archive).pipe(list({ onReadEntry })));
  return entries;
}

describe('what is uploaded of a stack', () => {
  it('is every file but states, the folder of Terraform and that of git', () => {
    const folder = world.stack('dev', {
      'cdk.tf.json': '{}',
      'cloud.tf': '',
      '.terraform.lock.hcl': '',
      'assets/a/handler.zip': 'zip',
      'deep/.terraform/providers/aws': '',
      '.terraform/modules/modules.json': '',
      '.git/config': '',
      'terraform.tfstate': '',
      'terraform.tfstate.backup': '',
      'errored.tfstate': '',
    });

    expect(filesOf(folder)).toEqual(['.terraform.lock.hcl', 'assets/a/handler.zip', 'cdk.tf.json', 'cloud.tf']);
  });

  it.each([
    ['*.zip', ['a.zip', 'd/a.zip']],
    ['/a.zip', ['a.zip']],
    ['d/', ['d/a.zip', 'd/b.txt', 'd/e/c.txt']],
    ['d/*.txt', ['d/b.txt']],
    ['d/**', ['d/a.zip', 'd/b.txt', 'd/e/c.txt']],
    ['**/c.txt', ['d/e/c.txt']],
    ['?.zip', ['a.zip', 'd/a.zip']],
    ['# *.zip\n\n', []],
    ['d/\n!d/e/', ['d/a.zip', 'd/b.txt']],
    ['!d/e/\nd/', ['d/a.zip', 'd/b.txt', 'd/e/c.txt']],
    ['a.z', []],
    ['a+b', []],
  ])('with a .terraformignore of %j is all but %j', (rules, left) => {
    const files = ['a.zip', 'cdk.tf.json', 'd/a.zip', 'd/b.txt', 'd/e/c.txt'];
    const folder = world.stack('dev', { ...Object.fromEntries(files.map((file) => [file, ''])), '.terraformignore': rules });

    expect(filesOf(folder)).toEqual(['.terraformignore', ...files].filter((file) => !left.includes(file)));
  });

  it('keeps a state out though .terraformignore would have it', () => {
    expect(filesOf(world.stack('dev', { 'a.tfstate': '', '.terraformignore': '!a.tfstate' }))).toEqual(['.terraformignore']);
  });

  it('has the same bytes whenever it is packed, and by whom', async () => {
    const folder = world.stack('dev', { 'b.tf': 'b', 'a.tf': 'a' });
    const before = await archiveOf(folder, '');
    utimesSync(join(folder, 'a.tf'), 1, 1);

    expect((await archiveOf(folder, '')).equals(before)).toBe(true);
    expect(await entriesOf(before)).toEqual(['a.tf', 'b.tf'].map((path) => ({ path, mtime: 0, uid: undefined })));
  });

  it('lies in the working directory of the workspace', async () => {
    const paths = (await entriesOf(await archiveOf(world.stack('dev'), 'cdktf.out/stacks/dev'))).map(({ path }) => path);

    expect(paths).toEqual(['cdktf.out/stacks/dev/cdk.tf.json']);
  });

  it('keeps a link that stays in the stack', async () => {
    const folder = world.stack('dev', { 'assets/a.zip': 'zip' });
    mkdirSync(join(folder, 'links'));
    symlinkSync('../assets/a.zip', join(folder, 'links/a.zip'));

    expect((await entriesOf(await archiveOf(folder, ''))).map(({ path }) => path)).toEqual(['assets/a.zip', 'links/a.zip']);
  });
});

describe('the cloud block of a stack', () => {
  const cloud = { hostname: 'tfe.example.com', organization: 'acme', workspaces: { name: 'dev-state' } };
  const whole = { hostname: 'tfe.example.com', organization: 'acme', workspace: 'dev-state' };

  it.each<[name: string, text: string, block: object]>([
    ['cdk.tf.json', JSON.stringify({ terraform: { cloud } }), whole],
    ['cdk.tf.json', JSON.stringify({ terraform: [{ cloud: [{ ...cloud, workspaces: [{ name: 'dev-state' }] }] }] }), whole],
    ['cdk.tf.json', '{"terraform":{"backend":{"local":{}}}}', {}],
    ['cdk.tf.json', 'no json', {}],
    [
      'cloud.tf',
      'terraform {\n  cloud {\n    hostname     = "tfe.example.com"\n    organization = "acme"\n    workspaces {\n      name = "dev-state"\n    }\n  }\n}\n',
      whole,
    ],
    [
      'cloud.tf',
      'terraform { cloud {\n organization = "acme" # "other"\n // hostname = "other"\n /* workspaces { name = "x" } */ } }',
      { organization: 'acme' },
    ],
    [
      'cloud.tf',
      'terraform {\n cloud {\n  organization = "acme"\n  workspaces {\n   project = "p"\n   tags = ["a"]\n  }\n }\n}',
      { organization: 'acme' },
    ],
    ['main.tf', 'locals {\n text = "cloud { organization = \\"x\\" }"\n}\n', {}],
    ['other.tf', 'resource "cloud" "a" {\n organization = "x"\n}\n', {}],
  ])('in %s of %s is %j', (name, text, block) => {
    expect(cloudBlockIn(world.stack('dev', { [name]: text }))).toEqual(block);
  });

  it('says where a stack runs, and a flag says it again', async () => {
    world.engine.world.newWorkspace('stated');
    const text = `terraform {\n cloud {\n hostname = "${world.engine.host}"\n organization = "acme"\n workspaces { name = "stated" }\n }\n}`;
    const folder = world.stack('dev', { 'cloud.tf': text });
    const elsewhere = { TF_CLOUD_HOSTNAME: 'elsewhere.example.com', TF_CLOUD_ORGANIZATION: 'other' };
    const byBlock = await world.run([folder, '--speculative', '--json'], elsewhere);
    const byFlag = await world.run([folder, '--speculative', '--json', '--workspace', 'dev'], elsewhere);

    expect([byBlock, byFlag].map(({ stdout }) => JSON.parse(stdout) as object)).toMatchObject([
      { stacks: [{ workspace: 'acme/stated' }] },
      { stacks: [{ workspace: 'acme/dev' }] },
    ]);
  });
});
