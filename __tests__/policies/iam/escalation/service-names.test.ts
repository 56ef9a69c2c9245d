import { escalationText } from '../../../../policies/iam/escalation/escalation-text';
import { escalationsOf } from '../../../../policies/iam/escalation/escalations';
import { Inquiry } from '../../../../policies/iam/inquiry/inquiry';
import { policyOf, universeOf } from '../inquiry/organization';
import { may, type StatementJson, trusting } from './world';

/** What ann comes to, who may hand this role over by these statements, in some Region. */
function found(service: string, statements: readonly StatementJson[], region?: string): readonly string[] {
  const resources = {
    aws_iam_user: { ann: { name: 'ann' } },
    aws_iam_user_policy: { ann: { user: 'ann', name: 'a', policy: policyOf(...statements) } },
    aws_iam_role: { admin: { name: 'admin', assume_role_policy: trusting({ Service: service }) } },
    aws_iam_role_policy: { admin: { role: 'admin', name: 'all', policy: policyOf(may('*')) } },
    aws_iam_instance_profile: { box: { name: 'box', role: 'admin' } },
  };
  return escalationsOf(Inquiry.of(universeOf(resources, [], region))).map(escalationText);
}

const PASS = may('iam:PassRole', 'arn:*:iam::*:role/admin');
/** The role may be handed to this service alone, as the caller's request tells it. */
const to = (service: string): StatementJson => ({
  ...PASS,
  Condition: { StringEquals: { 'iam:PassedToService': service } },
});

describe('a role that trusts Step Functions', () => {
  const CALLS = ['states:CreateStateMachine', 'states:StartExecution'];
  const RUNS = `runs a state machine with dev:aws_iam_role.admin (iam:PassRole, ${CALLS.join(', ')})`;

  it.each([
    ['states.amazonaws.com', [RUNS]],
    ['states.eu-west-1.amazonaws.com', [`perhaps ${RUNS}`]],
    ['states-of.eu-west-1.amazonaws.com', []],
    ['lambda.amazonaws.com', []],
  ])('is handed to it, by the name %s', (service, wanted) => {
    expect(found(service, [PASS, may(CALLS)])).toEqual(wanted);
  });
});

describe('a role that trusts instances', () => {
  const STARTS = 'starts an instance with dev:aws_iam_role.admin (iam:PassRole, ec2:RunInstances)';
  const ofInstances = (service: string, statement: StatementJson, region?: string): readonly string[] =>
    found(service, [statement, may('ec2:RunInstances')], region);

  it('has them by another name in China', () => {
    expect(ofInstances('ec2.amazonaws.com.cn', PASS, 'cn-north-1')).toEqual([`perhaps ${STARTS}`]);
  });

  it.each([
    ['eu-west-1', 'ec2.amazonaws.com', [STARTS]],
    ['eu-west-1', 'ec2.amazonaws.com.cn', []],
    ['cn-north-1', 'ec2.amazonaws.com', [`perhaps ${STARTS}`]],
    ['cn-north-1', 'ec2.amazonaws.com.cn', [`perhaps ${STARTS}`]],
    ['${var.region}', 'ec2.amazonaws.com.cn', [`perhaps ${STARTS}`]],
  ])('is handed to them in %s by whoever may to %s', (region, service, wanted) => {
    expect(ofInstances('ec2.amazonaws.com', to(service), region)).toEqual(wanted);
  });
});

describe('a role that trusts a service within a service', () => {
  const MAKES = 'perhaps makes a service of App Runner with dev:aws_iam_role.admin (iam:PassRole, apprunner:CreateService)';
  const AIRFLOW = 'perhaps makes an environment of Airflow with dev:aws_iam_role.admin (iam:PassRole, airflow:CreateEnvironment)';

  it.each([
    ['tasks.apprunner', 'apprunner', 'apprunner:CreateService', MAKES],
    ['airflow-env', 'airflow', 'airflow:CreateEnvironment', AIRFLOW],
  ])('%s is perhaps handed to it by whoever may to %s', (trusted, handed, action, wanted) => {
    expect(found(`${trusted}.amazonaws.com`, [to(`${handed}.amazonaws.com`), may(action)])).toEqual([wanted]);
  });

  it('credentials.iot perhaps is by whoever may to iot, and surely by whoever may to any service', () => {
    const calls = ['iot:CreateRoleAlias', 'iot:CreateKeysAndCertificate', 'iot:CreatePolicy', 'iot:AttachPolicy'];
    const ALIAS = `makes a role alias and a certificate for dev:aws_iam_role.admin (iam:PassRole, ${calls.join(', ')})`;
    const ways = [to('iot.amazonaws.com'), PASS].map((pass) => found('credentials.iot.amazonaws.com', [pass, may(calls)]));
    expect(ways).toEqual([[`perhaps ${ALIAS}`], [ALIAS]]);
  });
});
