import type { EscalationKind, Step } from './kind';

/** One of AWS's own works with no role. */
const INTERPRETER = 'arn:${Partition}:bedrock-agentcore:${Region}:${Account}:code-interpreter-custom/${CodeInterpreterId}';

/** What actions are about that need several things at once, or whose first type isn't what is made. */
const AS: Readonly<Record<string, readonly string[]>> = {
  'apprunner:CreateService': ['service'],
  'batch:RegisterJobDefinition': ['job-definition'],
  'batch:SubmitJob': ['job', 'job-queue'],
  'bedrock-agentcore:InvokeCodeInterpreter': [INTERPRETER],
  'bedrock-agentcore:StartCodeInterpreterSession': [INTERPRETER],
  'ec2:RequestSpotInstances': ['image', 'network-interface', 'security-group', 'spot-instances-request', 'subnet'],
  'ec2:RunInstances': ['image', 'instance', 'network-interface', 'security-group', 'subnet'],
  'bedrock-agentcore:InvokeAgentRuntime': ['runtime', 'runtime-endpoint'],
  'braket:CreateJob': ['device', 'job'],
  'sagemaker:CreateTrainingJob': ['training-job'],
  // Policies allow it on documents and executions, older ones on definitions of automations.
  'ssm:StartAutomationExecution': ['arn:${Partition}:ssm:${Region}:${Owner}:${Runbook}'],
};

/** Hands a role to a service, and has the service work with it. */
function passing(
  id: string,
  service: string,
  title: string,
  actions: readonly string[],
  needs?: EscalationKind['needs'],
): EscalationKind {
  const steps = actions.map((action): Step => ({ action, on: 'new', ...(AS[action] === undefined ? {} : { as: AS[action] }) }));
  return {
    id,
    title,
    service: `${service}.amazonaws.com`,
    leadsTo: 'role',
    ...(needs === undefined ? {} : { needs }),
    steps: [{ action: 'iam:PassRole', on: 'target' }, ...steps],
  };
}

/** AWS lets nobody begin with it; whoever had it goes on. */
function older(service: string): EscalationKind['needs'] {
  return { untold: `an account that has used ${service} before` };
}

const TASK = 'ecs:RegisterTaskDefinition';
const JOB = 'glue:CreateJob';

/** Ways to a role's rights by machines that work with it. */
const MACHINES: readonly EscalationKind[] = [
  passing('pass-role-ec2', 'ec2', 'starts an instance with', ['ec2:RunInstances'], 'instance profile'),
  passing('pass-role-ec2-profile', 'ec2', 'makes an instance profile and starts an instance with', [
    'iam:CreateInstanceProfile',
    'iam:AddRoleToInstanceProfile',
    'ec2:RunInstances',
  ]),
  passing('pass-role-ec2-spot', 'ec2', 'starts a spot instance with', ['ec2:RequestSpotInstances'], {
    untold: 'the role that EC2 Spot works with, and an instance profile',
  }),
  passing('pass-role-ec2-associate', 'ec2', 'has an instance work with', ['ec2:AssociateIamInstanceProfile'], {
    untold: 'an instance without a role where it has a shell, and an instance profile',
  }),
  passing('pass-role-ec2-replace', 'ec2', 'has an instance work instead with', ['ec2:ReplaceIamInstanceProfileAssociation'], {
    untold: 'an instance with another role where it has a shell, and an instance profile',
  }),
  passing(
    'pass-role-autoscaling',
    'ec2',
    'has a group start instances with',
    ['autoscaling:CreateLaunchConfiguration', 'autoscaling:CreateAutoScalingGroup'],
    older('launch configurations'),
  ),
  passing('pass-role-emr', 'ec2', 'starts a cluster of EMR with', ['elasticmapreduce:RunJobFlow'], {
    untold: 'a role that EMR works with, and an instance profile',
  }),
  passing('pass-role-ecs', 'ecs-tasks', 'runs a task with', [TASK, 'ecs:RunTask'], 'cluster'),
  passing('pass-role-ecs-service', 'ecs-tasks', 'makes a service of tasks with', [TASK, 'ecs:CreateService'], 'cluster'),
  passing('pass-role-ecs-cluster', 'ecs-tasks', 'makes a cluster and runs a task with', [
    'ecs:CreateCluster',
    TASK,
    'ecs:RunTask',
  ]),
  passing('pass-role-ecs-cluster-service', 'ecs-tasks', 'makes a cluster and a service of tasks with', [
    'ecs:CreateCluster',
    TASK,
    'ecs:CreateService',
  ]),
  passing('pass-role-ecs-start', 'ecs-tasks', 'starts a task on a machine with', [TASK, 'ecs:StartTask'], {
    untold: 'a cluster with a container instance',
  }),
  passing('pass-role-ecs-override', 'ecs-tasks', 'runs a task that is there, instead with', ['ecs:RunTask'], {
    untold: 'a cluster and a task definition',
  }),
  passing('pass-role-ecs-start-override', 'ecs-tasks', 'starts a task that is there, instead with', ['ecs:StartTask'], {
    untold: 'a cluster with a container instance, and a task definition',
  }),
  passing('pass-role-batch', 'ecs-tasks', 'runs a job of Batch with', ['batch:RegisterJobDefinition', 'batch:SubmitJob'], {
    untold: 'a job queue',
  }),
  passing(
    'pass-role-app-runner',
    'tasks.apprunner',
    'makes a service of App Runner with',
    ['apprunner:CreateService'],
    older('App Runner'),
  ),
];

/** Ways to a role's rights by code that a service runs. */
const CODE: readonly EscalationKind[] = [
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
  // Development endpoints know Glue 0.9 and 1.0 alone, which AWS has ended.
  passing('pass-role-glue-endpoint', 'glue', 'makes a development endpoint with', ['glue:CreateDevEndpoint'], {
    untold: 'a version of Glue that still has development endpoints',
  }),
  passing('pass-role-glue-job', 'glue', 'runs a Glue job with', [JOB, 'glue:StartJobRun']),
  passing('pass-role-glue-trigger', 'glue', 'has a trigger run a Glue job with', [JOB, 'glue:CreateTrigger']),
  passing('pass-role-glue-session', 'glue', 'opens a session of Glue with', ['glue:CreateSession', 'glue:RunStatement']),
  passing(
    'pass-role-data-pipeline',
    'datapipeline',
    'runs a pipeline with',
    ['datapipeline:CreatePipeline', 'datapipeline:PutPipelineDefinition', 'datapipeline:ActivatePipeline'],
    older('Data Pipeline'),
  ),
  passing('pass-role-sagemaker-notebook', 'sagemaker', 'opens a notebook with', [
    'sagemaker:CreateNotebookInstance',
    'sagemaker:CreatePresignedNotebookInstanceUrl',
  ]),
  passing('pass-role-sagemaker-training', 'sagemaker', 'trains with', ['sagemaker:CreateTrainingJob']),
  passing('pass-role-sagemaker-processing', 'sagemaker', 'processes data with', ['sagemaker:CreateProcessingJob']),
  passing('pass-role-codebuild', 'codebuild', 'runs a build with', ['codebuild:CreateProject', 'codebuild:StartBuild']),
  passing('pass-role-codebuild-batch', 'codebuild', 'runs a batch of builds with', [
    'codebuild:CreateProject',
    'codebuild:StartBuildBatch',
  ]),
  passing('pass-role-amplify', 'amplify', 'builds an app of Amplify with', [
    'amplify:CreateApp',
    'amplify:CreateBranch',
    'amplify:StartJob',
  ]),
  passing('pass-role-code-interpreter', 'bedrock-agentcore', 'makes and calls a code interpreter with', [
    'bedrock-agentcore:CreateCodeInterpreter',
    'bedrock-agentcore:StartCodeInterpreterSession',
    'bedrock-agentcore:InvokeCodeInterpreter',
  ]),
  passing('pass-role-agent-runtime', 'bedrock-agentcore', 'makes and calls a runtime of agents with', [
    'bedrock-agentcore:CreateAgentRuntime',
    'bedrock-agentcore:InvokeAgentRuntime',
  ]),
  passing(
    'pass-role-emr-serverless',
    'emr-serverless',
    'runs a job of EMR Serverless with',
    ['emr-serverless:CreateApplication', 'emr-serverless:StartJobRun'],
    { untold: 'the role that EMR Serverless works with' },
  ),
  passing('pass-role-braket', 'braket', 'runs a hybrid job of Braket with', ['braket:CreateJob'], {
    untold: 'an account that has Braket enabled',
  }),
  passing('pass-role-airflow', 'airflow-env', 'makes an environment of Airflow with', ['airflow:CreateEnvironment'], {
    untold: 'a bucket and subnets for it',
  }),
];

/** Ways to a role's rights by calls that a service makes, or by credentials that it gives out. */
const CALLS: readonly EscalationKind[] = [
  passing('pass-role-cloudformation', 'cloudformation', 'has CloudFormation make anything with', ['cloudformation:CreateStack']),
  passing('pass-role-change-set', 'cloudformation', 'has a change set make anything with', [
    'cloudformation:CreateChangeSet',
    'cloudformation:ExecuteChangeSet',
  ]),
  passing(
    'pass-role-stack-set',
    'cloudformation',
    'has a stack set make anything with',
    ['cloudformation:CreateStackSet', 'cloudformation:CreateStackInstances'],
    { untold: 'a role with such rights that it assumes' },
  ),
  passing('pass-role-update-stack-set', 'cloudformation', 'changes a stack set to one with', ['cloudformation:UpdateStackSet'], {
    untold: 'a stack set, and a role with such rights that it assumes',
  }),
  passing('pass-role-states', 'states', 'runs a state machine with', ['states:CreateStateMachine', 'states:StartExecution']),
  passing('pass-role-test-state', 'states', 'tries out a state with', ['states:TestState']),
  passing('pass-role-scheduler', 'scheduler', 'schedules calls with', ['scheduler:CreateSchedule']),
  passing('pass-role-update-schedule', 'scheduler', 'changes a schedule to calls with', ['scheduler:UpdateSchedule'], {
    untold: 'a schedule',
  }),
  passing('pass-role-events', 'events', 'has events cause calls with', ['events:PutRule', 'events:PutTargets']),
  passing('pass-role-automation', 'ssm', 'runs an automation with', ['ssm:StartAutomationExecution']),
  passing('pass-role-iot', 'credentials.iot', 'makes a role alias and a certificate for', [
    'iot:CreateRoleAlias',
    'iot:CreateKeysAndCertificate',
    'iot:CreatePolicy',
    'iot:AttachPolicy',
  ]),
  passing(
    'pass-role-roles-anywhere',
    'rolesanywhere',
    'makes an authority of its own for',
    ['rolesanywhere:CreateTrustAnchor', 'rolesanywhere:CreateProfile'],
    { untold: 'a trust policy that also lets sts:TagSession and sts:SetSourceIdentity' },
  ),
];

/** Ways to a role's rights by a new resource that is handed the role. */
export const PASSED_ROLES: readonly EscalationKind[] = [...MACHINES, ...CODE, ...CALLS];
