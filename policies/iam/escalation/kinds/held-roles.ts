import type { EscalationKind, Step } from './kind';

type Holder = NonNullable<EscalationKind['holder']>;

/** "The account ID shouldn't be specified in the ARN for Amazon owned public documents." */
const DOCUMENT = 'arn:${Partition}:ssm:${Region}:${Owner}:document/${DocumentName}';

const FUNCTION: Holder = { type: 'aws_lambda_function', argument: 'role' };
const INSTANCE: Holder = { type: 'aws_instance', argument: 'iam_instance_profile' };
const BUILD: Holder = { type: 'aws_codebuild_project', argument: 'service_role' };
const GLUE_JOB: Holder = { type: 'aws_glue_job', argument: 'role_arn' };
const STACK: Holder = { type: 'aws_cloudformation_stack', argument: 'iam_role_arn' };
const NOTEBOOK: Holder = { type: 'aws_sagemaker_notebook_instance', argument: 'role_arn' };

/** Changes what a resource does that works with a role. */
function holding(
  id: string,
  service: string,
  title: string,
  holder: Holder,
  steps: readonly (string | Step)[],
  untold?: string,
): EscalationKind {
  return {
    id,
    title,
    service: `${service}.amazonaws.com`,
    holder,
    leadsTo: 'role',
    steps: steps.map((step): Step => (typeof step === 'string' ? { action: step, on: 'holder' } : step)),
    ...(untold === undefined ? {} : { needs: { untold } }),
  };
}

const PASSED: Step = { action: 'iam:PassRole', on: 'target' };
const UNFINISHED = 'a run that somebody else starts';

/** Ways to a role's rights by machines and functions that are there already. */
const CODE: readonly EscalationKind[] = [
  holding('update-function-code', 'lambda', 'puts code of its own into a function that works with', FUNCTION, [
    'lambda:UpdateFunctionCode',
  ]),
  holding('update-function-layers', 'lambda', 'puts a layer of its own into a function that works with', FUNCTION, [
    'lambda:UpdateFunctionConfiguration',
  ]),
  // CodeBuild API reference, StartBuild: its buildspecOverride takes the place of the project's, "for this build only".
  holding('start-build', 'codebuild', 'runs commands of its own in a build that works with', BUILD, ['codebuild:StartBuild']),
  holding(
    'start-build-batch',
    'codebuild',
    'runs commands of its own in a batch of builds that work with',
    BUILD,
    ['codebuild:StartBuildBatch'],
    'a project that allows batches',
  ),
  holding('update-build', 'codebuild', 'changes a build that works with', BUILD, ['codebuild:UpdateProject'], UNFINISHED),
  // What is left out of an update is gone: the role has to be passed again.
  holding('update-glue-job', 'glue', 'changes and starts a Glue job that works with', GLUE_JOB, [
    PASSED,
    'glue:UpdateJob',
    'glue:StartJobRun',
  ]),
  holding('update-glue-job-trigger', 'glue', 'changes a Glue job, and has a trigger start it, that works with', GLUE_JOB, [
    PASSED,
    'glue:UpdateJob',
    { action: 'glue:CreateTrigger', on: 'new' },
  ]),
  holding(
    'update-glue-endpoint',
    'glue',
    'changes a development endpoint that works with',
    { type: 'aws_glue_dev_endpoint', argument: 'role_arn' },
    ['glue:UpdateDevEndpoint'],
    'a version of Glue that still has development endpoints',
  ),
  holding('open-notebook', 'sagemaker', 'opens a notebook that works with', NOTEBOOK, [
    'sagemaker:CreatePresignedNotebookInstanceUrl',
  ]),
  holding('update-notebook', 'sagemaker', 'has a notebook run commands of its own when it starts, that works with', NOTEBOOK, [
    { action: 'sagemaker:CreateNotebookInstanceLifecycleConfig', on: 'new' },
    'sagemaker:StopNotebookInstance',
    'sagemaker:UpdateNotebookInstance',
    'sagemaker:StartNotebookInstance',
  ]),
  holding(
    'call-code-interpreter',
    'bedrock-agentcore',
    'calls a code interpreter that works with',
    { type: 'aws_bedrockagentcore_code_interpreter', argument: 'execution_role_arn' },
    ['bedrock-agentcore:StartCodeInterpreterSession', 'bedrock-agentcore:InvokeCodeInterpreter'],
  ),
  holding(
    'update-app-runner',
    'tasks.apprunner',
    'changes a service of App Runner that works with',
    { type: 'aws_apprunner_service', argument: 'instance_configuration.instance_role_arn' },
    ['apprunner:UpdateService'],
  ),
  holding(
    'execute-command',
    'ecs-tasks',
    'opens a shell in a task that works with',
    { type: 'aws_ecs_task_definition', argument: 'task_role_arn' },
    [{ action: 'ecs:ExecuteCommand', on: 'new', as: ['cluster', 'task'] }],
    'a running task that lets commands in',
  ),
];

/** Ways to a role's rights by instances that are there already. */
const INSTANCES: readonly EscalationKind[] = [
  holding('send-command', 'ec2', 'runs commands on an instance that has', INSTANCE, [
    { action: 'ssm:SendCommand', on: 'holder', as: [DOCUMENT] },
  ]),
  holding('create-association', 'ec2', 'has State Manager run commands on an instance that has', INSTANCE, [
    {
      action: 'ssm:CreateAssociation',
      on: 'holder',
      as: ['association', DOCUMENT],
    },
  ]),
  holding('start-session', 'ec2', 'opens a shell on an instance that has', INSTANCE, ['ssm:StartSession']),
  holding(
    'send-ssh-key',
    'ec2',
    'logs in with a key of its own to an instance that has',
    INSTANCE,
    ['ec2-instance-connect:SendSSHPublicKey'],
    'a way to its port 22, and EC2 Instance Connect on it',
  ),
  holding(
    'update-user-data',
    'ec2',
    'has an instance run commands of its own when it starts, that has',
    INSTANCE,
    ['ec2:StopInstances', 'ec2:ModifyInstanceAttribute', 'ec2:StartInstances'],
    'an image that runs user data whenever it starts',
  ),
  holding(
    'update-launch-template',
    'ec2',
    'changes what is started by a launch template that has',
    { type: 'aws_launch_template', argument: 'iam_instance_profile' },
    ['ec2:CreateLaunchTemplateVersion', 'ec2:ModifyLaunchTemplate'],
    'an instance that somebody else starts',
  ),
];

/** Ways to a role's rights by what makes calls with it, or gives out its credentials. */
const CALLS: readonly EscalationKind[] = [
  holding('update-stack', 'cloudformation', 'changes a stack that CloudFormation updates with', STACK, [
    'cloudformation:UpdateStack',
  ]),
  holding('execute-change-set', 'cloudformation', 'has a change set change a stack that CloudFormation updates with', STACK, [
    'cloudformation:CreateChangeSet',
    'cloudformation:ExecuteChangeSet',
  ]),
  holding(
    'update-state-machine',
    'states',
    'changes and runs a state machine that works with',
    { type: 'aws_sfn_state_machine', argument: 'role_arn' },
    ['states:UpdateStateMachine', 'states:StartExecution'],
    'iam:PassRole, if AWS asks for it where the role stays',
  ),
  holding(
    'attach-iot-policy',
    'credentials.iot',
    'makes a certificate for a role alias of',
    { type: 'aws_iot_role_alias', argument: 'role_arn' },
    ['iot:CreateKeysAndCertificate', 'iot:CreatePolicy', 'iot:AttachPolicy'].map((action): Step => ({ action, on: 'new' })),
  ),
];

/** Ways to a role's rights by a resource that is there already and works with the role. */
export const HELD_ROLES: readonly EscalationKind[] = [...CODE, ...INSTANCES, ...CALLS];
