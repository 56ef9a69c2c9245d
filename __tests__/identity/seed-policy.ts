import type { PolicyJson } from '../iam';

/** The policy that the self-rotation of Plinth is made after: AWS's "Allows IAM users to rotate their own credentials …", word for word. */
export const SEED_POLICY: PolicyJson = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: ['iam:ListUsers', 'iam:GetAccountPasswordPolicy'], Resource: '*' },
    {
      Effect: 'Allow',
      Action: [
        'iam:*AccessKey*',
        'iam:ChangePassword',
        'iam:GetUser',
        'iam:*ServiceSpecificCredential*',
        'iam:*SigningCertificate*',
      ],
      Resource: ['arn:aws:iam::*:user/${aws:username}'],
    },
  ],
};
