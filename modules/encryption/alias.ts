import { asWritten, InputError } from '../core/input-error';

const PREFIX = 'alias/';

/**
 * Checks an alias as KMS would, which the provider doesn't before apply.
 * @source KMS API reference, CreateAlias, AliasName
 * @throws InputError LZ-KEY-1 without its prefix, LZ-KEY-2 one that AWS keeps for itself, LZ-KEY-3 other characters or too long
 */
export function checkAlias(alias: string): void {
  if (!alias.startsWith(PREFIX)) {
    const remedy = `write ${asWritten(`${PREFIX}${alias.replace(/^\/+/, '')}`)}`;
    throw InputError.of({ problem: 'an alias begins with alias/', got: asWritten(alias), remedy, code: 'LZ-KEY-1' });
  }
  if (alias.startsWith('alias/aws/')) {
    const remedy = "choose another name: these are AWS's own keys";
    throw InputError.of({ problem: 'AWS keeps alias/aws/ for itself', got: asWritten(alias), remedy, code: 'LZ-KEY-2' });
  }
  if (/^alias\/[a-zA-Z0-9/_-]+$/.test(alias) && alias.length <= 256) return;
  throw InputError.of({
    problem: 'an alias is made of letters, digits, /, _ and -, 256 characters at most with its prefix',
    got: asWritten(alias),
    remedy: 'name it after what it encrypts, like "alias/acme/logs"',
    code: 'LZ-KEY-3',
  });
}
