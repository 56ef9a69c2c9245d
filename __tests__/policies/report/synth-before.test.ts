import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { readUniverse, synthBefore } from '../../../policies';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'synth-before-'));
  write('after', 'network', vpc('10.0.0.0/16', 'v1'));
  write('after', 'shop', reader());
  cpSync(at('after'), at('before'), { recursive: true });
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

const at = (name: string): string => join(home, name);

function write(output: string, stack: string, document: object): void {
  const folder = join(home, output, 'stacks', stack);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'cdk.tf.json'), JSON.stringify(document));
}

const provider = { aws: [{ region: 'eu-west-1', allowed_account_ids: ['111111111111'] }] };

/** A network that tells its id to others. */
function vpc(cidr: string, tag: string): object {
  return {
    provider,
    resource: {
      aws_vpc: { main: { cidr_block: cidr, tags: { Name: tag } } },
      aws_ssm_parameter: { id: { name: '/lz/network/id', type: 'String', value: '${aws_vpc.main.id}' } },
    },
  };
}

/** Something that stands in it, by that parameter. */
function reader(): object {
  return {
    provider,
    data: { aws_ssm_parameter: { id: { name: '/lz/network/id' } } },
    resource: { aws_security_group: { app: { vpc_id: '${data.aws_ssm_parameter.id.insecure_value}', name: 'app' } } },
  };
}

/** What is told, in short: the changes as `action stack:address`. */
function told(): unknown {
  const before = synthBefore(at('before'), at('after'), readUniverse(at('after')));
  if (before === undefined || 'why' in before) return before;
  return before.difference.changes.map(({ action, stack, address }) => `${action} ${stack}:${address}`);
}

describe('what a synth changes of the one before', () => {
  it('is nothing to tell where there was none', () => {
    rmSync(at('before'), { recursive: true });
    expect(told()).toBeUndefined();
    mkdirSync(join(at('before'), 'stacks'), { recursive: true });
    expect(told()).toBeUndefined();
  });

  it('is nothing where all stacks have the same text', () => {
    expect(told()).toEqual([]);
  });

  it('is told of a stack of another text, and of no other that only reads its parameters', () => {
    write('before', 'network', vpc('10.0.0.0/16', 'v0'));

    expect(told()).toEqual(['changed network:aws_vpc.main']);
  });

  it('is told of a stack that reads the parameters of one that stays as it is', () => {
    const { resource, ...others } = reader() as { resource: { aws_security_group: { app: object } } };
    const app = { ...resource.aws_security_group.app, tags: { Name: 'app' } };
    write('before', 'shop', { ...others, resource: { aws_security_group: { app } } });

    expect(told()).toEqual(['changed shop:aws_security_group.app']);
  });

  it('follows what is made anew in its own stack: others read it once it is applied', () => {
    write('before', 'network', vpc('10.1.0.0/16', 'v1'));

    expect(told()).toEqual(['replaced network:aws_vpc.main', 'changed network:aws_ssm_parameter.id']);
  });

  it('is every resource of a stack that is new, and of one that is gone', () => {
    rmSync(join(at('before'), 'stacks/shop'), { recursive: true });
    expect(told()).toEqual(['added shop:aws_security_group.app']);
    cpSync(join(at('after'), 'stacks/shop'), join(at('before'), 'stacks/shop'), { recursive: true });
    rmSync(join(at('after'), 'stacks/shop'), { recursive: true });
    expect(told()).toEqual(['removed shop:aws_security_group.app']);
  });

  it('is a stack gone and a stack new where one is renamed, with what that may mean', () => {
    renameSync(join(at('before'), 'stacks/shop'), join(at('before'), 'stacks/store'));
    const before = synthBefore(at('before'), at('after'), readUniverse(at('after')));

    expect(before).toMatchObject({
      name: 'the synth before',
      difference: {
        doubts: [
          { stack: 'store', why: expect.stringContaining('shop has most of its addresses: if the stack was renamed') as string },
        ],
      },
    });
  });

  it('can not be told where the output before is no Terraform any more, and stops nothing', () => {
    writeFileSync(join(at('before'), 'stacks/shop/cdk.tf.json'), '{');

    expect(told()).toEqual({
      name: 'the synth before',
      why: `${at('before/stacks/shop/cdk.tf.json')}:1:2: this is no JSON, got the end of the line; give a cdk.tf.json, or the output of terraform show -json as it is [LZ-READ-2]`,
    });
  });
});
