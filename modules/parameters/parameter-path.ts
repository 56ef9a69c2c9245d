import type { Place } from '../core/aws/arn';
import { asWritten, ProblemList, withSubject } from '../core/input-error';
import { checkName, parameterArn } from './parameter-name';

/** The levels of a service's path. */
export interface PathParts {
  readonly organization: string;
  readonly environment: string;
  readonly service: string;
}

/** Where the parameters of a service stand: `/<organization>/<environment>/<service>`. */
export class ParameterPath {
  private constructor(private readonly text: string) {}

  /** @throws InputError LZ-PARAM-2 to LZ-PARAM-7, all that apply */
  static of(parts: PathParts): ParameterPath {
    const { organization, environment, service } = parts;
    const path = new ParameterPath(`/${organization}/${environment}/${service}`);
    const subject = `ParameterPath "${path.text}"`;
    const problems = new ProblemList();
    for (const [part, value] of Object.entries({ organization, environment, service })) {
      if (!value.includes('/')) continue;
      const problem = `${part} is one level of the path`;
      problems.add({ subject, problem, got: asWritten(value), remedy: 'write it without a slash', code: 'LZ-PARAM-7' });
    }
    problems.attempt(subject, () => checkName(path.text));
    problems.throwIfAny();
    return path;
  }

  /**
   * A path of any form: `/lz/dev/network`.
   * @throws InputError LZ-PARAM-1 to LZ-PARAM-6, all that apply
   */
  static parse(text: string): ParameterPath {
    withSubject(`ParameterPath "${text}"`, () => checkName(text));
    return new ParameterPath(text);
  }

  /**
   * The full name of a parameter below: `name('database/host')`.
   * @throws InputError LZ-PARAM-2 to LZ-PARAM-5, all that apply
   */
  name(below: string): string {
    const name = `${this.text}/${below}`;
    withSubject(`ParameterPath "${this.text}"`, () => checkName(name));
    return name;
  }

  /** The ARN that stands for the path itself, which lists are asked for by. */
  arn(place: Place): string {
    return parameterArn(place, this.text);
  }

  /** The ARN that stands for everything below, and for nothing beside: the slash keeps `shop2` out of `shop`. */
  arnOfAll(place: Place): string {
    return parameterArn(place, `${this.text}/*`);
  }

  toString(): string {
    return this.text;
  }
}
