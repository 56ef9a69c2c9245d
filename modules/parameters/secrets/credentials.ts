import type { Construct } from 'constructs';

import type { ParameterPath } from '../parameter-path';
import { SecretParameter, type SecretParameterProps } from './secret-parameter';

/** A credential of a service, below the service's path. */
export interface CredentialProps extends Omit<SecretParameterProps, 'name'> {
  /** The service's path. */
  readonly path: ParameterPath;
  /** Which one: the key pair's or the user's name. */
  readonly credential: string;
}

function placed({ path, credential, ...secret }: CredentialProps, kind: string, description: string): SecretParameterProps {
  return { description, ...secret, name: `${path.toString()}/${kind}/${credential}` };
}

/** The private half of a key pair at `<path>/ssh/<credential>`: read by whom it names, changed in this one place. */
export class SshKey extends SecretParameter {
  constructor(scope: Construct, id: string, props: CredentialProps) {
    super(scope, id, placed(props, 'ssh', 'A private SSH key. Its value is in no code and no state.'));
  }
}

/** A password at `<path>/passwords/<credential>`. */
export class Password extends SecretParameter {
  constructor(scope: Construct, id: string, props: CredentialProps) {
    super(scope, id, placed(props, 'passwords', 'A password. Its value is in no code and no state.'));
  }
}
