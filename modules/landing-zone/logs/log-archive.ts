import { regionalArn } from '../../core/aws/arn';
import { CustomerKey, KeyUses } from '../../encryption';
import {
  AccessLogBucket,
  CloudTrailLogBucket,
  ConfigLogBucket,
  FlowLogBucket,
  LoadBalancerLogBucket,
  type LogBucketProps,
  SessionLogBucket,
  type SourceProps,
} from '../../logging';
import { Parameter } from '../../parameters';
import type { AccessLogs } from '../../storage';
import type { AccountStack } from '../../terraform';
import { archiveTerms, type BucketUse, bucketNameOf, findArchive, type LandingZoneInput, lifecycleOf } from '../configuration';
import { letGo } from '../stacks/let-go';
import type { StackBook } from '../stacks/stack-book';

/** Everything that has to say who delivers. */
function sourcesOf({ organization, accounts }: LandingZoneInput): SourceProps {
  if (organization.id !== undefined) return { sourceOrganizationId: organization.id };
  const living = Object.values(accounts).filter(({ lifecycle }) => lifecycle !== 'closed');
  return { sourceAccountIds: living.map(({ id }) => id).sort() };
}

/** The trail of the organisation, which is the management account's, whoever administers it. */
function trailArnOf({ organization: { name, managementAccount, homeRegion } }: LandingZoneInput): string {
  return regionalArn({ accountId: managementAccount, region: homeRegion }, 'cloudtrail', `trail/${name}`);
}

/** The archive's part in one Region: load balancers deliver within theirs, everything else to the home Region. */
class RegionalArchive {
  readonly #isHome: boolean;
  readonly #sources: SourceProps;
  readonly #accessLogs: AccessLogBucket;

  constructor(
    private readonly stack: AccountStack,
    private readonly input: LandingZoneInput,
    private readonly closing: boolean,
  ) {
    this.#isHome = stack.region === input.organization.homeRegion;
    this.#sources = sourcesOf(input);
    const sourceBuckets = this.#uses.map((use) => this.#nameOf(use));
    this.#accessLogs = new AccessLogBucket(stack, 'access-logs', { ...this.#plain('access'), sourceBuckets });
    new LoadBalancerLogBucket(stack, 'load-balancer-logs', { ...this.#watched('elb'), ...this.#sources });
    if (this.#isHome) this.#keepHome();
  }

  get #uses(): BucketUse[] {
    if (!this.#isHome) return ['elb'];
    return ['config', 'elb', 'flow', ...(this.#sessionWriters.length === 0 ? [] : (['sessions'] as const)), 'trail'];
  }

  get #sessionWriters(): readonly string[] {
    return this.input.logArchive?.sessionWriters ?? [];
  }

  #nameOf(use: BucketUse): string {
    return bucketNameOf(this.input, this.stack.account.name, this.stack.region, use);
  }

  /** What every bucket of the archive has. */
  #plain(use: BucketUse): LogBucketProps {
    const { logArchive = {} } = this.input;
    const { readers = [] } = logArchive;
    return { bucketName: this.#nameOf(use), lifecycle: archiveTerms(logArchive), readers, closing: this.closing };
  }

  /** A bucket whose requests are written down. */
  #watched(use: BucketUse): LogBucketProps & { readonly accessLogs: AccessLogs } {
    return { ...this.#plain(use), accessLogs: this.#accessLogs.logsOf(this.#nameOf(use)) };
  }

  #keepHome(): void {
    const { stack, input, closing } = this;
    const [trailArn, keyArn] = [trailArnOf(input), this.#key().arn];
    const { objectLock } = input.logArchive ?? {};
    const encrypted = (use: BucketUse): LogBucketProps => ({ ...this.#watched(use), keyArn });
    const locked = (use: BucketUse): LogBucketProps => ({
      ...encrypted(use),
      ...(objectLock === undefined || closing ? {} : { objectLock }),
    });
    const { id } = input.organization;
    const organization = id === undefined ? {} : { organizationId: id };
    new CloudTrailLogBucket(stack, 'trail-logs', { ...locked('trail'), trailArns: [trailArn], ...organization });
    // AWS Config delivers into no bucket with a default retention.
    new ConfigLogBucket(stack, 'config-logs', { ...encrypted('config'), ...this.#sources });
    new FlowLogBucket(stack, 'flow-logs', { ...locked('flow'), ...this.#sources });
    if (this.#sessionWriters.length === 0) return;
    new SessionLogBucket(stack, 'session-logs', { ...locked('sessions'), writers: this.#sessionWriters });
  }

  #key(): CustomerKey {
    const { stack, input, closing } = this;
    const { organization, logArchive: { readers = [] } = {} } = input;
    const { sourceAccountIds: accountIds, sourceOrganizationId: organizationId } = this.#sources;
    const sources = organizationId === undefined ? { accountIds: accountIds ?? [] } : { organizationId };
    const names = this.#uses.filter((use) => use !== 'elb').map((use) => this.#nameOf(use));
    const people = { readers, writers: this.#sessionWriters };
    const key = new CustomerKey(stack, 'log-archive', {
      alias: `alias/${organization.name}/log-archive`,
      description: 'Encrypts the logs of all accounts',
      uses: [
        KeyUses.cloudTrail({ trailArn: trailArnOf(input) }),
        KeyUses.config(sources),
        KeyUses.flowLogDelivery(sources),
        ...(readers.length + this.#sessionWriters.length === 0 ? [] : [KeyUses.buckets({ names, ...people })]),
      ],
      closing,
    });
    // Whoever sets up AWS Config has to name the key, which has its id from AWS.
    new Parameter(stack, 'log-archive-key', {
      name: `/lz/${stack.account.name}/logging/key_arn`,
      value: key.arn,
      description: 'For other stacks. Managed by Terraform.',
    });
    return key;
  }
}

/** The stack that holds what is delivered to the home Region, flow logs among it. */
export function findHomeArchive(book: StackBook, input: LandingZoneInput): AccountStack | undefined {
  const account = findArchive(input);
  return account === undefined ? undefined : book.findStack(account, input.organization.homeRegion, 'logging');
}

/** The account with baseline: archive holds the logs of all others, in a stack of each Region. */
export function defineLogArchive(book: StackBook, input: LandingZoneInput): void {
  const account = findArchive(input);
  if (account === undefined) return;
  const lifecycle = lifecycleOf(input, account);
  const { whenClosed = 'destroy' } = input.logArchive ?? {};
  const keep = whenClosed === 'keep';
  const { homeRegion, regions } = input.organization;
  for (const region of new Set([homeRegion, ...regions])) {
    const stack = book.stackOf({ account, region, layer: 'logging' }, lifecycle);
    if (lifecycle !== 'closed') new RegionalArchive(stack, input, lifecycle === 'closing' && !keep);
    else if (keep) letGo(stack, (twin) => new RegionalArchive(twin, input, false));
  }
}
