import { isPasswordArgument } from '../../rules/secrets/password-arguments';
import { isNodeList, isNodeMap, isOpen, type Node, open, SENSITIVE } from './value';

/** Names of arguments that hold a secret itself, and not the place where it is kept. */
const SECRET =
  /(?:^|_)(?:password|passwd|passphrase|secret|secret_key|secret_string|secret_binary|token|auth_token|private_key|preshared_key|value_wo)(?:_wo)?$/;
const NO_SECRET = /^(?:next_token|http_tokens|token_validity|.*_(?:arn|id|name|version|length))$/;

/** Whether an argument holds a secret, by what it is called. */
function isSecret(type: string, path: string): boolean {
  const name = path.split('.').at(-1) ?? '';
  return isPasswordArgument(type, path) || (SECRET.test(name) && !NO_SECRET.test(name));
}

/** A value whose secrets are told apart and never shown: of documents that don't say themselves what is sensitive. */
export function concealed(type: string, node: Node, path = ''): Node {
  if (node === null) return node;
  if (path !== '' && isSecret(type, path)) return hidden(node);
  if (isNodeList(node)) return node.map((each) => concealed(type, each, path));
  if (!isNodeMap(node)) return node;
  return Object.fromEntries(
    Object.entries(node).map(([name, inner]) => [name, concealed(type, inner, path === '' ? name : `${path}.${name}`)]),
  );
}

/** A value that is told apart from others, and never shown. */
export function hidden(node: Node): Node {
  if (node === null) return node;
  // A text that is put together may have a part of it; a name of another resource's attribute has none.
  if (isOpen(node) && /^(?:after|expression) /.test(node.identity)) return node;
  return open(SENSITIVE, `secret ${JSON.stringify(node)}`);
}
