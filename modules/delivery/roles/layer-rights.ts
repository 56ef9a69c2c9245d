import type { Layer } from '../../terraform';

/** What Terraform does in the stacks of one layer. */
export interface LayerRights {
  /** Reads of settings, as action patterns: what a refresh asks for. */
  readonly read: readonly string[];
  /** Changes. */
  readonly manage: readonly string[];
  /** The roles that are made there. Left out: none. */
  readonly roles?: ServiceRoles;
}

/** Roles by which services work, as a layer makes them. */
export interface ServiceRoles {
  /** What their names look like. */
  readonly named: string;
  /** The services that they are for, and that they may be passed to. */
  readonly passedTo: readonly string[];
  /** The most that they may do, whatever is granted to them. */
  readonly atMost: readonly string[];
}

const KEYS_READ = ['kms:Describe*', 'kms:GetKey*', 'kms:List*'];
/** Settings of keys; nothing is encrypted or decrypted. */
const KEYS = [
  'kms:CancelKeyDeletion',
  'kms:CreateAlias',
  'kms:CreateKey',
  'kms:DeleteAlias',
  'kms:DisableKey*',
  'kms:EnableKey*',
  'kms:PutKeyPolicy',
  'kms:ReplicateKey',
  'kms:ScheduleKeyDeletion',
  'kms:TagResource',
  'kms:UntagResource',
  'kms:UpdateAlias',
  'kms:UpdateKeyDescription',
  'kms:UpdatePrimaryRegion',
];

const BUCKETS_READ = [
  's3:GetAccelerateConfiguration',
  's3:GetBucket*',
  's3:GetEncryptionConfiguration',
  's3:GetLifecycleConfiguration',
  's3:GetReplicationConfiguration',
  's3:ListBucket',
  's3:ListTagsForResource',
];
/** Settings of buckets. No object is written, read or deleted: emptying a bucket is no pipeline's business. */
const BUCKETS = [
  's3:CreateBucket',
  's3:DeleteBucket',
  's3:DeleteBucketPolicy',
  's3:PutBucket*',
  's3:PutEncryptionConfiguration',
  's3:PutLifecycleConfiguration',
  's3:PutReplicationConfiguration',
  's3:TagResource',
  's3:UntagResource',
];

const IDENTITY_READ = ['iam:Get*', 'iam:List*'];

const STORES: LayerRights = {
  read: [...BUCKETS_READ, ...KEYS_READ],
  manage: [...BUCKETS, ...KEYS],
};

/**
 * The parts of a network, as EC2 names them in its actions: nothing in them starts, stops or enters an instance.
 * @source Service Authorization Reference, "Actions, resources, and condition keys for Amazon EC2"
 */
const NETWORK_PARTS = [
  '*Address*',
  '*DhcpOptions',
  '*FlowLogs',
  '*InternetGateway*',
  '*ManagedPrefixList*',
  '*NatGateway*',
  '*NetworkAcl*',
  '*Route*',
  '*SecurityGroup*',
  '*Subnet*',
  '*Vpc*',
];

const LOG_GROUPS = [
  'logs:AssociateKmsKey',
  'logs:CreateLogDelivery',
  'logs:CreateLogGroup',
  'logs:DeleteLogDelivery',
  'logs:DeleteLogGroup',
  'logs:DeleteRetentionPolicy',
  'logs:DisassociateKmsKey',
  'logs:PutRetentionPolicy',
  'logs:TagResource',
  'logs:UntagResource',
  'logs:UpdateLogDelivery',
];

const NETWORK: LayerRights = {
  read: [
    'ec2:Describe*',
    'ec2:GetManagedPrefixList*',
    'logs:Describe*',
    'logs:GetLogDelivery',
    'logs:List*',
    'ssm:DescribeParameters',
    'ssm:GetParameter',
    'ssm:GetParameters',
    'ssm:ListTagsForResource',
    ...KEYS_READ,
    ...IDENTITY_READ,
  ],
  manage: [
    ...NETWORK_PARTS.map((part) => `ec2:${part}`),
    'ec2:CreateTags',
    'ec2:DeleteTags',
    'ssm:AddTagsToResource',
    'ssm:DeleteParameter*',
    'ssm:PutParameter',
    'ssm:RemoveTagsFromResource',
    ...LOG_GROUPS,
    ...KEYS,
  ],
  // @source VPC user guide, "IAM role for publishing flow logs to CloudWatch Logs"
  roles: {
    named: '*-flow-logs-*',
    passedTo: ['vpc-flow-logs.amazonaws.com'],
    atMost: ['logs:CreateLogStream', 'logs:DescribeLogGroups', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
  },
};

/** Groups, their policies and members. No user is made, and nobody gets a credential. */
const IDENTITY: LayerRights = {
  read: IDENTITY_READ,
  manage: [
    'iam:AddUserToGroup',
    'iam:AttachGroupPolicy',
    'iam:CreateGroup',
    'iam:CreatePolicy*',
    'iam:DeleteGroup',
    'iam:DeletePolicy*',
    'iam:DetachGroupPolicy',
    'iam:RemoveUserFromGroup',
    'iam:SetDefaultPolicyVersion',
    'iam:TagPolicy',
    'iam:UntagPolicy',
    'iam:UpdateGroup',
  ],
};

/** The layers that a pipeline delivers, as far as there are stacks of them. */
const RIGHTS: Partial<Readonly<Record<Layer, LayerRights>>> = {
  identity: IDENTITY,
  logging: STORES,
  network: NETWORK,
  organization: STORES,
};

/** @throws Error of a layer that no pipeline delivers: a defect of the composition */
export function layerRights(layer: Layer): LayerRights {
  const rights = RIGHTS[layer];
  if (rights === undefined) throw new Error(`nobody has said what a pipeline may do in the layer ${layer}`);
  return rights;
}
