import { DeleteObjectCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';

import { bucketsOf, keysOf, LoggingLife, policyIn } from './logging-life';

const DAY = 24 * 60 * 60 * 1000;
const TRAIL = {
  Bucket: 'acme-trail',
  Key: 'AWSLogs/o-abcde12345/333333333333/CloudTrail/eu-west-1/2026/11/02/a.json.gz',
};
const FORBIDDEN = { $metadata: { httpStatusCode: 403 } };

let life: LoggingLife;

// One life for all of them: they follow each other as they would.
beforeAll(async () => {
  life = await LoggingLife.start();
});
afterAll(() => life.end());

test('the archive has a bucket for each kind of log', async () => {
  expect((await bucketsOf(life.archiveS3)).sort()).toEqual([
    'acme-balancers',
    'acme-config',
    'acme-copies',
    'acme-edge',
    'acme-edge-v1',
    'acme-flows',
    'acme-requests',
    'acme-sessions',
    'acme-trail',
  ]);
});

test('nothing is left to do: a second plan of both stacks is empty', async () => {
  expect(await Promise.all([life.archive.plan(), life.source.plan()])).toEqual([true, true]);
});

test("IAM's variable arrives as it is, escaped from Terraform", async () => {
  expect(await policyIn(life.archiveS3, 'acme-sessions')).toContain('arn:aws:s3:::acme-sessions/${aws:PrincipalAccount}/*');
});

test('an object of the trail is locked for 90 days, and its version is not deleted', async () => {
  const { VersionId } = await life.archiveS3.send(new PutObjectCommand({ ...TRAIL, Body: '{}' }));
  const { ObjectLockMode, ObjectLockRetainUntilDate } = await life.archiveS3.send(new HeadObjectCommand(TRAIL));
  const days = Math.round(((ObjectLockRetainUntilDate?.getTime() ?? 0) - Date.now()) / DAY);
  expect([ObjectLockMode, days]).toEqual(['GOVERNANCE', 90]);
  await expect(life.archiveS3.send(new DeleteObjectCommand({ ...TRAIL, VersionId }))).rejects.toMatchObject(FORBIDDEN);
});

test("nobody deletes an object: not the archive's own administrator, not where nothing is locked", async () => {
  const flows = { Bucket: 'acme-flows', Key: 'AWSLogs/333333333333/vpcflowlogs/eu-west-1/2026/11/02/a.log.gz' };
  await life.archiveS3.send(new PutObjectCommand({ ...flows, Body: 'flows' }));
  await expect(life.archiveS3.send(new DeleteObjectCommand(flows))).rejects.toMatchObject(FORBIDDEN);
});

test("requests to the trail are written down in the archive's own access logs", async () => {
  expect(await keysOf(life.archiveS3, 'acme-requests', 'acme-trail/')).not.toEqual([]);
});

test("a request to the other account's bucket is written down in that account", async () => {
  await life.sourceS3.send(new PutObjectCommand({ Bucket: 'shop-pages', Key: 'index.html', Body: 'Hello' }));
  expect(await keysOf(life.sourceS3, 'shop-requests', 'shop-pages/')).not.toEqual([]);
});

test('a destroy is refused, and the state is what it was', async () => {
  const before = life.archiveState;
  await expect(life.archive.destroy()).rejects.toThrow(/Instance cannot be destroyed[\s\S]*lifecycle\.prevent_destroy/);
  expect(life.archiveState).toBe(before);
});

test('after closing, what is locked is still not deleted without a bypass', async () => {
  await life.close();
  const { VersionId } = await life.archiveS3.send(new HeadObjectCommand(TRAIL));
  await expect(life.archiveS3.send(new DeleteObjectCommand({ ...TRAIL, VersionId }))).rejects.toMatchObject(FORBIDDEN);
});

test('and Terraform takes everything with it', async () => {
  const [archive, source] = await Promise.all([life.archive.destroy(), life.source.destroy()]);
  expect([archive.destroyed, source.destroyed]).toEqual([66, 16]);
  expect([...(await bucketsOf(life.archiveS3)), ...(await bucketsOf(life.sourceS3))]).toEqual([]);
});
