import { type Mutation, policyOf } from './mutation';

/** Who comes in. */
export const identities: readonly Mutation[] = [
  {
    name: 'a user is given a policy of its own',
    mutate: ({ identity }) => {
      identity.add('aws_iam_user.ada', { name: 'ada' });
      identity.add('aws_iam_user_policy_attachment.ada', {
        user: '${aws_iam_user.ada.name}',
        policy_arn: 'arn:aws:iam::aws:policy/IAMReadOnlyAccess',
      });
    },
    findings: ['violated identity/no-user-policies identity:aws_iam_user_policy_attachment.ada'],
  },
  {
    name: 'an access key goes to the state',
    mutate: ({ identity }) => {
      identity.add('aws_iam_user.ada', { name: 'ada' });
      identity.add('aws_iam_access_key.ada', { user: '${aws_iam_user.ada.name}' });
    },
    findings: ['violated secrets/no-literal-password identity:aws_iam_access_key.ada'],
  },
  {
    name: 'passwords may have eight characters',
    mutate: ({ identity }) => {
      identity.add('aws_iam_account_password_policy.by-hand', {
        minimum_password_length: 8,
        require_lowercase_characters: true,
        require_uppercase_characters: true,
        require_numbers: true,
        require_symbols: true,
        password_reuse_prevention: 24,
      });
    },
    findings: [
      'violated identity/password-policy identity:aws_iam_account_password_policy.by-hand',
      'violated identity/support-role identity:aws_iam_account_password_policy.by-hand',
    ],
  },
  {
    name: 'every repository of GitHub may assume a role',
    mutate: ({ prod }) => {
      prod.add('aws_iam_role.deploy', {
        name: 'deploy',
        assume_role_policy: policyOf({
          Effect: 'Allow',
          Action: 'sts:AssumeRoleWithWebIdentity',
          Principal: { Federated: 'arn:aws:iam::444444444444:oidc-provider/token.actions.githubusercontent.com' },
          Condition: { StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' } },
        }),
      });
    },
    findings: ['violated identity/trust/pinned-subject prod:aws_iam_role.deploy'],
  },
  {
    name: 'an account outside of the organisation may assume a role without an external id',
    mutate: ({ prod }) => {
      prod.add('aws_iam_role.partner', {
        name: 'partner',
        assume_role_policy: policyOf({
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Principal: { AWS: 'arn:aws:iam::999999999999:root' },
        }),
      });
    },
    findings: ['unknown identity/trust/no-strangers prod:aws_iam_role.partner'],
  },
  {
    name: 'a role that functions run as has all rights',
    mutate: ({ prod }) => {
      prod.add('aws_iam_role.function', {
        name: 'function',
        assume_role_policy: policyOf({
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Principal: { Service: 'lambda.amazonaws.com' },
        }),
      });
      prod.add('aws_iam_role_policy_attachment.function', {
        role: '${aws_iam_role.function.name}',
        policy_arn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      });
    },
    findings: ['violated identity/no-full-admin prod:aws_iam_role_policy_attachment.function'],
  },
];

/** What runs. */
export const machines: readonly Mutation[] = [
  {
    name: 'a machine answers version 1 of the metadata service from a disk in clear',
    mutate: ({ dev }) => {
      dev.add('aws_instance.by-hand', {
        ami: 'ami-0123456789abcdef0',
        instance_type: 't3.micro',
        subnet_id: '${aws_subnet.three-tier_app_a.id}',
        vpc_security_group_ids: ['${aws_security_group.three-tier_app.id}'],
        iam_instance_profile: 'app',
        metadata_options: { http_tokens: 'optional' },
        root_block_device: { encrypted: false },
      });
    },
    findings: ['violated compute/ebs-encryption dev:aws_instance.by-hand', 'violated compute/imds-v2 dev:aws_instance.by-hand'],
  },
  {
    name: 'a database in clear has a public address and its password in the source',
    mutate: ({ dev }) => {
      dev.add('aws_db_subnet_group.by-hand', {
        name: 'by-hand',
        subnet_ids: ['${aws_subnet.three-tier_data_a.id}', '${aws_subnet.three-tier_data_b.id}'],
      });
      dev.add('aws_db_instance.by-hand', {
        identifier: 'by-hand',
        engine: 'postgres',
        instance_class: 'db.t3.micro',
        allocated_storage: 20,
        username: 'app',
        password: 'correct-horse-battery',
        db_subnet_group_name: '${aws_db_subnet_group.by-hand.name}',
        vpc_security_group_ids: ['${aws_security_group.three-tier_data.id}'],
        publicly_accessible: true,
        storage_encrypted: false,
        backup_retention_period: 14,
        multi_az: true,
        deletion_protection: true,
        iam_database_authentication_enabled: true,
      });
    },
    findings: [
      'violated data/database-encryption dev:aws_db_instance.by-hand',
      'violated data/database-not-public dev:aws_db_instance.by-hand',
      'violated secrets/no-literal-password dev:aws_db_instance.by-hand',
    ],
  },
  {
    name: 'a subnet of the application gives out public addresses',
    mutate: ({ dev }) => {
      dev.change('aws_subnet.three-tier_app_a', { map_public_ip_on_launch: true });
    },
    findings: ['violated exposure/no-automatic-public-address dev:aws_subnet.three-tier_app_a'],
  },
  {
    name: 'a rule of a group loses its description',
    mutate: ({ dev }) => {
      dev.change('aws_vpc_security_group_ingress_rule.three-tier_data_from_app_tcp--5432', { description: '' });
    },
    findings: ['violated network/described-rules dev:aws_vpc_security_group_ingress_rule.three-tier_data_from_app_tcp--5432'],
  },
  {
    name: 'nobody closes the default group of dev',
    mutate: ({ dev }) => {
      dev.remove('aws_default_security_group.three-tier_default');
    },
    findings: ['violated network/default-group-closed dev:aws_vpc.three-tier_vpc'],
  },
  {
    name: 'a function runs on a runtime that is no longer looked after, and any bucket may call it',
    mutate: ({ dev }) => {
      dev.add('aws_lambda_function.by-hand', {
        function_name: 'by-hand',
        role: '${aws_iam_role.three-tier_flow-log_cloudwatch.arn}',
        runtime: 'nodejs14.x',
        handler: 'index.handler',
        s3_bucket: 'artifacts',
        s3_key: 'function.zip',
      });
      dev.add('aws_lambda_permission.by-hand', {
        action: 'lambda:InvokeFunction',
        function_name: '${aws_lambda_function.by-hand.function_name}',
        principal: 's3.amazonaws.com',
      });
    },
    findings: [
      'violated delivery/function/supported-runtime dev:aws_lambda_function.by-hand',
      'violated identity/trust/pinned-source dev:aws_lambda_permission.by-hand',
    ],
  },
];

/** What ought not to be read. */
export const secrets: readonly Mutation[] = [
  {
    name: 'an access key stands in the environment of a function',
    mutate: ({ dev }) => {
      dev.add('aws_lambda_function.by-hand', {
        function_name: 'by-hand',
        role: '${aws_iam_role.three-tier_flow-log_cloudwatch.arn}',
        runtime: 'nodejs22.x',
        handler: 'index.handler',
        s3_bucket: 'artifacts',
        s3_key: 'function.zip',
        environment: { variables: { AWS_ACCESS_KEY: 'AKIAQWERTYUIOPASDFGH' } },
      });
    },
    findings: ['violated secrets/no-secret-in-clear dev:aws_lambda_function.by-hand'],
  },
  {
    name: 'a password is a parameter in clear',
    mutate: ({ dev }) => {
      dev.add('aws_ssm_parameter.by-hand', { name: '/app/password', type: 'SecureString', value: 'correct-horse-battery' });
    },
    findings: [
      'violated secrets/no-secret-in-clear dev:aws_ssm_parameter.by-hand',
      'violated secrets/secret-parameter-in-state dev:aws_ssm_parameter.by-hand',
    ],
  },
  {
    name: 'the state of dev is kept beside its configuration',
    mutate: ({ dev }) => {
      dev.settings((terraform) => {
        delete terraform.backend;
      });
    },
    findings: ['violated terraform/declared-backend dev:'],
  },
];
