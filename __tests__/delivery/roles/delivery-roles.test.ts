import { DeliveryRoles, type DeliveryRolesProps, github, gitlab, hcp, layerRights } from '../../../modules/delivery';
import { type PolicyJson, statementsOf } from '../../iam/policy-json';
import { refusalOf } from '../../refusal';
import { documentOf, type Resources, testStack } from '../../test-stack';

const HCP = hcp({ hostname: 'app.terraform.io', organization: 'acme', project: 'landing-zone' });
const GITHUB = github({ repository: 'acme/landing-zone', branch: 'main', environment: 'production' });
const NETWORK = { 'shop-eu-west-1-network': { rights: layerRights('network') } };

function resourcesOf(props: Partial<DeliveryRolesProps> = {}): Resources {
  const stack = testStack('delivery');
  new DeliveryRoles(stack, 'delivery', { deliverer: HCP, stacks: NETWORK, ...props });
  return documentOf(stack).resource;
}

const textOf = (resources: Resources, type: string, name: string, argument: string): PolicyJson =>
  JSON.parse(String(resources[type]?.[name]?.[argument])) as PolicyJson;

describe('roles of delivery', () => {
  it('are two for each stack, with an identity provider and a boundary for what is made', () => {
    const resources = resourcesOf();

    expect(Object.entries(resources).flatMap(([type, named]) => Object.keys(named).map((name) => `${type}.${name}`))).toEqual([
      'aws_iam_openid_connect_provider.delivery',
      'aws_iam_policy.delivery_boundary',
      'aws_iam_role.plan-shop-eu-west-1-network',
      'aws_iam_role.apply-shop-eu-west-1-network',
      'aws_iam_role_policy.plan-shop-eu-west-1-network',
      'aws_iam_role_policy.apply-shop-eu-west-1-network',
    ]);
    expect(resources.aws_iam_openid_connect_provider?.delivery).toMatchObject({
      url: 'https://app.terraform.io',
      client_id_list: ['aws.workload.identity'],
    });
    expect(resources.aws_iam_policy?.delivery_boundary).toMatchObject({ name: 'delivered', path: '/plinth/' });
  });

  it.each(['plan', 'apply'])('trust the tokens of one workspace in its %s, and of nothing else', (phase) => {
    expect(textOf(resourcesOf(), 'aws_iam_role', `${phase}-shop-eu-west-1-network`, 'assume_role_policy').Statement).toEqual([
      {
        Sid: 'Deliver',
        Effect: 'Allow',
        Principal: { Federated: 'arn:aws:iam::111111111111:oidc-provider/app.terraform.io' },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: {
            'app.terraform.io:aud': 'aws.workload.identity',
            'app.terraform.io:sub': `organization:acme:project:landing-zone:workspace:shop-eu-west-1-network:run_phase:${phase}`,
          },
        },
      },
    ]);
  });

  it('ask GitLab for an audience of each phase', () => {
    const deliverer = gitlab({ project: 'acme/zone', branch: 'main', host: 'gitlab.com' });

    expect(resourcesOf({ deliverer }).aws_iam_openid_connect_provider?.delivery).toMatchObject({
      url: 'https://gitlab.com',
      client_id_list: ['plinth-plan', 'plinth-apply'],
    });
  });

  it('have no boundary where no roles are made', () => {
    expect(Object.keys(resourcesOf({ stacks: { 'shop-global-identity': { rights: layerRights('identity') } } }))).not.toContain(
      'aws_iam_policy',
    );
  });

  it('read the state in a bucket and hold its lock, and write it in an apply only', () => {
    const state = {
      bucket: 'acme-terraform-state',
      key: 'acme/shop-eu-west-1-network.tfstate',
      kmsKeyArn: 'arn:aws:kms:eu-west-1:222222222222:alias/acme/terraform-state',
    };
    const resources = resourcesOf({
      deliverer: GITHUB,
      stacks: { 'shop-eu-west-1-network': { rights: layerRights('network'), state } },
    });
    const said = (phase: string, sid: string): unknown =>
      statementsOf(textOf(resources, 'aws_iam_role_policy', `${phase}-shop-eu-west-1-network`, 'policy')).find(
        ({ Sid }) => Sid === sid,
      );

    expect(said('plan', 'State')).toMatchObject({
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::acme-terraform-state/acme/shop-eu-west-1-network.tfstate',
    });
    expect(said('apply', 'State')).toMatchObject({ Action: ['s3:GetObject', 's3:PutObject'] });
    expect(said('plan', 'StateLock')).toMatchObject({
      Action: ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'],
      Resource: 'arn:aws:s3:::acme-terraform-state/acme/shop-eu-west-1-network.tfstate.tflock',
    });
    expect(said('plan', 'StateKey')).toMatchObject({
      Resource: 'arn:aws:kms:eu-west-1:222222222222:key/*',
      Condition: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': 'alias/acme/terraform-state' } },
    });
  });

  it('refuses, all at once, a stack whose role would have too long a name, and one that is no workspace', () => {
    const long = 'a'.repeat(60);

    expect(
      refusalOf(() =>
        resourcesOf({ stacks: { [long]: { rights: layerRights('network') }, 'a b': { rights: layerRights('network') } } }),
      ),
    ).toBe(
      [
        `DeliveryRoles "shop-eu-west-1-delivery/delivery" role "plan-${long}": the name of a role has 1 to 64 letters, digits and _+=,.@-, got "plan-${long}"; write the name alone, without ARN or path, in these letters [LZ-IAM-1]`,
        `DeliveryRoles "shop-eu-west-1-delivery/delivery" role "apply-${long}": the name of a role has 1 to 64 letters, digits and _+=,.@-, got "apply-${long}"; write the name alone, without ARN or path, in these letters [LZ-IAM-1]`,
        'DeliveryRoles "shop-eu-west-1-delivery/delivery" role "plan-a b": the name of a role has 1 to 64 letters, digits and _+=,.@-, got "plan-a b"; write the name alone, without ARN or path, in these letters [LZ-IAM-1]',
        'DeliveryRoles "shop-eu-west-1-delivery/delivery" role "apply-a b": the name of a role has 1 to 64 letters, digits and _+=,.@-, got "apply-a b"; write the name alone, without ARN or path, in these letters [LZ-IAM-1]',
      ].join('\n'),
    );
  });
});
