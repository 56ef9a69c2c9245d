import type { IntentFlow } from '../../../../../modules/core/intent';
import { depths } from '../../../../../policies/report/page/maps/view/depths';
import { FlowBook } from '../../../../../policies/report/page/maps/view/flow-book';
import { Lanes } from '../../../../../policies/report/page/maps/view/lanes';
import type { FlowProof } from '../../../../../policies/reachability/proof/flows/flow-proofs';

const HOME = 'prod/eu-west-1/web';

function flow(from: string, to: string, port = 'tcp/443', change: Partial<IntentFlow> = {}): IntentFlow {
  return { network: HOME, from, to, port, why: 'It is needed', clientPorts: '1024-65535', ...change };
}

function arrows(flows: readonly IntentFlow[], proofs: readonly FlowProof[] = []): string[] {
  const seen = new FlowBook({ flows }, proofs).of(HOME);
  return new Lanes(seen)
    .arrows(seen, () => [])
    .map(({ from, to, ports, verdict, families }) => {
      const told = verdict === 'not judged' ? '' : `: ${verdict}, ${families}`;
      return `${from.lane} (${from.names.join(' ')}) → ${to.lane} (${to.names.join(' ')}) ${ports.join(' ')}${told}`;
    });
}

describe('an arrow', () => {
  it('stands for all ports of one flow: tcp/80 and tcp/443 of one why', () => {
    expect(arrows([flow('internet', 'web', 'tcp/80'), flow('internet', 'web')])).toEqual([
      'internet (internet) → group web (web) tcp/80 tcp/443',
    ]);
  });

  it('stands for one why: two are two arrows', () => {
    expect(arrows([flow('internet', 'web'), flow('internet', 'web', 'tcp/80', { why: 'It redirects' })])).toHaveLength(2);
  });

  it('has the worst verdict of its families, and tells them where they differ', () => {
    const both = flow('internet', 'web');
    const proof = { flow: both, family: 'v4', pairs: 1, works: true, from: [], to: [] } as const;

    expect(arrows([both], [proof, { ...proof, family: 'v6' }])).toEqual([
      'internet (internet) → group web (web) tcp/443: proven, IPv4 and IPv6',
    ]);
    expect(arrows([both], [proof, { ...proof, family: 'v6', works: false }])).toEqual([
      'internet (internet) → group web (web) tcp/443: unknown, IPv4 proven, IPv6 unknown',
    ]);
  });

  it('ends in the same network where a flow names it with its account: prod/web/app is app', () => {
    expect(arrows([flow('web', 'prod/web/app/api')])).toEqual(['group web (web) → group app/api (app/api) tcp/443']);
  });
});

describe('peers of a kind', () => {
  const from = (names: readonly string[]): readonly IntentFlow[] => names.map((name) => flow('web', `endpoint:${name}`));

  it('have a lane each where they are three', () => {
    expect(arrows(from(['s3', 'ssm', 'kms']))).toEqual([
      'group web (web) → endpoint s3 (s3) tcp/443',
      'group web (web) → endpoint ssm (ssm) tcp/443',
      'group web (web) → endpoint kms (kms) tcp/443',
    ]);
  });

  it('share one where they are four, and an arrow where they differ by nothing else', () => {
    expect(arrows(from(['s3', 'ssm', 'kms', 'ecr']))).toEqual(['group web (web) → endpoint (ecr kms s3 ssm) tcp/443']);
  });

  it('share no arrow where their ports differ: nobody is said to have another one’s port', () => {
    const [first, ...others] = from(['s3', 'ssm', 'kms', 'ecr']);

    expect(arrows([{ ...first!, port: 'tcp/80' }, ...others])).toEqual([
      'group web (web) → endpoint (s3) tcp/80',
      'group web (web) → endpoint (ecr kms ssm) tcp/443',
    ]);
  });

  it('are named by account and network where flows of other networks end here', () => {
    const theirs = { network: 'dev/eu-west-1/shop', from: 'app', to: 'prod/web/web' };

    expect(arrows([flow('', '', 'tcp/443', theirs)])).toEqual([
      'elsewhere dev/shop/app (dev/shop/app) → group web (web) tcp/443',
    ]);
  });
});

describe('the distance of a group from outside', () => {
  it('is counted in flows, the shortest way, and circles end: web 1, app 2, data 3', () => {
    const flows = [
      flow('internet', 'web'),
      flow('web', 'app'),
      flow('app', 'data'),
      flow('data', 'web'),
      flow('app', 'internet'),
      flow('batch', 'data'),
    ];

    expect([...depths(new FlowBook({ flows }, []).of(HOME))]).toEqual([
      ['web', 1],
      ['app', 2],
      ['data', 3],
    ]);
  });
});
