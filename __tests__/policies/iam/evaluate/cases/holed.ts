import { type Reference, Template, type Unknown } from '../../../../../policies/model/term';

/** A policy with one text that only apply tells, where `@` stands. */
export function holed(statement: object, hole: Reference | Unknown): Template {
  const [before = '', after = ''] = JSON.stringify({ Version: '2012-10-17', Statement: [statement] }).split('@');
  return new Template([before, hole, after]);
}
