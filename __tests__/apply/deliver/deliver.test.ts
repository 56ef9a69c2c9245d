import { IAMClient, TagRoleCommand } from '@aws-sdk/client-iam';

import { diff } from '../../commands/diff/listener';
import { type Delivery, DeliveredZone, MAIN, PRODUCTION } from './delivered-zone';

const STACKS = ['hub-eu-west-1-network', 'management-global-identity', 'shop-eu-west-1-network'];
const PULL_REQUEST = 'repo:acme/zone:pull_request';

let zone: DeliveredZone;
beforeAll(async () => {
  zone = await DeliveredZone.open();
}, 600_000);
afterAll(() => zone.close());

const resultsOf = ({ code, document }: Delivery): unknown => [
  code,
  ...document.stacks.map(({ result }) => result),
  document.problems?.map(({ problem }) => problem),
];

// One life, in its order: each step stands on those before it.
describe('a zone of two peered accounts, delivered by roles whose policies are enforced', () => {
  test('is planned in a pull request, as far as stacks need no other one first', async () => {
    const { code, document } = await zone.deliver(PULL_REQUEST, 'plan');
    expect([code, document.stacks.map(({ stack }) => stack)]).toEqual([0, STACKS]);
    expect(document.stacks.map(({ result }) => result)).toEqual(['planned', 'planned', 'waiting']);
    expect(document.leftOut).toEqual(['hub-global-delivery', 'management-global-delivery', 'shop-global-delivery']);
  });

  test('leaves plans that plinth diff reads', async () => {
    expect((await diff([zone.plans])).out).toContain(' added: ');
  });

  test('is not applied by a pull request, which no role that applies trusts', async () => {
    const { code, document } = await zone.deliver(PULL_REQUEST, 'apply', 'management-global-identity');

    expect(code).toBe(3);
    expect(document.problems?.[0]?.problem).toMatch(/AssumeRoleWithWebIdentity, https response error\s+StatusCode: 403/);
  });

  test('is not applied by a role that plans, which may change nothing', async () => {
    const { code, document } = await zone.whereRolesAre('apply-', 'plan-', () =>
      zone.deliver(PULL_REQUEST, 'apply', 'management-global-identity'),
    );

    expect(code).toBe(3);
    expect(document.problems?.[0]?.problem).toMatch(/terraform apply failed[^]*StatusCode: 403/);
  });

  test('is applied by the roles that apply', async () => {
    expect(resultsOf(await zone.deliver(PRODUCTION, 'apply'))).toEqual([0, 'applied', 'applied', 'applied', undefined]);
  });

  test('is planned empty afterwards, and nothing in it has drifted', async () => {
    const nothing = [0, 'unchanged', 'unchanged', 'unchanged', undefined];

    expect(resultsOf(await zone.deliver(MAIN, 'plan', 'shop-eu-west-1-network'))).toEqual([0, 'unchanged', undefined]);
    expect(resultsOf(await zone.deliver(MAIN, 'drift'))).toEqual(nothing);
  });

  test('has drifted after a tag was changed by hand', async () => {
    const RoleName = 'web-flow-logs-eu-west-1';
    const tag = new TagRoleCommand({ RoleName, Tags: [{ Key: 'owner', Value: 'me' }] });
    await zone.byHand((shop) => new IAMClient(shop).send(tag));
    const { code, document } = await zone.deliver(MAIN, 'drift', 'shop-eu-west-1-network');

    expect([code, document.stacks]).toEqual([
      1,
      [
        {
          stack: 'shop-eu-west-1-network',
          result: 'drifted',
          drift: [{ address: 'aws_iam_role.web_flow-log_cloudwatch', what: 'changed', arguments: ['tags', 'tags_all'] }],
        },
      ],
    ]);
  });
});
