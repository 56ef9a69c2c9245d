import { mkdirSync } from 'node:fs';

import { CommanderError } from 'commander';

import { Ledger } from '../../../modules/core/ledger';
import { readLedger, writeLedger } from '../../../modules/landing-zone';
import { file, Workspace } from './workspace';

const A = '"vpc dev/eu-west-1/a": "10.0.32.0/20 #1"';
const GONE = '"vpc dev/eu-west-1/gone": "10.0.48.0/20 freed #1"';
const CLASH = '"vpc dev/eu-west-1/b": "10.0.32.0/20 #1"';
const SAYS =
  'addresses.lock.json:3: vpc dev/eu-west-1/b overlaps line 2, vpc dev/eu-west-1/a (10.0.32.0/20), got "10.0.32.0/20"; run plinth ledger resolve, which moves the newer one [LZ-LEDGER-5]';

describe('plinth ledger check', () => {
  it('answers 0 and counts', () => {
    expect(new Workspace(file(A, GONE)).run('check')).toEqual({
      out: 'addresses.lock.json: 1 allocation, 1 tombstone, no collision\n',
      err: '',
      code: 0,
    });
  });

  it('takes a missing ledger for an empty one', () => {
    expect(JSON.parse(new Workspace().run('check', '--json').out)).toEqual({ ok: true, allocations: 0, tombstones: 0 });
  });

  it('answers 1 when entries collide, naming both lines', () => {
    expect(new Workspace(file(A, CLASH)).run('check')).toEqual({ out: '', err: `${SAYS}\n`, code: 1 });
  });

  it('answers 2 when the file is no ledger, and prints one JSON document only', () => {
    const { out, err, code } = new Workspace('{}\n').run('check', '--json');
    expect([err, code]).toEqual(['', 2]);
    const { ok, problems } = JSON.parse(out) as { ok: boolean; problems: { subject: string; code: string }[] };
    expect([ok, new Set(problems.map(({ subject, code: id }) => `${subject} ${id}`))]).toEqual([
      false,
      new Set(['addresses.lock.json:1 LZ-LEDGER-1']),
    ]);
  });

  it('answers 2 when the ledger is a folder', () => {
    const workspace = new Workspace();
    mkdirSync(workspace.path('addresses.lock.json'));
    expect(workspace.run('check')).toEqual({
      out: '',
      err: "addresses.lock.json: the ledger can't be read, got EISDIR; make it a readable file [LZ-LEDGER-21]\n",
      code: 2,
    });
  });

  it('throws what its caller turns into 2 for an unknown option', () => {
    const work = () => new Workspace().run('check', '--jsn');
    expect(work).toThrow(CommanderError);
  });
});

describe('plinth ledger prune', () => {
  it('drops tombstones and names them', () => {
    const workspace = new Workspace(file(A, GONE));
    expect(workspace.run('prune')).toEqual({
      out: 'pruned vpc dev/eu-west-1/gone\naddresses.lock.json: 1 pruned, 1 left\n',
      err: '',
      code: 0,
    });
    expect(workspace.ledger).toBe(file(A));
    expect(JSON.parse(workspace.run('prune', '--json').out)).toEqual({ ok: true, pruned: [], left: 1 });
  });
});

describe('plinth ledger resolve', () => {
  it('moves the newer of two, around the reserved range and the one that the configuration states', () => {
    const workspace = new Workspace(file(A, CLASH.replace('#1', '#2')));
    expect(workspace.run('resolve').out).toBe(
      'moved vpc dev/eu-west-1/b from 10.0.32.0/20 to 10.0.48.0/20\naddresses.lock.json: 1 moved or dropped, no collision left\n',
    );
    expect(workspace.ledger).toBe(file(A, '"vpc dev/eu-west-1/b": "10.0.48.0/20 #2"'));
    expect(JSON.parse(workspace.run('resolve', '--json').out)).toEqual({ ok: true, moved: [] });
  });

  it('answers 1 when neither is newer, and leaves the file as it is', () => {
    const workspace = new Workspace(file(A, CLASH));
    expect(workspace.run('resolve')).toEqual({
      out: '',
      err: 'vpc dev/eu-west-1/b 10.0.32.0/20 #1 of line 3: it collides with vpc dev/eu-west-1/a 10.0.32.0/20 #1 of line 2, and neither is newer; say which one stays: --base with the branch that was first, or --keep "vpc dev/eu-west-1/a" or --keep "vpc dev/eu-west-1/b" [LZ-LEDGER-19]\n',
      code: 1,
    });
    expect(workspace.ledger).toBe(file(A, CLASH));
  });

  it('keeps what --keep names', () => {
    const workspace = new Workspace(file(A, CLASH));
    expect(workspace.run('resolve', '--keep', 'vpc dev/eu-west-1/b').code).toBe(0);
    expect(workspace.ledger).toBe(file('"vpc dev/eu-west-1/a": "10.0.48.0/20 #1"', CLASH));
  });

  it('answers 2 for a --keep that names nothing', () => {
    expect(new Workspace(file(A)).run('resolve', '--keep', 'vpc dev/eu-west-1/c')).toEqual({
      out: '',
      err: '--keep: no entry of the ledger has this key, got "vpc dev/eu-west-1/c"; did you mean "vpc dev/eu-west-1/a"? [LZ-LEDGER-20]\n',
      code: 2,
    });
  });

  it('keeps what stands in a base file', () => {
    const workspace = new Workspace(file(A, CLASH));
    workspace.write('base.json', file(CLASH));
    expect(workspace.run('resolve', '--base', workspace.path('base.json')).out).toBe(
      'moved vpc dev/eu-west-1/a from 10.0.32.0/20 to 10.0.48.0/20\naddresses.lock.json: 1 moved or dropped, no collision left\n',
    );
  });

  it('answers 2 for a base that is neither a file nor a revision', () => {
    expect(new Workspace(file(A)).run('resolve', '--base', 'nowhere')).toEqual({
      out: '',
      err: '--base: it is neither a file nor a git revision with a ledger, got "nowhere"; name a ledger file, or a branch or commit that has the ledger [LZ-LEDGER-21]\n',
      code: 2,
    });
  });
});

describe('the ledger file', () => {
  it('is read as it was written', () => {
    const workspace = new Workspace();
    const ledger = Ledger.parse(file(A, GONE), 'f');
    writeLedger(workspace.path('addresses.lock.json'), ledger);
    expect(readLedger(workspace.path('addresses.lock.json')).render()).toBe(ledger.render());
  });

  it('refuses to be written into a folder that is not there', () => {
    const work = () => {
      writeLedger(new Workspace().path('none/addresses.lock.json'), Ledger.empty);
    };
    expect(work).toThrow("addresses.lock.json: the ledger can't be written, got ENOENT; make its folder writable [LZ-LEDGER-22]");
  });
});
