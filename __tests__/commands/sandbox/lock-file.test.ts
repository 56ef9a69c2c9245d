import { withoutHashes } from '../../../commands/sandbox/lock-file';

test('of the providers in a lock file the versions stay, which plans need, and the hashes go', () => {
  const block = (name: string, hashes: string): string =>
    `provider "registry.terraform.io/hashicorp/${name}" {\n  version     = "5.100.0"\n  constraints = "~> 5.0"\n${hashes}}\n`;
  const hashes = '  hashes = [\n    "h1:edXOJWE4ORX8Fm+dpVpICzMZJat4AX0VRCAy/xkcOc0=",\n    "zh:0d4ff4e2f1e8e4b9",\n  ]\n';
  const head = '# This file is maintained automatically by "terraform init".\n\n';

  const written = `${head}${block('aws', hashes)}\n${block('random', hashes)}`;

  expect(withoutHashes(written)).toBe(`${head}${block('aws', '')}\n${block('random', '')}`);
  expect(withoutHashes(withoutHashes(written))).toBe(withoutHashes(written));
});
