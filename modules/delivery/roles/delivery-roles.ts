import { IamOpenidConnectProvider } from '@cdktf/provider-aws/lib/iam-openid-connect-provider';
import { IamPolicy } from '@cdktf/provider-aws/lib/iam-policy';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { Construct } from 'constructs';

import { iamArn, type Place } from '../../core/aws/arn';
import { checkIamName } from '../../core/aws/iam-name';
import { ProblemList } from '../../core/input-error';
import { renderPolicy } from '../../core/policy/render-policy';
import { resourceName } from '../../core/resource-name';
import { define, placeOf, type PlaceProps, subjectOf } from '../../terraform';
import { type Deliverer, type Phase, PHASES } from '../trust/deliverer';
import { BOUNDARY_NAME, boundaryStatements, DELIVERY_PATH } from './boundary';
import type { LayerRights } from './layer-rights';
import { roleStatementsOf, type StateObject } from './role-statements';

/** One stack that writes to the account. */
export interface DeliveredStack {
  readonly rights: LayerRights;
  /** Left out: the state comes by other ways. */
  readonly state?: StateObject;
}

/** Who delivers what to an account. */
export interface DeliveryRolesProps extends PlaceProps {
  readonly deliverer: Deliverer;
  /** By the stack's name. */
  readonly stacks: Readonly<Record<string, DeliveredStack>>;
}

/** The name of a stack's role for a phase. */
export function roleName(stack: string, phase: Phase): string {
  return `${phase}-${stack}`;
}

/** The ARN of a stack's role for a phase, which is known before it is there. */
export function roleArn(place: Place, stack: string, phase: Phase): string {
  return iamArn(place, `role${DELIVERY_PATH}${roleName(stack, phase)}`);
}

/** Texts of one role, rendered. */
interface RolePlan {
  readonly name: string;
  readonly trust: string;
  readonly rights: string;
}

/**
 * How whoever delivers gets into an account: an identity provider, and for each stack a role that plans and one that
 * applies, trusted for exactly the tokens of that stack's runs. There is no key that could leak.
 */
export class DeliveryRoles extends Construct {
  readonly provider: IamOpenidConnectProvider;

  /** @throws InputError LZ-DELIVERY-1, LZ-DELIVERY-2, LZ-IAM-1, LZ-POLICY-1, LZ-STACK-6 */
  constructor(scope: Construct, id: string, props: DeliveryRolesProps) {
    super(scope, id);
    const subject = subjectOf(scope, id, 'DeliveryRoles');
    const place = placeOf(scope, subject, props);
    const { deliverer } = props;
    const plans = planRoles(subject, place, props);
    this.provider = define(this, IamOpenidConnectProvider, resourceName(id), {
      url: `https://${deliverer.issuer}`,
      clientIdList: [...new Set(PHASES.map(deliverer.audience))],
    });
    this.#bound(id, props.stacks);
    for (const { name, trust, rights } of plans) {
      const role = define(this, IamRole, resourceName(name), {
        name,
        path: DELIVERY_PATH,
        assumeRolePolicy: trust,
        // The provider is named by an ARN that is known before, so nothing else makes Terraform wait for it.
        dependsOn: [this.provider],
      });
      define(this, IamRolePolicy, resourceName(name), { role: role.name, name: 'deliver', policy: rights });
    }
  }

  /** The boundary of all roles that are made here by a pipeline, if any are. */
  #bound(id: string, stacks: DeliveryRolesProps['stacks']): void {
    const actions = Object.values(stacks).flatMap(({ rights: { roles } }) => roles?.atMost ?? []);
    if (actions.length === 0) return;
    define(this, IamPolicy, resourceName(id, 'boundary'), {
      name: BOUNDARY_NAME,
      path: DELIVERY_PATH,
      description: 'The most that a role made by a pipeline can have.',
      policy: renderPolicy('managed', boundaryStatements(actions)),
    });
  }
}

function planRoles(subject: string, place: Place, { deliverer, stacks }: DeliveryRolesProps): readonly RolePlan[] {
  const problems = new ProblemList();
  const plans = Object.entries(stacks).flatMap(([stack, delivered]) =>
    PHASES.flatMap((phase): readonly RolePlan[] => {
      const name = roleName(stack, phase);
      const plan = problems.attempt(`${subject} role "${name}"`, () => {
        checkIamName('role', name);
        return {
          name,
          trust: trustPolicy(place, deliverer, stack, phase),
          rights: renderPolicy('role', roleStatementsOf({ place, ...delivered }, phase)),
        };
      });
      return plan === undefined ? [] : [plan];
    }),
  );
  problems.throwIfAny();
  return plans;
}

function trustPolicy(place: Place, { issuer, audience, subjects }: Deliverer, stack: string, phase: Phase): string {
  return renderPolicy('trust', [
    {
      Sid: 'Deliver',
      Effect: 'Allow',
      Principal: { Federated: iamArn(place, `oidc-provider/${issuer}`) },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: { StringEquals: { [`${issuer}:aud`]: audience(phase), [`${issuer}:sub`]: subjects(stack, phase) } },
    },
  ]);
}
