/** The policy that lets a user rotate their own keys, and do nothing else. */
export const SELF_ROTATION = JSON.stringify({
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
});
