import { Reference, type Term, Unknown } from '../../../../policies/model/term';
import type { Json } from '../../../../policies/model/universe';
import { type Document, documentsOf } from '../../universe';

const PROVIDER = { aws: { allowed_account_ids: ['111111111111'], region: 'eu-west-1' } };
const ELSEWHERE = { aws: { allowed_account_ids: ['222222222222'], region: 'eu-west-1' } };
const ABROAD = { aws: { allowed_account_ids: ['111111111111'], region: 'eu-west-2' } };

const writer = (body: Readonly<Record<string, Json>>, rest: Document = { provider: PROVIDER }): Document => ({
  ...rest,
  resource: { aws_vpc: { main: {} }, aws_ssm_parameter: { p: { name: '/vpc', value: '${aws_vpc.main.id}', ...body } } },
});

/** What stack `b` reads of the parameter /vpc, among its siblings. */
function readBy(
  documents: Readonly<Record<string, Document>>,
  attribute = 'insecure_value',
  provider: Json = PROVIDER,
  name: Json = '/vpc',
): Term | undefined {
  const b = {
    provider,
    data: { aws_ssm_parameter: { p: { name } } },
    resource: { aws_probe: { it: { value: `\${data.aws_ssm_parameter.p.${attribute}}` } } },
  };
  const stacks = documentsOf({ ...documents, b });
  return stacks.flatMap(({ resources }) => resources).find(({ type }) => type === 'aws_probe')?.body.value;
}

const VPC = new Reference([{ key: 'a:aws_vpc.main', attribute: 'id' }]);
const nobody = new Unknown('no stack here writes the parameter "/vpc": ${data.aws_ssm_parameter.p.insecure_value}');
const unsure = (keys: string): Unknown => new Unknown(`whether this is what the parameter "/vpc" holds isn't sure: ${keys}`);

describe('a parameter that another stack writes', () => {
  it.each(['insecure_value', 'value'])('is what that stack refers to, by its %s', (attribute) => {
    expect(readBy({ a: writer({}) }, attribute)).toEqual(VPC);
  });

  it('may be written by insecure_value, and be a number', () => {
    expect(readBy({ a: writer({ value: null, insecure_value: '${aws_vpc.main.id}' }) })).toEqual(VPC);
    expect(readBy({ a: writer({ value: 443 }) })).toBe('443');
  });

  it('is read in whatever order the stacks come', () => {
    expect(readBy({ c: { resource: {} }, a: writer({}) })).toEqual(VPC);
  });

  it('is found by names that are locals', () => {
    const a = writer({ name: '/${local.n}' }, { provider: PROVIDER, locals: { n: 'vpc' } });

    expect(readBy({ a })).toEqual(VPC);
  });

  it('may be handed on by a third stack', () => {
    const c = {
      provider: PROVIDER,
      data: { aws_ssm_parameter: { p: { name: '/first' } } },
      resource: { aws_ssm_parameter: { p: { name: '/vpc', value: '${data.aws_ssm_parameter.p.value}' } } },
    };

    expect(readBy({ a: writer({ name: '/first' }), c })).toEqual(VPC);
  });

  it('keeps its other attributes', () => {
    expect(readBy({ a: writer({}) }, 'version')).toEqual(
      new Reference([{ key: 'b:data.aws_ssm_parameter.p', attribute: 'version' }]),
    );
    expect(readBy({ a: writer({}) }, 'name')).toBe('/vpc');
  });

  it('is not known where no stack writes it, or only one elsewhere', () => {
    expect(readBy({})).toEqual(nobody);
    expect(readBy({ a: writer({ name: '/other' }) })).toEqual(nobody);
    expect(readBy({ a: writer({ count: 0 }) })).toEqual(nobody);
    expect(readBy({ a: writer({}, { provider: ELSEWHERE }) })).toEqual(nobody);
    expect(readBy({ a: writer({}, { provider: ABROAD }) })).toEqual(nobody);
  });

  it('is not known where two write it, unless one of them is elsewhere', () => {
    expect(readBy({ a: writer({}), c: writer({}) })).toEqual(unsure('a:aws_ssm_parameter.p, c:aws_ssm_parameter.p'));
    expect(readBy({ a: writer({}), c: writer({}, { provider: ABROAD }) })).toEqual(VPC);
  });

  it('is not known where the account or the Region of either is not told', () => {
    const vague = { aws: { region: 'eu-west-1' } };

    expect(readBy({ a: writer({}, { provider: vague }) })).toEqual(unsure('a:aws_ssm_parameter.p'));
    expect(readBy({ a: writer({}) }, 'value', vague)).toEqual(unsure('a:aws_ssm_parameter.p'));
    expect(readBy({ a: writer({}), c: writer({}, { provider: vague }) })).toEqual(
      unsure('a:aws_ssm_parameter.p, c:aws_ssm_parameter.p'),
    );
  });

  it('of the same provider of one document is known without an account', () => {
    const [dev] = documentsOf({
      dev: {
        data: { aws_ssm_parameter: { r: { name: '/vpc' } } },
        resource: {
          aws_vpc: { main: {} },
          aws_ssm_parameter: { p: { name: '/vpc', value: '${aws_vpc.main.id}' } },
          aws_probe: { it: { value: '${data.aws_ssm_parameter.r.value}' } },
        },
      },
    });

    expect(dev?.resources.find(({ type }) => type === 'aws_probe')?.body.value).toEqual(
      new Reference([{ key: 'dev:aws_vpc.main', attribute: 'id' }]),
    );
  });

  it('is not known where it may not be there', () => {
    expect(readBy({ a: writer({ count: '${var.on ? 1 : 0}' }) })).toEqual(unsure('a:aws_ssm_parameter.p[0]'));
  });

  it('is not known where its name is not told', () => {
    expect(readBy({ a: writer({}) }, 'value', PROVIDER, '${var.n}')).toEqual(
      new Unknown('the name of the parameter is not known (it is set from outside: ${var.n}): ${data.aws_ssm_parameter.p.value}'),
    );
  });

  it('is not known where a writer of an unknown name may overwrite it', () => {
    const c = (overwrite: Json): Document => writer({ name: '/${var.x}', overwrite });

    expect(readBy({ a: writer({}), c: c(false) })).toEqual(VPC);
    expect(readBy({ a: writer({}), c: c(true) })).toEqual(unsure('a:aws_ssm_parameter.p, c:aws_ssm_parameter.p'));
  });

  it('is not known where others may change it, or where nobody states what it holds', () => {
    expect(readBy({ a: writer({ lifecycle: { ignore_changes: ['value'] } }) })).toEqual(
      new Unknown('others may change value: lifecycle.ignore_changes leaves it to them'),
    );
    expect(readBy({ a: writer({ value: null, value_wo: 'x' }) })).toEqual(
      new Unknown("a:aws_ssm_parameter.p doesn't state what it holds"),
    );
  });

  it('that goes round in a circle says so', () => {
    const a = {
      provider: PROVIDER,
      data: { aws_ssm_parameter: { p: { name: '/vpc' } } },
      resource: { aws_ssm_parameter: { p: { name: '/vpc', value: '${data.aws_ssm_parameter.p.value}' } } },
    };

    expect(readBy({ a })).toEqual(new Unknown('it refers to itself: aws_ssm_parameter.p.value'));
  });
});
