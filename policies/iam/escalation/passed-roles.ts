import type { EscalationKind, Step } from './kind';

/** What actions are about that need several things at once, or whose first type isn't what is made. */
const AS: Readonly<Record<string, readonly string[]>> = {
  'ec2:RunInstances': ['image', 'instance', 'network-interface', 'security-group', 'subnet'],
  'sagemaker:CreateTrainingJob': ['training-job'],
  // Policies allow it on documents and executions, older ones on definitions of automations.
  'ssm:StartAutomationExecution': ['arn:${Partition}:ssm:${Region}:${Owner}:${Runbook}'],
};
/** "The account ID shouldn't be specified in the ARN for Amazon owned public documents." */
const DOCUMENT = 'arn:${Partition}:ssm:${Region}:${Owner}:document/${DocumentName}';

/** Hands a role to a service, and has the service work with it. */
function passing(id: string, service: string, title: string, actions: readonly string[]): EscalationKind {
  const steps = actions.map((action): Step => ({ action, on: 'new', ...(AS[action] === undefined ? {} : { as: AS[action] }) }));
  return {
    id,
    title,
    service: `${service}.amazonaws.com`,
    leadsTo: 'role',
    steps: [{ action: 'iam:PassRole', on: 'target' }, ...steps],
  };
}

/** Changes what a resource does that works with a role. */
function holding(
  id: string,
  service: string,
  title: string,
  holder: NonNullable<EscalationKind['holder']>,
  actions: readonly string[],
): EscalationKind {
  const steps = actions.map((action): Step => ({ action, on: 'holder' }));
  return { id, title, service: `${service}.amazonaws.com`, holder, leadsTo: 'role', steps };
}

/** Ways to a role's rights by a new resource that is handed the role. */
export const PASSED_ROLES: readonly EscalationKind[] = [
  { ...passing('pass-role-ec2', 'ec2', 'starts an instance with', ['ec2:RunInstances']), needs: 'instance profile' },
  passing('pass-role-lambda-invoke', 'lambda', 'makes and calls a function with', [
    'lambda:CreateFunction',
    'lambda:InvokeFunction',
  ]),
  passing('pass-role-lambda-permission', 'lambda', 'makes a function that others call with', [
    'lambda:CreateFunction',
    'lambda:AddPermission',
  ]),
  passing('pass-role-lambda-events', 'lambda', 'makes a function that a stream calls with', [
    'lambda:CreateFunction',
    'lambda:CreateEventSourceMapping',
  ]),
  passing('pass-role-ecs', 'ecs-tasks', 'runs a task with', ['ecs:RegisterTaskDefinition', 'ecs:RunTask']),
  passing('pass-role-ecs-service', 'ecs-tasks', 'makes a service of tasks with', [
    'ecs:RegisterTaskDefinition',
    'ecs:CreateService',
  ]),
  passing('pass-role-glue-endpoint', 'glue', 'makes a development endpoint with', ['glue:CreateDevEndpoint']),
  passing('pass-role-glue-job', 'glue', 'runs a Glue job with', ['glue:CreateJob', 'glue:StartJobRun']),
  passing('pass-role-cloudformation', 'cloudformation', 'has CloudFormation make anything with', ['cloudformation:CreateStack']),
  passing('pass-role-data-pipeline', 'datapipeline', 'runs a pipeline with', [
    'datapipeline:CreatePipeline',
    'datapipeline:PutPipelineDefinition',
    'datapipeline:ActivatePipeline',
  ]),
  passing('pass-role-sagemaker-notebook', 'sagemaker', 'opens a notebook with', [
    'sagemaker:CreateNotebookInstance',
    'sagemaker:CreatePresignedNotebookInstanceUrl',
  ]),
  passing('pass-role-sagemaker-training', 'sagemaker', 'trains with', ['sagemaker:CreateTrainingJob']),
  passing('pass-role-codebuild', 'codebuild', 'runs a build with', ['codebuild:CreateProject', 'codebuild:StartBuild']),
  passing('pass-role-states', 'states', 'runs a state machine with', ['states:CreateStateMachine', 'states:StartExecution']),
  passing('pass-role-scheduler', 'scheduler', 'schedules calls with', ['scheduler:CreateSchedule']),
  passing('pass-role-events', 'events', 'has events cause calls with', ['events:PutRule', 'events:PutTargets']),
  passing('pass-role-automation', 'ssm', 'runs an automation with', ['ssm:StartAutomationExecution']),
];

/** Ways to a role's rights by a resource that is there already and works with the role. */
export const HELD_ROLES: readonly EscalationKind[] = [
  holding(
    'update-function-code',
    'lambda',
    'puts code of its own into a function that works with',
    { type: 'aws_lambda_function', argument: 'role' },
    ['lambda:UpdateFunctionCode'],
  ),
  holding(
    'update-function-layers',
    'lambda',
    'puts a layer of its own into a function that works with',
    { type: 'aws_lambda_function', argument: 'role' },
    ['lambda:UpdateFunctionConfiguration'],
  ),
  holding(
    'update-build',
    'codebuild',
    'changes and starts a build that works with',
    { type: 'aws_codebuild_project', argument: 'service_role' },
    ['codebuild:UpdateProject', 'codebuild:StartBuild'],
  ),
  // "The previous job definition is completely overwritten": its role is passed again.
  {
    id: 'update-glue-job',
    title: 'changes and starts a Glue job that works with',
    service: 'glue.amazonaws.com',
    holder: { type: 'aws_glue_job', argument: 'role_arn' },
    leadsTo: 'role',
    steps: [
      { action: 'iam:PassRole', on: 'target' },
      { action: 'glue:UpdateJob', on: 'holder' },
      { action: 'glue:StartJobRun', on: 'holder' },
    ],
  },
  holding(
    'update-glue-endpoint',
    'glue',
    'changes a development endpoint that works with',
    { type: 'aws_glue_dev_endpoint', argument: 'role_arn' },
    ['glue:UpdateDevEndpoint'],
  ),
  holding(
    'update-stack',
    'cloudformation',
    'changes a stack that CloudFormation updates with',
    { type: 'aws_cloudformation_stack', argument: 'iam_role_arn' },
    ['cloudformation:UpdateStack'],
  ),
  {
    id: 'send-command',
    title: 'runs commands on an instance that has',
    service: 'ec2.amazonaws.com',
    holder: { type: 'aws_instance', argument: 'iam_instance_profile' },
    leadsTo: 'role',
    steps: [{ action: 'ssm:SendCommand', on: 'holder', as: [DOCUMENT] }],
  },
  holding(
    'start-session',
    'ec2',
    'opens a shell on an instance that has',
    { type: 'aws_instance', argument: 'iam_instance_profile' },
    ['ssm:StartSession'],
  ),
];
