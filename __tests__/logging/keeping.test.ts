import type { LogBucketProps } from '../../modules/logging';
import { type Caller, evaluate, HOME, OTHER, rootUser, session } from '../iam';
import { bucketOf, type Kind, KINDS } from './kinds';
import { ADMINISTRATOR, readPolicy } from './read-policy';

const KIND_NAMES = Object.keys(KINDS) as Kind[];
const READER = 'arn:aws:iam::111111111111:role/auditor';

const DELETING = ['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:BypassGovernanceRetention', 's3:ReplicateDelete'];
/** What would shorten how long logs are kept, or let somebody else in. */
const SHORTENING = [
  's3:PutLifecycleConfiguration',
  's3:PutBucketObjectLockConfiguration',
  's3:PutBucketVersioning',
  's3:PutReplicationConfiguration',
  's3:PutBucketPolicy',
  's3:DeleteBucketPolicy',
  's3:PutBucketPublicAccessBlock',
  's3:PutBucketOwnershipControls',
  's3:PutBucketAcl',
  's3:PutBucketLogging',
  's3:PutEncryptionConfiguration',
];
const OBJECTS = ['s3:PutObjectRetention', 's3:PutObjectLegalHold', 's3:PutObjectAcl', 's3:PutObjectTagging'];

const isOfObject = (action: string): boolean =>
  /Object(Version|Retention|LegalHold|Acl|Tagging)?$|Bypass|ReplicateDelete/.test(action);

/** What each action comes to for somebody who may do everything in the own account. */
function answers(kind: Kind, caller: Caller, actions: readonly string[], props: Partial<LogBucketProps> = {}): string[] {
  const bucket = bucketOf(kind, props);
  const resource = [readPolicy(bucket)];
  return actions.map((action) => {
    const { decision, sid } = evaluate(
      { identity: [ADMINISTRATOR], resource },
      {
        principal: caller,
        action,
        resource: isOfObject(action) ? `${bucket.arn}/AWSLogs/a` : bucket.arn,
        resourceAccountId: HOME,
      },
    );
    return `${action} ${decision}${sid === undefined ? '' : ` by ${sid}`}`;
  });
}

describe.each(KIND_NAMES)('in a %s', (kind) => {
  const foreign = session('administrator', 'mallory', OTHER);
  const own = session('administrator', 'root', HOME);

  it("a source account's administrator deletes nothing, shortens nothing and reads nothing", () => {
    const actions = [...DELETING, 's3:DeleteBucket', ...SHORTENING, ...OBJECTS, 's3:GetObject', 's3:ListBucket'];
    expect(answers(kind, foreign, actions).filter((line) => !line.includes(' denied'))).toEqual([]);
  });

  it("the archive's own administrator and root user delete nothing", () => {
    const refused = [...DELETING, 's3:DeleteBucket'].map((action) => `${action} denied by KeepEverything`);
    expect(answers(kind, own, [...DELETING, 's3:DeleteBucket'])).toEqual(refused);
    expect(answers(kind, rootUser(HOME), [...DELETING, 's3:DeleteBucket'])).toEqual(refused);
  });

  it('Terraform can change everything that it made, the refusal included', () => {
    expect(answers(kind, own, SHORTENING)).toEqual(SHORTENING.map((action) => `${action} allowed by Everything`));
  });

  it('and delete it all once it is closing', () => {
    const deleting = [...DELETING, 's3:DeleteBucket'];
    expect(answers(kind, own, deleting, { closing: true })).toEqual(deleting.map((action) => `${action} allowed by Everything`));
  });
});

describe('a reader', () => {
  /** A role that has no other right: only the bucket's word counts. */
  const answer = (action: string, caller: Caller): string => {
    const bucket = bucketOf('FlowLogBucket', { readers: [READER] });
    const resource = isOfObject(action) ? `${bucket.arn}/AWSLogs/a` : bucket.arn;
    const request = { principal: caller, action, resource, resourceAccountId: HOME };
    const { decision, sid } = evaluate({ resource: [readPolicy(bucket)] }, request);
    return `${decision}${sid === undefined ? '' : ` by ${sid}`}`;
  };
  const auditor = session('auditor', 'alice', HOME);

  it('reads and lists', () => {
    expect(answer('s3:GetObject', auditor)).toBe('allowed by ReadersRead');
    expect(answer('s3:ListBucket', auditor)).toBe('allowed by ReadersList');
  });

  it('writes nothing and deletes nothing', () => {
    const actions = ['s3:PutObject', ...DELETING, ...OBJECTS, ...SHORTENING];
    expect(actions.filter((action) => answer(action, auditor).startsWith('allowed'))).toEqual([]);
  });

  it('is nobody else: another role of its account reads nothing', () => {
    expect(answer('s3:GetObject', session('developer', 'bob', HOME))).toBe('denied');
  });
});
