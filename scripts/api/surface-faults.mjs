const EXPORTED = /^export (?:(?:declare|abstract|const) )*(?:class|interface|type|function|enum|const|namespace) (\w+)/gm;
const FORGOTTEN = /\(ae-forgotten-export\) The symbol "(\w+)"/g;
const IMPORTED = /^import (?:type )?(?:\{ (.*) \}|\* as (\w+)) from '([^']+)';/gm;
const PASSED_ON = /^export (?:\{ (\w+) \}|\* from ['"]([^'"]+)['"])/gm;

const all = (text, pattern) => [...text.matchAll(pattern)];

/** The names that a report exports. */
const exportsOf = (report) => all(report, EXPORTED).map(([, name]) => name);

/** What of other packages an entry passes on: a user would get it in whatever version we happen to have. */
function passedOn([entry, report]) {
  const foreign = new Map(
    all(report, IMPORTED).flatMap(([, names = '', all, from]) =>
      [...names.split(', '), all].map((name) => [name?.split(' as ').at(-1), from]),
    ),
  );
  return all(report, PASSED_ON)
    .map(([, name, module]) => [name ?? '*', module ?? foreign.get(name)])
    .filter(([, from]) => from !== undefined)
    .map(([name, from]) => `${entry}: passes on ${name} of ${from}; let users import it from there`);
}

/**
 * What is wrong with a public surface, given the reports of its entries. A type that a signature names may come from
 * another entry, but has to come from one: else a user can't write it down.
 */
export function surfaceFaults(reports) {
  const known = new Set(reports.flatMap(([, report]) => exportsOf(report)));
  const unnamed = ([entry, report]) => {
    const names = [...new Set(all(report, FORGOTTEN).map(([, name]) => name))];
    // These are got at by what has them: a value by `typeof`, the members of a base by its heirs.
    const isBehind = (name) => new RegExp(`(typeof|extends) ${name}\\b`).test(report);
    return names
      .filter((name) => !known.has(name) && !isBehind(name))
      .map((name) => `${entry}: a signature names ${name}, which no entry exports`);
  };
  return reports.flatMap((report) => [...passedOn(report), ...unnamed(report)]);
}
