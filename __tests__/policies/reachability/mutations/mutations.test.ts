import type { Finding } from '../../../../policies';
import { opened } from './opened';
import { Reference } from './reference';
import { stopped } from './stopped';

/** What a finding is about, on one line. */
function subjectOf({ verdict, rule, stack, address = '', stated, problem }: Finding): string {
  const [account = ''] = stack.split('-');
  if (rule === 'reachability/undeclared') return `${verdict} ${rule} ${problem}`;
  return `${verdict} ${rule} ${stated ?? `${account}:${address}`}`;
}

describe('a change of the reference network by hand raises what it must and nothing else:', () => {
  const reference = new Reference();
  afterAll(() => {
    reference.clear();
  });

  test.each([...stopped, ...opened].map((mutation) => [mutation.name, mutation] as const))('%s', (_, { mutate, findings }) => {
    expect(reference.findingsAfter(mutate).map(subjectOf)).toEqual(findings);
  });
});
