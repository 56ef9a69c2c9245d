import { fillIn, partsOf, textOf, type TextPart } from '../../../arns';
import type { Policy, PolicyText } from '../../../policy/policy';
import { Reference, Unknown } from '../../../term';
import type { ResourceFact } from '../../../universe';

/** How AWS calls the role that it makes of a permission set in an account. */
export interface ReservedRole {
  readonly path: PolicyText;
  readonly arn: PolicyText;
  /** The ARNs of its sessions, up to the names of these. */
  readonly sessions: PolicyText;
}

const PATH = '/aws-reserved/sso.amazonaws.com/';
/** The Region that AWS leaves out. */
const UNNAMED_REGION = 'us-east-1';
const PROVIDER = new Unknown('what IAM Identity Center calls its provider in the account');
const AUDIENCE = new Unknown("the address of the partition's sign-in");

/** What only AWS tells of a role: the same wherever the role is meant, and no part of another. */
function holeOf(by: ResourceFact, attribute: string): Reference {
  return new Reference([{ key: by.key, attribute: `role.${attribute}` }]);
}

/** A name as far as it is told. What may be anything would keep a role from being known again by its ARN. */
function toldOf(by: ResourceFact, name: PolicyText): readonly TextPart[] {
  return partsOf(name).map((part, at) => {
    const isOpen = part instanceof Unknown || (part instanceof Reference && part.targets.length > 1);
    return isOpen ? holeOf(by, `part${String(at)}.name`) : part;
  });
}

/**
 * @param by an assignment, which is made in the Region of IAM Identity Center
 * @param name of the permission set
 * @source IAM Identity Center user guide, "Referencing permission sets in resource policies, Amazon EKS Cluster config maps, and
 * AWS KMS key policies": `…:role/aws-reserved/sso.amazonaws.com/aws-region/AWSReservedSSO_permission-set-name_unique-suffix`;
 * "hosted in us-east-1, there is no aws-region in the ARN"
 */
export function reservedRoleOf(by: ResourceFact, name: PolicyText, accountId: string | undefined): ReservedRole {
  const { region } = by;
  const below = region === undefined ? holeOf(by, 'region') : region === UNNAMED_REGION ? '' : `${region}/`;
  const path = textOf([PATH, below]);
  const called = ['AWSReservedSSO_', ...toldOf(by, name), '_', holeOf(by, 'unique_id')];
  const partition = partsOf(fillIn('{partition}', by));
  const account = accountId ?? holeOf(by, 'account_id');
  return {
    path,
    arn: textOf(['arn:', ...partition, ':iam::', account, ':role', ...partsOf(path), ...called]),
    sessions: textOf(['arn:', ...partition, ':sts::', account, ':assumed-role/', ...called, '/']),
  };
}

/** Nobody is trusted but Identity Center's own provider: people come by its portal, and nobody by a policy of theirs. */
export function reservedTrustOf(by: ResourceFact, accountId: string | undefined): Policy {
  const arn = ['arn:', ...partsOf(fillIn('{partition}', by)), ':iam::', accountId ?? holeOf(by, 'account_id')];
  const provider = textOf([...arn, ':saml-provider/AWSSSO_', PROVIDER, '_DO_NOT_DELETE']);
  const statement = {
    index: 0,
    effect: 'Allow',
    principals: { except: false, items: [{ kind: 'Federated', text: provider }] },
    actions: { except: false, items: ['sts:AssumeRoleWithSAML', 'sts:TagSession'] },
    conditions: [{ operator: 'StringEquals', key: 'SAML:aud', values: [textOf([AUDIENCE])] }],
  } as const;
  return { version: '2012-10-17', statements: [statement], faults: [] };
}
