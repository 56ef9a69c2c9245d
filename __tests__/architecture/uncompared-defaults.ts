/** Literal defaults that default-tags.test.ts can't find in the code of their area, each to be proved by a test of its own. */
export const uncomparedDefaults: readonly string[] = [
  // The constant is a pair of numbers.
  'modules/core/flow/flow.ts FlowInput.clientPorts',
  // Left out and empty are told apart nowhere: readers list the names.
  'modules/landing-zone/configuration/landing-zone.ts LandingZoneInput.notifications',
  // Applied by a check that reads quotas by name.
  'modules/landing-zone/configuration/landing-zone.ts QuotasInput.interfaceGroups',
  'modules/landing-zone/configuration/landing-zone.ts NetworkInput.ranges',
  // Applied by modules/identity, which they are handed to as they are; its own tags are compared.
  'modules/landing-zone/configuration/landing-zone.ts SelfRotationInput.users',
  'modules/landing-zone/configuration/landing-zone.ts SelfRotationInput.machineUsers',
  'modules/landing-zone/configuration/landing-zone.ts SelfRotationInput.mfa',
  'modules/landing-zone/configuration/landing-zone.ts SelfRotationInput.enrolment',
  // Told from others by a comparison with true.
  'policies/difference/replacement/row.ts Row.defaults',
  'policies/model/network/routing.ts Route.replacesLocal',
  // The constant is a pair of numbers.
  'policies/reachability/query.ts Query.clientPorts',
];
