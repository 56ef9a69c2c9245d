import type { Json } from '../../../../../policies/model/universe';
import { imageExpiry } from '../../../../../policies/rules/delivery/repository/image-expiry';
import { imageScan } from '../../../../../policies/rules/delivery/repository/image-scan';
import { documentsOf, universeOf } from '../../../universe';
import { linesOf } from '../../rule-fixture';

describe('a repository is scanned by its registry', () => {
  const scanned = (rule: Json, name = 'prod/shop'): readonly string[] =>
    linesOf(
      imageScan,
      universeOf({
        'aws_ecr_repository.r': { name },
        'aws_ecr_registry_scanning_configuration.all': { scan_type: 'ENHANCED', rule },
      }),
    );
  const by = (filter: Json, scan_frequency = 'CONTINUOUS_SCAN'): Json => ({
    scan_frequency,
    repository_filter: { filter, filter_type: 'WILDCARD' },
  });
  const LEFT_OUT = 'image_scanning_configuration.scan_on_push is left out, which means false';

  it.each<[string, Json]>([
    ['"*"', by('*')],
    ['"prod/*"', by('prod/*')],
    ['"*shop"', by('*shop')],
    ['the second of two rules', [by('dev/*'), by('prod/shop')]],
  ])('by %s', (_, rule) => {
    expect(scanned(rule)).toEqual([]);
  });

  it.each<[string, Json]>([
    ['"dev/*"', by('dev/*')],
    ['"prod.shop", which is no pattern', by('prod.shop')],
    ['"*", by hand', by('*', 'MANUAL')],
    ['no rule', []],
  ])('not by %s', (_, rule) => {
    expect(scanned(rule)).toEqual([`violated aws_ecr_repository.r: ${LEFT_OUT}`]);
  });

  it('maybe by a filter that is not known, and surely by "*" whatever its name is', () => {
    expect(scanned(by('${var.filter}'))).toEqual([
      `unknown aws_ecr_repository.r: ${LEFT_OUT}: dev:aws_ecr_registry_scanning_configuration.all may scan it`,
    ]);
    expect(scanned(by('*'), '${var.name}')).toEqual([]);
    expect(scanned(by('prod/*'), '${var.name}')).toHaveLength(1);
  });
});

describe('a registry that another stack configures', () => {
  const scanned = (account?: string): readonly string[] => {
    const at = (id?: string): Json => ({
      aws: { region: 'eu-west-1', ...(id === undefined ? {} : { allowed_account_ids: [id] }) },
    });
    const rule = { scan_frequency: 'SCAN_ON_PUSH', repository_filter: { filter: '*', filter_type: 'WILDCARD' } };
    const stacks = documentsOf({
      baseline: { provider: at(account), resource: { aws_ecr_registry_scanning_configuration: { all: { rule } } } },
      shop: { provider: at('111111111111'), resource: { aws_ecr_repository: { r: { name: 'shop' } } } },
    });
    return linesOf(imageScan, { stacks });
  };
  const LEFT_OUT = 'aws_ecr_repository.r: image_scanning_configuration.scan_on_push is left out, which means false';

  it('scans repositories of its own account, and no others', () => {
    expect(scanned('111111111111')).toEqual([]);
    expect(scanned('222222222222')).toEqual([`violated ${LEFT_OUT}`]);
  });

  it('may scan them where its account is not told', () => {
    expect(scanned()).toEqual([
      `unknown ${LEFT_OUT}: baseline:aws_ecr_registry_scanning_configuration.all may be for its account and Region`,
    ]);
  });
});

describe('a lifecycle policy', () => {
  it('may be that of a repository where it names what is not known', () => {
    const universe = universeOf({
      'aws_ecr_repository.r': { name: 'shop' },
      'aws_ecr_lifecycle_policy.p': { repository: '${var.repository}', policy: '{}' },
    });

    expect(linesOf(imageExpiry, universe)).toEqual([
      "unknown aws_ecr_repository.r: whether it has a lifecycle policy isn't known: dev:aws_ecr_lifecycle_policy.p may belong to it",
    ]);
  });
});
