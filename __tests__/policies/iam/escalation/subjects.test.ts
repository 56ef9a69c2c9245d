import { ESCALATION_KINDS } from '../../../../policies/iam/escalation/kinds';
import { serviceData } from '../../../../policies/iam/services/service-data';
import { ACCOUNT } from '../inquiry/organization';
import { adminOf, may, ofAnn } from './world';

const PASS = may('iam:PassRole');
const PROFILE = { aws_iam_instance_profile: { admin: { name: 'box', role: 'admin' } } };

describe('instances are started by whoever may it on everything that AWS asks for', () => {
  const types = ['image', 'instance', 'network-interface', 'security-group', 'subnet'];
  const arns = types.map((type) => `arn:aws:ec2:*:*:${type}/*`);
  const found = (resources: readonly string[]): readonly string[] =>
    ofAnn([PASS, may('ec2:RunInstances', resources)], { ...adminOf('ec2'), ...PROFILE });
  const STARTS = 'starts an instance with dev:aws_iam_role.admin (iam:PassRole, ec2:RunInstances)';

  it('surely, where it is allowed on all of these, also as an image without an account is written', () => {
    const [image = '', ...others] = arns;
    expect([found(arns), found([image.replace('*:*', '*:'), ...others])]).toEqual([[STARTS], [STARTS]]);
  });

  it.each(types)('no more than perhaps without %s', (type) => {
    expect(found(arns.filter((arn) => !arn.includes(`:${type}/`)))).toEqual([`perhaps ${STARTS}`]);
  });

  it('perhaps, where only one subnet is allowed, and not where none is', () => {
    const others = arns.slice(0, -1);
    const subnet = { Effect: 'Deny', Action: '*', Resource: 'arn:aws:ec2:*:*:subnet/*' };
    const world = { ...adminOf('ec2'), ...PROFILE };
    expect([
      found([...others, 'arn:aws:ec2:eu-west-1:*:subnet/subnet-1']),
      ofAnn([PASS, may('ec2:RunInstances'), subnet], world),
    ]).toEqual([[`perhaps ${STARTS}`], []]);
  });
});

it('a spot instance is perhaps requested by whoever may it on everything that AWS asks for', () => {
  const types = ['image', 'network-interface', 'security-group', 'spot-instances-request', 'subnet'];
  const arns = types.map((type) => `arn:aws:ec2:*:*:${type}/*`);
  expect(ofAnn([PASS, may('ec2:RequestSpotInstances', arns)], adminOf('ec2'))).toEqual([
    'perhaps starts a spot instance with dev:aws_iam_role.admin (iam:PassRole, ec2:RequestSpotInstances)',
  ]);
});

describe('commands are run by whoever may it on the instance and with a document', () => {
  const instance = {
    aws_instance: { box: { ami: 'ami-1', iam_instance_profile: 'box', arn: `arn:aws:ec2:eu-west-1:${ACCOUNT}:instance/i-1` } },
  };
  const found = (documents: readonly string[]): readonly string[] =>
    ofAnn([may('ssm:SendCommand', ['arn:aws:ec2:*:*:instance/*', ...documents])], {
      ...adminOf('ec2'),
      ...PROFILE,
      ...instance,
    });
  const RUNS = 'runs commands on an instance that has dev:aws_iam_role.admin, dev:aws_instance.box, (ssm:SendCommand)';

  it.each<[string, readonly string[], readonly string[]]>([
    ['on the instance alone not', [], []],
    ['with any document surely', ['arn:aws:ssm:*:*:document/*'], [RUNS]],
    ["with one of AWS's own perhaps", ['arn:aws:ssm:*::document/AWS-RunShellScript'], [`perhaps ${RUNS}`]],
    ['with those of the account perhaps', [`arn:aws:ssm:*:${ACCOUNT}:document/*`], [`perhaps ${RUNS}`]],
  ])('%s', (_how, documents, wanted) => {
    expect(found(documents)).toEqual(wanted);
  });

  it.each<[string, readonly string[], string]>([
    ['surely with an association and a document', ['association', 'document'], ''],
    ['perhaps with a document alone', ['document'], 'perhaps '],
    ['perhaps with an association alone', ['association'], 'perhaps '],
  ])('by State Manager, too, %s', (_how, types, certainty) => {
    const arns = ['arn:aws:ec2:*:*:instance/*', ...types.map((type) => `arn:aws:ssm:*:*:${type}/*`)];
    const HAS = 'has State Manager run commands on an instance that has dev:aws_iam_role.admin, dev:aws_instance.box,';
    const ways = ofAnn([may('ssm:CreateAssociation', arns)], { ...adminOf('ec2'), ...PROFILE, ...instance });
    expect(ways).toEqual([`${certainty}${HAS} (ssm:CreateAssociation)`]);
  });
});

describe('an automation is run', () => {
  const found = (resources: readonly string[]): readonly string[] =>
    ofAnn([PASS, may('ssm:StartAutomationExecution', resources)], adminOf('ssm'));
  const RUNS = 'runs an automation with dev:aws_iam_role.admin (iam:PassRole, ssm:StartAutomationExecution)';

  it.each<[string, readonly string[], readonly string[]]>([
    ['surely, where it may be any', ['arn:aws:ssm:*:*:*'], [RUNS]],
    ['perhaps, by its definition', ['arn:aws:ssm:*:*:automation-definition/*:*'], [`perhaps ${RUNS}`]],
    [
      'perhaps, by its document and execution',
      ['arn:aws:ssm:*::document/AWS-*', 'arn:aws:ssm:*:*:automation-execution/*'],
      [`perhaps ${RUNS}`],
    ],
    ['not by a parameter of another service', ['arn:aws:s3:::*'], []],
  ])('%s', (_how, resources, wanted) => {
    expect(found(resources)).toEqual(wanted);
  });
});

describe('a function is made in the own account, in a Region and by a name that one chooses', () => {
  const found = (resource: string): readonly string[] => ofAnn([PASS, may('lambda:*', resource)], adminOf('lambda'));
  const MAKES =
    'makes and calls a function with dev:aws_iam_role.admin (iam:PassRole, lambda:CreateFunction, lambda:InvokeFunction)';

  it.each<[string, string, readonly string[]]>([
    ['surely, where all of the account are allowed', `arn:aws:lambda:*:${ACCOUNT}:function:*`, [MAKES]],
    ['perhaps, where those of one Region are', `arn:aws:lambda:eu-west-1:${ACCOUNT}:function:*`, [`perhaps ${MAKES}`]],
    ['perhaps, where those of some names are', `arn:aws:lambda:*:${ACCOUNT}:function:web-*`, [`perhaps ${MAKES}`]],
  ])('%s', (_how, resource, wanted) => {
    expect(found(resource)).toEqual(wanted);
  });
});

it('every call is one of AWS’s, and asks for each type of resource that the service authorization reference requires', () => {
  const left = ESCALATION_KINDS.flatMap(({ steps }) => steps).flatMap(({ action, on, as }) => {
    const [service = '', verb] = action.split(':');
    const known = Object.values(serviceData(`actions/${service}.json`)).find(({ name }) => name === verb);
    if (known === undefined) return [action];
    const required = known.resourceTypes.flatMap(({ name, ...more }) =>
      'required' in more && more.required === true ? [name] : [],
    );
    const isWide = as?.some((each) => each.startsWith('arn:')) === true;
    if (on !== 'new' || isWide) return [];
    const asked = as ?? required.slice(0, 1);
    return required.filter((type) => !asked.includes(type)).map((type) => `${action} ${type}`);
  });
  expect(left).toEqual([]);
});
