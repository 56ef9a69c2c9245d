import { resources, rules } from '../../../../../policies/controls/answers';
import type { Control } from '../../../../../policies/controls/control';
import { controls } from '../../../../../policies/controls/registry';
import { MEANS, meansFor } from '../../../../../policies/report/page/controls/means';

const control = (rest: Partial<Control>): Control => ({ id: 'c', title: 'C', ids: {}, answers: [], ...rest });

describe('how a control is seen to', () => {
  it.each<[string, Partial<Control>, readonly string[]]>([
    ['by a rule', { answers: rules('storage/tls-only') }, ['refused']],
    ['by a proof', { answers: [{ by: 'proof', rule: 'access/claims' }] }, ['proven']],
    ['by a resource', { answers: resources('aws_kms_key') }, ['generated']],
    ['by an alarm', { answers: resources('aws_cloudwatch_metric_alarm') }, ['detected']],
    ['by a rule of AWS Config', { answers: resources('aws_config_config_rule') }, ['detected']],
    ['by a rule of AWS Config for all accounts', { answers: resources('aws_config_organization_managed_rule') }, ['detected']],
    ['by a recorder, which is no rule', { answers: resources('aws_config_configuration_recorder') }, ['generated']],
    ['by nobody yet', { open: 'it is not made yet' }, ['not yet']],
    ['by people', { open: 'a person does', seenTo: 'people' }, ['manual']],
    ['by the account', { open: 'shown there', seenTo: 'account' }, ['account only']],
    ['in part', { answers: rules('a/b'), open: 'the rest' }, ['refused', 'not yet']],
  ])('%s', (_by, rest, means) => {
    expect(meansFor([control(rest)])).toEqual(means);
  });

  it('of several controls has each word once, in the order of the legend', () => {
    const both = [
      control({ open: 'x' }),
      control({ answers: [...rules('a/b'), ...resources('aws_kms_key')] }),
      control({ open: 'y' }),
    ];

    expect(meansFor(both)).toEqual(['generated', 'refused', 'not yet']);
  });

  it('has a word for every control of the registry, and only words of the legend', () => {
    const words = controls.map((one) => meansFor([one]));

    expect(words.filter((each) => each.length === 0)).toEqual([]);
    expect(words.flat().filter((word) => !Object.hasOwn(MEANS, word))).toEqual([]);
  });

  it('is left to people or the account only where something is open', () => {
    expect(controls.filter(({ seenTo, open }) => seenTo !== undefined && open === undefined)).toEqual([]);
  });
});
