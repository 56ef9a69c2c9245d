import { asWritten, InputError } from '../../core/input-error';

/** A part of a token's subject: what it names, and what a name of that kind looks like. */
export interface SubjectPart {
  readonly noun: string;
  readonly form: RegExp;
  readonly example: string;
}

/**
 * A name that becomes part of a subject which a role trusts. A wildcard in it, or a variable, would let in others.
 * @throws InputError LZ-DELIVERY-1 it stands for more than one, LZ-DELIVERY-2 no name of this kind
 */
export function checkSubjectPart({ noun, form, example }: SubjectPart, text: string): void {
  const remedy = `write its name, such as ${asWritten(example)}`;
  const got = asWritten(text);
  if (/[*?]|\$\{/.test(text)) {
    throw InputError.of({
      problem: `whoever is trusted comes from one ${noun}, and this stands for others`,
      got,
      remedy,
      code: 'LZ-DELIVERY-1',
    });
  }
  if (!form.test(text)) throw InputError.of({ problem: `this names no ${noun}`, got, remedy, code: 'LZ-DELIVERY-2' });
}

/** @source git-check-ref-format: what a branch can't have in its name; a colon would end the part */
export const BRANCH: SubjectPart = { noun: 'branch', form: /^(?![/.-])[^\s~^:\\[\]@{}\p{Cc}]+(?<![/.])$/u, example: 'main' };

/** An issuer's host. IAM takes no port with it. */
export const HOSTNAME: SubjectPart = {
  noun: 'host',
  form: /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/,
  example: 'gitlab.com',
};
