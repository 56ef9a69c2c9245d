import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { stateChecks } from '../../../../commands/doctor/state/state-checks';
import type { CloudState } from '../../../../modules/terraform';

const STATE = {
  id: 'state',
  title: 'state',
  level: 'not checked',
  found: 'it lies in workspaces of acme: terraform init asks for them',
};

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'cloud-state-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

async function checked(env: NodeJS.ProcessEnv, state: Partial<CloudState> = {}): Promise<unknown> {
  return stateChecks({
    backend: { kind: 'cloud', organization: 'acme', ...state },
    out: 'cdktf.out',
    synthesised: { stacks: [], unreadable: [] },
    calls: { env: { HOME: home, ...env }, timeLimitSeconds: 0.2 },
    access: 'there are no credentials',
  });
}

const found = { id: 'state-token', title: 'token for app.terraform.io', level: 'ok', found: 'there is one' };

describe('states in workspaces', () => {
  it('are opened by a token in the variable of the host, which is not told', async () => {
    const checks = await checked({ TF_TOKEN_app_terraform_io: 'x.atlasv1.hidden' });

    expect(checks).toEqual([found, STATE]);
    expect(JSON.stringify(checks)).not.toContain('hidden');
  });

  it('are opened by what terraform login kept, which is not told', async () => {
    mkdirSync(join(home, '.terraform.d'));
    writeFileSync(
      join(home, '.terraform.d', 'credentials.tfrc.json'),
      JSON.stringify({ credentials: { 'app.terraform.io': { token: 'x.atlasv1.hidden' } } }),
    );
    const checks = await checked({});

    expect(checks).toEqual([found, STATE]);
    expect(JSON.stringify(checks)).not.toContain('hidden');
  });

  it('stay closed without a token, which is a problem with its remedy', async () => {
    expect(await checked({})).toEqual([
      {
        id: 'state-token',
        title: 'token for app.terraform.io',
        level: 'problem',
        found: 'there is no token for this host',
        remedy: 'run terraform login app.terraform.io, or set TF_TOKEN_app_terraform_io or TFE_TOKEN',
      },
      STATE,
    ]);
  });

  it('are not opened by the token of another host', async () => {
    expect(await checked({ TF_TOKEN_app_terraform_io: 'x' }, { hostname: 'tfe.acme.example' })).toMatchObject([
      { title: 'token for tfe.acme.example', level: 'problem', found: 'there is no token for this host' },
      STATE,
    ]);
  });
});
