import { ACCOUNT, policyOf } from '../inquiry/organization';
import { adminOf, may, ofAnn, type Resources, trusting } from './world';

const ROLE = '${aws_iam_role.admin.arn}';
const UPDATE = may('lambda:UpdateFunctionCode');
const SECRET = { Condition: { StringEquals: { 'aws:SourceAccount': '111111111111' } } };
const PUTS = 'puts code of its own into a function that works with dev:aws_iam_role.admin, dev:aws_lambda_function.api,';

/** A function that works with this role, beside an administrator's role that its service is trusted by. */
function functionWith(role: string, service = 'lambda'): Resources {
  return { ...adminOf(service), aws_lambda_function: { api: { function_name: 'api', role } } };
}

describe('a function whose role may do everything', () => {
  it.each([
    ['by reference', ROLE],
    ['by its ARN', 'arn:aws:iam::111111111111:role/admin'],
  ])('is found by a role named %s', (_how, role) => {
    expect(ofAnn([UPDATE], functionWith(role))).toEqual([`${PUTS} (lambda:UpdateFunctionCode)`]);
  });

  it('is found by whoever may change this function alone', () => {
    const found = ['api', 'web'].map((name) =>
      ofAnn([{ ...UPDATE, Resource: `arn:aws:lambda:*:*:function:${name}` }], functionWith(ROLE)),
    );
    expect(found).toEqual([[`${PUTS} (lambda:UpdateFunctionCode)`], []]);
  });

  it('is one whose role already trusts its service, on whatever condition', () => {
    const admin = { name: 'admin', assume_role_policy: trusting({ Service: 'lambda.amazonaws.com' }, SECRET) };
    expect(ofAnn([UPDATE], { ...functionWith(ROLE), aws_iam_role: { admin } })).toEqual([`${PUTS} (lambda:UpdateFunctionCode)`]);
  });

  it('is perhaps one whose role isn’t told, if a function may have that role', () => {
    const untold = '${aws_ssm_parameter.role.value}';
    expect([ofAnn([UPDATE], functionWith(untold)), ofAnn([UPDATE], functionWith(untold, 'ec2'))]).toEqual([
      [`perhaps ${PUTS} (lambda:UpdateFunctionCode)`],
      [],
    ]);
  });

  it('is perhaps changed by whoever may on iam:PassedToService alone, which no such call has to tell', () => {
    const only = { Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } } };
    expect(ofAnn([{ ...UPDATE, ...only }], functionWith(ROLE))).toEqual([`perhaps ${PUTS} (lambda:UpdateFunctionCode)`]);
  });

  it.each([
    ['ann', [`${PUTS} (lambda:UpdateFunctionCode)`]],
    ['ben', []],
  ])('is changed by ann, who has no policy that lets her, where a permission of its own lets %s', (name, wanted) => {
    const principal = `arn:aws:iam::${ACCOUNT}:user/${name}`;
    const aws_lambda_permission = {
      events: { function_name: 'api', action: 'lambda:InvokeFunction', principal: 'events.amazonaws.com' },
      code: { function_name: 'api', action: 'lambda:UpdateFunctionCode', principal },
    };
    const world = { ...functionWith(ROLE), aws_lambda_permission, aws_sqs_queue: { jobs: { name: 'jobs' } } };
    expect(ofAnn([may('s3:GetObject')], world)).toEqual(wanted);
  });

  it('is none with a role of another account, nor with one that isn’t in the documents', () => {
    const others = ['arn:aws:iam::222222222222:role/admin', 'arn:aws:iam::111111111111:role/other'];
    expect(others.map((role) => ofAnn([UPDATE], functionWith(role)))).toEqual([[], []]);
  });
});

describe('an instance has the role that its instance profile holds', () => {
  const OPENS = 'opens a shell on an instance that has dev:aws_iam_role.admin, dev:aws_instance.box, (ssm:StartSession)';
  const PROFILE = '${aws_iam_instance_profile.web.name}';
  const SESSION = may('ssm:StartSession');
  const other = { name: 'web', assume_role_policy: trusting({ Service: 'ec2.amazonaws.com' }) };

  /** An instance with a profile by this name, and a profile `web` that holds a role. */
  function instanceWith(profile: string, role: string): Resources {
    const { aws_iam_role, ...policies } = adminOf('ec2');
    return {
      ...policies,
      aws_iam_role: { ...aws_iam_role, other },
      aws_iam_instance_profile: { web: { name: 'web', role } },
      aws_instance: { box: { ami: 'ami-1', iam_instance_profile: profile } },
    };
  }

  it.each([
    ['by reference', PROFILE],
    ['by its name, which is another role’s too', 'web'],
  ])('named %s', (_how, profile) => {
    expect(ofAnn([SESSION], instanceWith(profile, 'admin'))).toEqual([OPENS]);
  });

  it('and not the role of the profile’s name, nor one of a profile that isn’t in the documents', () => {
    expect([ofAnn([SESSION], instanceWith('web', 'web')), ofAnn([SESSION], instanceWith('admin', 'admin'))]).toEqual([[], []]);
  });

  it('perhaps, where which role it holds, or which profile it is, isn’t told', () => {
    const untold = '${aws_ssm_parameter.name.value}';
    expect([ofAnn([SESSION], instanceWith('web', untold)), ofAnn([SESSION], instanceWith(untold, 'admin'))]).toEqual([
      [`perhaps ${OPENS}`],
      [`perhaps ${OPENS}`],
    ]);
  });
});

describe('a project of CodeBuild', () => {
  const STARTS = 'runs commands of its own in a build that works with dev:aws_iam_role.admin, dev:aws_codebuild_project.web,';
  const project = { web: { name: 'web', service_role: ROLE } };
  const found = (own: Parameters<typeof may>[0], more: Resources = {}): readonly string[] =>
    ofAnn([may(own)], { ...adminOf('codebuild'), aws_codebuild_project: project, ...more });

  it('has no policy of its own, unless it is shared', () => {
    expect([found('codebuild:StartBuild'), found('codebuild:BatchGetProjects')]).toEqual([
      [`${STARTS} (codebuild:StartBuild)`],
      [],
    ]);
  });

  const LETS = policyOf({ ...may('codebuild:StartBuild'), Principal: { AWS: `arn:aws:iam::${ACCOUNT}:user/ann` } });
  /** A policy of this project that lets ann start a build, or isn't told. */
  const shared = (resource_arn: string, policy: string = LETS): Resources => {
    return { aws_codebuild_resource_policy: { web: { resource_arn, policy } } };
  };
  const projects = `arn:aws:codebuild:eu-west-1:${ACCOUNT}:project`;

  it.each<[string, Resources, readonly string[]]>([
    ['it is shared with ann', shared('${aws_codebuild_project.web.arn}'), [`${STARTS} (codebuild:StartBuild)`]],
    ['another one is', shared(`${projects}/other`), []],
    ['which one is isn’t told', shared('${aws_ssm_parameter.shared.value}'), [`perhaps ${STARTS} (codebuild:StartBuild)`]],
    ['with whom isn’t told', shared(`${projects}/web`, '{}'), [`perhaps ${STARTS} (codebuild:StartBuild)`]],
  ])('is built by ann, who has no policy that lets her, where %s', (_how, more, wanted) => {
    expect(found('codebuild:BatchGetProjects', more)).toEqual(wanted);
  });
});
