/** One `cdk.tf.json`, as plain data. */
export type TerraformJson = Readonly<Record<string, unknown>>;

/** Where a hand-written stack lives and which other accounts it speaks to. */
export interface StackPlace {
  readonly name: string;
  readonly account: string;
  /** Alias to account id, for reads and accepters in another account. */
  readonly siblings?: Readonly<Record<string, string>>;
}

const REGION = 'eu-west-1';

/** The head that every stack of the landing zone carries: provider, backend, versions. */
export function terraformJson(place: StackPlace, body: TerraformJson): TerraformJson {
  return {
    terraform: {
      required_version: '>= 1.9.0',
      required_providers: { aws: { source: 'hashicorp/aws', version: '>= 5.100.0, < 7.0.0' } },
      backend: { local: { path: `../../../terraform.state/${place.name}.tfstate` } },
    },
    provider: {
      aws: [
        provider(place.account),
        ...Object.entries(place.siblings ?? {}).map(([alias, account]) => ({ alias, ...provider(account) })),
      ],
    },
    ...body,
  };
}

function provider(account: string): TerraformJson {
  return {
    region: REGION,
    allowed_account_ids: [account],
    assume_role: [{ role_arn: `arn:aws:iam::${account}:role/OrganizationAccountAccessRole` }],
    default_tags: [{ tags: { owner: 'platform' } }],
  };
}
