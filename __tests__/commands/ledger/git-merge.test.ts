import { InputError } from '../../../modules/core/input-error';
import { Ledger } from '../../../modules/core/ledger';
import { file, Workspace } from './workspace';

const SHOP = '"vpc dev/eu-west-1/shop": "10.0.16.0/20 #1"';
const OURS = '"vpc dev/eu-west-1/ours": "10.0.32.0/20 #2"';
const THEIRS = '"vpc dev/eu-west-1/theirs": "10.0.32.0/20 #2"';

describe('two branches that git merges with merge=union', () => {
  it('give valid JSON when both added lines in one place, and the loader finds the collision', () => {
    const workspace = Workspace.repository(file(SHOP));
    workspace.commit('ours', file(OURS, SHOP));
    workspace.commit('theirs', file(SHOP, THEIRS));
    workspace.git('merge', '-q', '--no-edit', 'ours');
    expect(JSON.parse(workspace.ledger)).toMatchObject({
      'vpc dev/eu-west-1/ours': '10.0.32.0/20 #2',
      'vpc dev/eu-west-1/theirs': '10.0.32.0/20 #2',
    });
    expect(() => Ledger.parse(workspace.ledger, 'addresses.lock.json')).toThrow(InputError);
    expect(workspace.run('check').err).toContain(
      'vpc dev/eu-west-1/theirs overlaps line 2, vpc dev/eu-west-1/ours (10.0.32.0/20)',
    );
  });

  it('are resolved for the branch that was first', () => {
    const workspace = Workspace.repository(file(SHOP));
    workspace.commit('ours', file(OURS, SHOP));
    workspace.commit('theirs', file(SHOP, THEIRS));
    workspace.git('merge', '-q', '--no-edit', 'ours');
    expect(workspace.run('resolve').code).toBe(1);
    expect(workspace.run('resolve', '--base', 'ours').out).toContain(
      'moved vpc dev/eu-west-1/theirs from 10.0.32.0/20 to 10.0.48.0/20\n',
    );
    expect(workspace.ledger).toBe(file(OURS, SHOP, '"vpc dev/eu-west-1/theirs": "10.0.48.0/20 #2"'));
  });

  it('both into an empty ledger, stay valid JSON', () => {
    const workspace = Workspace.repository(file());
    workspace.commit('ours', file(OURS, SHOP));
    workspace.commit('theirs', file(SHOP, THEIRS));
    workspace.git('merge', '-q', '--no-edit', 'ours');
    expect(JSON.parse(workspace.ledger)).toHaveProperty('~', '');
    expect(workspace.run('resolve', '--base', 'HEAD^1').code).toBe(0);
    expect(workspace.ledger).toBe(file('"vpc dev/eu-west-1/ours": "10.0.48.0/20 #2"', SHOP, THEIRS));
  });

  it('of which one freed the line beside which the other added one: resolve settles the line that came twice', () => {
    const workspace = Workspace.repository(file(SHOP));
    workspace.commit('ours', file(SHOP.replace(' #', ' closing #')));
    workspace.commit('theirs', file(SHOP, '"vpc dev/eu-west-1/zone": "10.0.48.0/20 #2"'));
    workspace.git('merge', '-q', '--no-edit', 'ours');
    expect(JSON.parse(workspace.ledger)).toHaveProperty('~', '');
    expect(workspace.run('check').code).toBe(1);
    expect(workspace.run('resolve').code).toBe(0);
    expect(workspace.ledger).toBe(file(SHOP.replace(' #', ' closing #'), '"vpc dev/eu-west-1/zone": "10.0.48.0/20 #2"'));
  });

  it('that gave one key two values: --keep names the value', () => {
    const workspace = Workspace.repository(file());
    workspace.commit('ours', file(SHOP));
    workspace.commit('theirs', file(SHOP.replace('10.0.16', '10.0.64')));
    workspace.git('merge', '-q', '--no-edit', 'ours');
    expect(workspace.run('resolve').err).toContain(
      '--keep "vpc dev/eu-west-1/shop=10.0.64.0/20" or --keep "vpc dev/eu-west-1/shop=10.0.16.0/20" [LZ-LEDGER-19]',
    );
    expect(workspace.run('resolve', '--keep', 'vpc dev/eu-west-1/shop=10.0.16.0/20').code).toBe(0);
    expect(workspace.ledger).toBe(file(SHOP));
  });
});
