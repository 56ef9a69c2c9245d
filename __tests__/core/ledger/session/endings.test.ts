import { assertUnchanged, Ledger } from '../../../../modules/core/ledger';
import { after, lines, NET, open, refusal, tier } from './asking';

const STEPS =
  'write lifecycle: closing and apply, which drops the protections, then lifecycle: closed and apply, which destroys what is left, then remove the entry';
type Stage = 'living' | 'closing' | 'closed';

/** The ledger after accounts and their one VPC went through these stages. */
function through(...stages: Stage[]): Ledger {
  return stages.reduce(
    (ledger, lifecycle) =>
      after(ledger, (session) => {
        session.account('dev', '333333333333', lifecycle);
        session.subnets(`${NET}/app`, tier('a', session.vpc(NET, { size: 20, lifecycle })));
      }),
    Ledger.empty,
  );
}

describe('the end of accounts and networks', () => {
  it('is closing, then closed, then gone, when everything below becomes a tombstone', () => {
    const closed = through('living', 'closing', 'closed');
    expect(lines(closed).filter((line) => line.includes('closed'))).toEqual([
      'account dev: 333333333333 closed #1',
      `vpc ${NET}: 10.0.0.0/20 closed #1`,
    ]);
    expect(lines(after(closed, () => undefined))).toEqual([
      'account dev: 333333333333 freed #1',
      `subnet ${NET}/app/a: 10.0.0.0/25 freed #1`,
      `tier ${NET}/app/1: 10.0.0.0/23 freed #1`,
      `vpc ${NET}: 10.0.0.0/20 freed #1`,
    ]);
  });

  it('refuses the removal of a living account, said once for all its networks', () => {
    expect(refusal(() => open(through('living')).finish())).toBe(
      `account dev: it is living in the ledger but gone from the configuration, which would leave its resources behind; write it back; to end it, ${STEPS} [LZ-LEDGER-15]`,
    );
  });

  it('refuses the removal of a living network whose account stays', () => {
    const session = open(through('living'));
    session.account('dev', '333333333333', 'living');
    expect(refusal(() => session.finish())).toBe(
      `vpc dev/eu-west-1/shop: it is living in the ledger but gone from the configuration, which would leave its resources behind; write it back; to end it, ${STEPS} [LZ-LEDGER-15]`,
    );
  });

  it('refuses the removal of one that is still closing', () => {
    expect(refusal(() => open(through('living', 'closing')).finish())).toBe(
      'account dev: it is closing in the ledger but gone from the configuration, which would leave its resources behind; write it back; to end it, write lifecycle: closed and apply, which destroys what is left, then remove the entry [LZ-LEDGER-15]',
    );
  });

  it('refuses closed straight after living, or for what the ledger has never had', () => {
    expect(refusal(() => open(through('living')).vpc(NET, { size: 20, lifecycle: 'closed' }))).toBe(
      `vpc dev/eu-west-1/shop: it can't be closed before it was closing, and it is still living in the ledger, got lifecycle: closed; ${STEPS} [LZ-LEDGER-14]`,
    );
    expect(
      refusal(() => {
        open().account('dev', '333333333333', 'closed');
      }),
    ).toBe(
      `account dev: it can't be closed before it was closing, and the ledger has never had it, got lifecycle: closed; ${STEPS} [LZ-LEDGER-14]`,
    );
  });

  it('lets closing and closed go back to living', () => {
    expect(through('living', 'closing', 'living').render()).toBe(through('living').render());
    expect(through('living', 'closing', 'closed', 'living').render()).toBe(through('living').render());
  });

  it('gives a network that comes back after its end the addresses that it had', () => {
    const gone = after(through('living', 'closing', 'closed'), () => undefined);
    const back = after(gone, (session) => {
      session.vpc('dev/eu-west-1/new', { size: 20 });
      session.account('dev', '333333333333', 'living');
      session.subnets(`${NET}/app`, tier('a', session.vpc(NET, { size: 20 })));
    });
    expect(lines(back).at(-1)).toBe(`vpc ${NET}: 10.0.0.0/20 #1`);
    expect(lines(back)).toContain('vpc dev/eu-west-1/new: 10.0.16.0/20 #2');
  });

  it('refuses another id for a living account and takes it once the account has ended', () => {
    const session = open(through('living'));
    expect(
      refusal(() => {
        session.account('dev', '444444444444', 'living');
      }),
    ).toBe(
      'account dev: the ledger has it as 333333333333, and resources can\'t move between accounts, got "444444444444"; give the other account a name of its own, and end this one by lifecycle: closing, then closed [LZ-LEDGER-16]',
    );
    const ended = after(through('living', 'closing', 'closed'), () => undefined);
    expect(
      lines(
        after(ended, (later) => {
          later.account('dev', '444444444444', 'living');
        }),
      )[0],
    ).toBe('account dev: 444444444444 living #2');
  });
});

describe('a frozen ledger', () => {
  it('accepts a session that changes nothing', () => {
    const ledger = through('living');
    const session = open(ledger);
    session.account('dev', '333333333333', 'living');
    session.subnets(`${NET}/app`, tier('a', session.vpc(NET, { size: 20 })));
    const { changes } = session.finish();
    expect(changes).toEqual([]);
    expect(
      refusal(() => {
        assertUnchanged(changes);
      }),
    ).toBe('accepted');
  });

  it('lists what would change', () => {
    const session = open(through('living'));
    session.account('dev', '333333333333', 'living');
    session.vpc(NET, { size: 20, lifecycle: 'closing' });
    session.range(`${NET}/pods`, { size: 18 });
    expect(
      refusal(() => {
        assertUnchanged(session.finish().changes);
      }),
    ).toBe(
      "addresses.lock.json: the ledger is frozen and would change, got added range dev/eu-west-1/shop/pods (10.0.64.0/18), freed subnet dev/eu-west-1/shop/app/a (10.0.0.0/25 freed), freed tier dev/eu-west-1/shop/app/1 (10.0.0.0/23 freed), lifecycle vpc dev/eu-west-1/shop (10.0.0.0/20 closing); run synth without --frozen and CI, look at the ledger's difference and commit it [LZ-LEDGER-18]",
    );
  });

  it('shows ten of twelve changes', () => {
    const session = open();
    for (let i = 0; i < 12; i++) session.aclNumber(`${NET}/app`, 'in', `anywhere tcp/${String(i)}`);
    expect(
      refusal(() => {
        assertUnchanged(session.finish().changes);
      }),
    ).toContain('tcp/7 (1070), 2 more; run synth');
  });
});
