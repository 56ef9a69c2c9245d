/**
 * What plans of modules that others wrote, and many use, have shown. None of their code is here: what was found is in the
 * fixtures and tests of what was mended. The figures are of one day in November 2026, and nothing repeats them.
 */
export const OTHERS = `## Modules of others

What is judged above is in the style of common modules. The examples of the most used ones themselves, as their authors
publish them, were planned by real Terraform 1.11.4 with provider 5.100.0 against the emulator, stand-ins in place of what
other providers make: 77 plans of 1,703 resources. Those that need another registry, a variable or data of an account could
not be made. They are of networks, security groups, buckets, keys, queues, topics, functions, databases, caches, clusters,
users and roles, alarms, load balancers and a transit gateway; hardly any is a whole application. No plan made \`plinth check\`
crash or wait. Findings of all of them, \`terraform/declared-backend\` aside, with what else was changed in that time:

| | before | after |
|---|---|---|
| violated | 686 | 483 |
| unknown | 427 | 262 |
| of them errors | 347 | 231 |

One violated finding of each rule and wording was read, those of \`access/credential-life-cycle\` aside, and the reasons of what
is unknown. What was mended:

| What | How |
|---|---|
| ids by way of locals were unknown, and with them nearly all of a network | a plan lists what anything to be changed refers to: an id in a local is that of a resource of its module, or was handed to it |
| \`kms_key_id = var.key\` of a module that was given none was unknown | where all that an argument refers to is known and its value isn't, it is null |
| roles named by \`name_prefix\` perhaps had every policy of the plan | a name that the provider makes up is the id |
| \`"Service": []\` beside accounts was an error | AWS takes a kind of principals without any beside one that names some |
| \`sts:ExternalId\` with \`sts:TagSession\`, \`kms:Describe*\` with an encryption context, \`arn:aws:logs:*\` were errors | keys of the request that makes a session; patterns beside an action with the key; ARNs of fewer than six parts |
| a file system that its VPC may mount was open to everybody | mount targets narrow it |
| lists that aren't known hid whom a policy names | the rest is read |
| \`coalesce(var.policy, data….json)\` hid the policy | a variable that is null says nothing |
| IPv6 blocks of subnets were to be literals, which Amazon gives | not in a plan |
| a hundred patterns without an action were a hundred findings | one for each policy |

Taken for granted, which no plan shows: names, blocks, zones, tags and switches (\`create_…\`, \`enable_…\`) hold no ids, no
condition compares an id that isn't known, and none gives null to an argument that the provider then fills in
(\`subnet_id = var.own ? aws_subnet.a.id : null\`).

What stays:

- Policies put together by conditions (\`source_policy_documents\` of switches) are unknown, and tell so three or four times: once
  for each rule that would have read them.
- A local that may be one of several is any of them, and ports that nothing reaches yet are unknown beside \`plan/open-groups\`.
- A member of a group has the findings of the group's rights (\`access/credential-life-cycle\`), too.
- Accounts that are written out and aren't told (\`identity/trust/no-strangers\`).
`;
