import { buckets, logs } from './buckets-and-logs';
import { Estate } from './estate';
import { identities, machines, secrets } from './identity-and-machines';
import { keys, policies } from './policies-and-keys';

describe('a change of the reference organisation by hand brings up what it must and nothing else:', () => {
  const estate = new Estate();
  afterAll(() => {
    estate.clear();
  });

  const all = [...policies, ...keys, ...buckets, ...logs, ...identities, ...machines, ...secrets];
  test.each(all.map((mutation) => [mutation.name, mutation] as const))('%s', (_, { mutate, findings }) => {
    // Their order is another test's.
    expect([...estate.findingsOf(mutate)].sort()).toEqual([...findings].sort());
  });
});
