import { imdsV2 } from '../../../../policies/rules/compute/imds-v2';
import { documentOf, found, foundIn, provider, ref } from './found';

const instance = (more: object = {}): Record<string, object> => ({ 'aws_instance.web': { ami: 'ami-1', ...more } });
const asking = { metadata_options: { http_tokens: 'required' } };
const template = (more: object = {}): Record<string, object> => ({ 'aws_launch_template.app': { name: 'app', ...more } });
const defaults = { 'aws_ec2_instance_metadata_defaults.all': { http_tokens: 'required' } };
const LEFT_OUT =
  'violated aws_instance.web: metadata_options.http_tokens is left out, and no default of its account and Region asks for tokens';
const OPTIONAL = 'metadata_options.http_tokens is "optional", so anything that fetches addresses gets credentials';

describe('compute/imds-v2', () => {
  it('takes a machine that asks for a token', () => {
    expect(found(imdsV2, instance(asking))).toEqual([]);
    expect(found(imdsV2, instance({ metadata_options: [{ http_tokens: 'required' }] }))).toEqual([]);
  });

  it('finds one that says nothing, and one that says optional', () => {
    expect(found(imdsV2, instance())).toEqual([LEFT_OUT]);
    expect(found(imdsV2, instance({ metadata_options: { http_tokens: 'optional' } }))).toEqual([
      `violated aws_instance.web: ${OPTIONAL}`,
    ]);
  });

  it('takes a service that is switched off', () => {
    expect(found(imdsV2, instance({ metadata_options: { http_endpoint: 'disabled' } }))).toEqual([]);
  });

  it('takes what the launch template says, by reference or by name', () => {
    expect(
      found(imdsV2, { ...template(asking), ...instance({ launch_template: { id: ref('aws_launch_template.app') } }) }),
    ).toEqual([]);
    expect(found(imdsV2, { ...template(asking), ...instance({ launch_template: { name: 'app' } }) })).toEqual([]);
  });

  it("holds a machine's own word above its template's", () => {
    const own = { launch_template: { name: 'app' }, metadata_options: { http_tokens: 'optional' } };

    expect(found(imdsV2, { ...template(asking), ...instance(own) })).toEqual([`violated aws_instance.web: ${OPTIONAL}`]);
  });

  it('can not tell what a template outside of the documents says', () => {
    expect(found(imdsV2, instance({ launch_template: { id: 'lt-0123456789abcdef0' } }))).toEqual([
      "unknown aws_instance.web: whether metadata asks for a token isn't known: its launch template lies outside of the documents",
    ]);
  });

  it('takes the default of the account and Region, in whatever stack', () => {
    expect(found(imdsV2, { ...instance(), ...defaults })).toEqual([]);
    expect(foundIn(imdsV2, { app: documentOf(instance()), base: documentOf(defaults) })).toEqual([]);
  });

  it("takes no other account's or Region's default", () => {
    const elsewhere = [provider('222222222222'), provider('111111111111', 'eu-west-2')];

    expect(elsewhere.map((place) => foundIn(imdsV2, { app: documentOf(instance()), base: documentOf(defaults, place) }))).toEqual(
      [[LEFT_OUT], [LEFT_OUT]],
    );
  });

  it('can not tell of a default whose account is not told', () => {
    const base = documentOf(defaults, { aws: { region: 'eu-west-1' } });

    expect(foundIn(imdsV2, { app: documentOf(instance()), base })).toEqual([
      "unknown aws_instance.web: whether metadata asks for a token isn't known: base:aws_ec2_instance_metadata_defaults.all may be for its account and Region",
    ]);
  });

  it('takes a default of the same stack where no account is told: there is one provider', () => {
    expect(foundIn(imdsV2, { app: documentOf({ ...instance(), ...defaults }, { aws: { region: 'eu-west-1' } }) })).toEqual([]);
  });

  it('finds a machine where the default asks for nothing', () => {
    const idle = { 'aws_ec2_instance_metadata_defaults.all': { http_tokens: 'no-preference' } };

    expect(found(imdsV2, { ...instance(), ...idle })).toEqual([LEFT_OUT]);
  });

  it.each(['aws_launch_template', 'aws_launch_configuration', 'aws_spot_instance_request'])('judges %s', (type) => {
    expect(found(imdsV2, { [`${type}.one`]: { metadata_options: { http_tokens: 'optional' } } })).toEqual([
      `violated ${type}.one: ${OPTIONAL}`,
    ]);
  });

  it('can not tell what a variable says', () => {
    expect(found(imdsV2, instance({ metadata_options: { http_tokens: '${var.tokens}' } }))).toEqual([
      "unknown aws_instance.web: whether metadata asks for a token isn't known: it is set from outside: ${var.tokens}",
    ]);
  });
});
