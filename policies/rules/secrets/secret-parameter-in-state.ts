import { Unknown } from '../../model/term';
import { findStated } from '../argument';
import { findLiteral } from '../literal';
import { factsOf, findingOn, type Rule } from '../rule';

const ID = 'secrets/secret-parameter-in-state';
const FIX = 'set value_wo and value_wo_version instead of value';

/** What is encrypted in Parameter Store stands in clear in the state, and in the code. */
export const secretParameterInState: Rule = {
  id: ID,
  summary: 'Secret parameters are only written, never kept in the state',
  judge: (universe) =>
    [...factsOf(universe, 'aws_ssm_parameter')].flatMap((parameter) => {
      const type = findLiteral(parameter.body.type);
      const value = findStated(parameter.body.value);
      // A plan and a state have the argument for write-only values too, empty.
      if (value === undefined || (type !== 'SecureString' && !(type instanceof Unknown))) return [];
      if (type instanceof Unknown) {
        const problem = `whether it is a SecureString, whose value the state keeps in clear, isn't known: ${type.why}`;
        return [findingOn(ID, parameter, problem, FIX, 'unknown')];
      }
      const how = typeof value === 'string' ? `a value of ${String(value.length)} characters stands in clear` : 'its value goes';
      return [
        findingOn(
          ID,
          parameter,
          typeof value === 'string' ? `${how}, and goes to the state` : `${how} to the state in clear`,
          FIX,
        ),
      ];
    }),
};
