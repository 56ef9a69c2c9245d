import { outputCheck, terraformCheck } from '../../../../commands/doctor/machine/terraform';
import type { SynthesisedStacks } from '../../../../commands/doctor/synthesised-stacks';
import { failed, machineWith, printed } from '../answers';

const terraform = { id: 'terraform', title: 'Terraform' };
const none: SynthesisedStacks = { stacks: [], unreadable: [] };
const version = (text: string) => printed(JSON.stringify({ terraform_version: text, platform: 'linux_amd64' }));
const stacks = (...ranges: string[]): SynthesisedStacks => ({
  stacks: ranges.map((requiredVersion, n) => ({ name: `stack-${String(n + 1)}`, requiredVersion })),
  unreadable: [],
});

describe('Terraform', () => {
  test('1.9.8 is a problem: S3 locks came with 1.10', async () => {
    expect(await terraformCheck(machineWith({ terraform: version('1.9.8') }), none)).toEqual({
      ...terraform,
      level: 'problem',
      found: '1.9.8',
      expected: '>= 1.10.0',
      remedy: 'install a Terraform >= 1.10.0 instead of 1.9.8',
    });
  });

  test('1.10.0 is well', async () => {
    expect(await terraformCheck(machineWith({ terraform: version('1.10.0') }), none)).toEqual({
      ...terraform,
      level: 'ok',
      found: '1.10.0',
    });
  });

  test('1.10.5 is a problem where two of three stacks ask for 1.11, the first of which is named', async () => {
    const asked = stacks('>= 1.10.0', '>= 1.11.0', '>= 1.11.0');

    expect(await terraformCheck(machineWith({ terraform: version('1.10.5') }), asked)).toEqual({
      ...terraform,
      level: 'problem',
      found: '1.10.5',
      expected: '>= 1.11.0 (stack-2 and 1 more)',
      remedy: 'install a Terraform >= 1.11.0 instead of 1.10.5',
    });
  });

  test('1.11.0 is well there', async () => {
    const asked = stacks('>= 1.10.0', '>= 1.11.0', '>= 1.11.0');

    expect(await terraformCheck(machineWith({ terraform: version('1.11.0') }), asked)).toMatchObject({ level: 'ok' });
  });

  test('a range that a stack states in another form is not said to be met', async () => {
    expect(await terraformCheck(machineWith({ terraform: version('1.11.0') }), stacks('a recent one'))).toEqual({
      ...terraform,
      level: 'not checked',
      found: '1.11.0; the range "a recent one" can\'t be compared',
    });
  });

  test('that is missing is a problem', async () => {
    expect(await terraformCheck(machineWith({}), none)).toEqual({
      ...terraform,
      level: 'problem',
      found: 'not on the PATH',
      expected: '>= 1.10.0',
      remedy: 'install Terraform 1.10 or later and put it on the PATH',
    });
  });

  test('that is missing where OpenTofu is there: it is mentioned, and what it does not do', async () => {
    expect(await terraformCheck(machineWith({ tofu: version('1.10.2') }), none)).toEqual({
      ...terraform,
      level: 'problem',
      found: 'not on the PATH; OpenTofu 1.10.2 is there too',
      expected: '>= 1.10.0',
      remedy:
        'install Terraform 1.10 or later; OpenTofu plans and applies the stacks too, but the sandbox and the tests start terraform',
    });
  });

  test('beside OpenTofu: both are named', async () => {
    const both = machineWith({ terraform: version('1.11.4'), tofu: version('1.10.2') });

    expect(await terraformCheck(both, none)).toMatchObject({ level: 'ok', found: '1.11.4; OpenTofu 1.10.2 is there too' });
  });

  test.each([
    ['fails', failed('\nexec format error\nmore'), 'exec format error'],
    ['says nothing', printed(''), 'it does not say its version'],
    ['says something else', printed('{"terraform_version": 3}'), 'it does not say its version'],
    ['never answers', { kind: 'failed', reason: 'no answer within 5 s' } as const, 'no answer within 5 s'],
  ])('that %s is a problem', async (_, answer, found) => {
    expect(await terraformCheck(machineWith({ terraform: answer }), none)).toMatchObject({ level: 'problem', found });
  });
});

describe('the synthesised stacks', () => {
  const output = { id: 'output', title: 'synthesised stacks' };

  test('that are not there yet are no mistake', () => {
    expect(outputCheck(none, 'cdktf.out')).toEqual({
      ...output,
      level: 'not checked',
      found: 'none in cdktf.out yet',
      remedy: 'synthesise them: npm start',
    });
  });

  test('are counted', () => {
    expect(outputCheck(stacks('>= 1.10.0', '>= 1.10.0'), 'out')).toEqual({ ...output, level: 'ok', found: '2 in out' });
  });

  test('that are not what synth writes are named', () => {
    expect(outputCheck({ stacks: [], unreadable: ['dev', 'prod'] }, 'out')).toEqual({
      ...output,
      level: 'warning',
      found: 'the cdk.tf.json of dev, prod is not what synth writes',
      remedy: 'synthesise again: npm start',
    });
  });
});
