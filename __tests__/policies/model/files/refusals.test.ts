import { truncateSync } from 'node:fs';
import { join } from 'node:path';

import { readUniverse } from '../../../../policies/model/read-universe';
import { refusalOf } from '../../../refusal';
import { withFiles } from './folder';

const HINT = 'give terraform plan -out=FILE a file, and this program the output of terraform show -json FILE';

/** What a path is refused with; the folder itself is written as `DIR`. */
function refusal(files: Readonly<Record<string, string | Uint8Array | object>>, path = ''): string {
  return withFiles(files, (folder) => refusalOf(() => readUniverse(join(folder, path))).replaceAll(folder, 'DIR'));
}

describe('what can not be read is refused', () => {
  it('a path that is not there', () => {
    expect(refusalOf(() => readUniverse('/nowhere/plan.json'))).toBe(
      '/nowhere/plan.json: it can\'t be read (ENOENT), got "/nowhere/plan.json"; name a directory of stacks, a cdk.tf.json, or the output of terraform show -json [LZ-READ-1]',
    );
  });

  it.each([
    ['{"a": 1,}', '1:9', '"}"'],
    ['{\n  "resource": {\n', '3:1', 'the end of the line'],
  ])('what is no JSON: %j', (text, place, got) => {
    expect(refusal({ 'a.json': text }, 'a.json')).toBe(
      `DIR/a.json:${place}: this is no JSON, got ${got}; give a cdk.tf.json, or the output of terraform show -json as it is [LZ-READ-2]`,
    );
  });

  it.each([
    [{ version: 1, stacks: [] }, 'no list networks, flows, residue, claims, accessClaims, suppressions'],
    [[], 'no list stacks, networks, flows, residue, claims, accessClaims, suppressions'],
  ])('an intent of another version: %j', (intent, got) => {
    expect(refusal({ 'stacks/dev/cdk.tf.json': { resource: {} }, 'intent.json': intent })).toBe(
      `DIR/intent.json: this is no intent.json of this version of Plinth, got ${got}; synthesise again, or take the file away: what it states is then not judged [LZ-READ-14]`,
    );
  });

  it.each([
    [{ name: 'x', version: '1' }, 'the keys "name", "version"'],
    [{ format_version: '1.0', provider_schemas: {} }, 'the keys "format_version", "provider_schemas"'],
    [{}, 'an empty object'],
    [[1], '[1]'],
  ])('JSON of no form that is known: %j', (json, got) => {
    expect(refusal({ 'a.json': json }, 'a.json')).toBe(
      `DIR/a.json: this JSON is neither Terraform nor a plan nor a state, got ${got}; give a cdk.tf.json, or the output of terraform show -json as it is [LZ-READ-3]`,
    );
  });

  it('a plan by the name of a stack', () => {
    expect(refusal({ 'cdk.tf.json': { format_version: '1.2', planned_values: {} } })).toBe(
      'DIR/cdk.tf.json: this JSON is neither Terraform nor a plan nor a state, got the keys "format_version", "planned_values"; give a cdk.tf.json, or the output of terraform show -json as it is [LZ-READ-3]',
    );
  });

  it.each([
    ['main.tf', ''],
    ['main.tf', 'main.tf'],
    ['main.tofu', ''],
  ])('HCL, in a file %s by the path %j', (file, path) => {
    expect(refusal({ [file]: 'resource "aws_vpc" "a" {}\n' }, path)).toBe(
      `DIR/${file}: this is HCL, whose expressions only Terraform evaluates; ${HINT} [LZ-READ-6]`,
    );
  });

  it.each(['terraform {\n}\n', '# mine\nresource "aws_vpc" "a" {\n', 'module "net" {}\n'])('HCL by its content: %j', (text) => {
    expect(refusal({ 'a.json': text }, 'a.json')).toBe(
      `DIR/a.json: this is HCL, whose expressions only Terraform evaluates; ${HINT} [LZ-READ-6]`,
    );
  });

  it('a plan as Terraform keeps it', () => {
    expect(refusal({ plan: new Uint8Array([0x50, 0x4b, 3, 4, 0xff]) }, 'plan')).toBe(
      'DIR/plan: this is a plan as Terraform keeps it for apply; give the output of terraform show -json DIR/plan [LZ-READ-7]',
    );
  });

  it('a state as Terraform keeps it', () => {
    expect(refusal({ 'terraform.tfstate': { version: 4, lineage: 'x', serial: 1, resources: [] } }, 'terraform.tfstate')).toBe(
      'DIR/terraform.tfstate: this is a state as Terraform keeps it, got version 4; give the output of terraform show -json DIR/terraform.tfstate [LZ-READ-8]',
    );
  });

  it('the progress messages of a plan', () => {
    expect(refusal({ 'a.json': '{"@level":"info"}\n{"@level":"info"}\n' }, 'a.json')).toBe(
      `DIR/a.json: these are the progress messages of terraform plan -json, and no plan; ${HINT} [LZ-READ-9]`,
    );
  });

  it('UTF-16, as Windows PowerShell writes it', () => {
    expect(refusal({ 'a.json': Buffer.from('\uFEFF{}', 'utf16le') }, 'a.json')).toBe(
      'DIR/a.json: the file is not UTF-8, got UTF-16; save it as UTF-8: in Windows PowerShell, pipe to Out-File -Encoding utf8 instead of using > [LZ-READ-10]',
    );
  });

  it('other bytes than UTF-8', () => {
    expect(refusal({ 'a.json': new Uint8Array([0x22, 0xe4, 0x22]) }, 'a.json')).toBe(
      'DIR/a.json: the file is not UTF-8, got other bytes; save it as UTF-8 [LZ-READ-10]',
    );
  });

  it('a directory with nothing of Terraform', () => {
    expect(refusal({ 'x/readme.md': '', 'x/.git/config': '' }, 'x')).toBe(
      'DIR/x: there is nothing of Terraform in the directory, got ".git, readme.md"; name a directory with stacks/<name>/cdk.tf.json, or with files of terraform show -json [LZ-READ-11]',
    );
  });

  it('an empty directory', () => {
    expect(refusal({})).toBe(
      'DIR: there is nothing of Terraform in the directory, got an empty directory; name a directory with stacks/<name>/cdk.tf.json, or with files of terraform show -json [LZ-READ-11]',
    );
  });

  it('a file of 256 MiB and a byte, before it is read', () => {
    withFiles({ 'a.json': '{}' }, (folder) => {
      const file = join(folder, 'a.json');
      truncateSync(file, 256 * 1024 * 1024 + 1);

      expect(refusalOf(() => readUniverse(file))).toBe(
        `${file}: the file is larger than 256 MiB, got 268435457 bytes; give the plans of its parts, one file each [LZ-READ-12]`,
      );
    });
  });

  it.each(['override.tf.json', 'x_override.tf.json'])('a folder with %s', (file) => {
    expect(refusal({ 'cdk.tf.json': {}, [file]: {} })).toBe(
      `DIR/${file}: override files change what other files state, and are not followed; write the change where it belongs, or give a plan: terraform show -json [LZ-READ-13]`,
    );
  });

  it('all at once', () => {
    const files = {
      'stacks/a/cdk.tf.json': '{',
      'stacks/b/cdk.tf.json': { resource: { aws_vpc: 1 } },
      'stacks/c/cdk.tf.json': [],
      'intent.json': 'no',
    };

    expect(refusal(files).split('\n')).toEqual([
      'DIR/stacks/a/cdk.tf.json:1:2: this is no JSON, got the end of the line; give a cdk.tf.json, or the output of terraform show -json as it is [LZ-READ-2]',
      'DIR/stacks/c/cdk.tf.json: this JSON is neither Terraform nor a plan nor a state, got []; give a cdk.tf.json, or the output of terraform show -json as it is [LZ-READ-3]',
      'DIR/stacks/b/cdk.tf.json: resource.aws_vpc is no block, got 1; write an object, as JSON syntax has it for blocks [LZ-READ-4]',
      'DIR/intent.json:1:1: this is no JSON, got "no"; give a cdk.tf.json, or the output of terraform show -json as it is [LZ-READ-2]',
    ]);
  });
});
