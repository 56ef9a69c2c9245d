import { type Documents, documentsOf, findStated } from '../../model/identity/reading/documents';
import { Register } from '../../model/identity/reading/register';
import { isTermList, isTermMap, type Term } from '../../model/term';
import type { ResourceFact } from '../../model/universe';
import type { Inquiry } from '../inquiry/inquiry';
import type { Actor } from '../inquiry/members';

/** A role that a resource works with, or may. */
export interface NamedRole {
  readonly role: Actor;
  /** Whether it surely is this one. */
  readonly certain: boolean;
}

const PROFILE = 'aws_iam_instance_profile';

/** Roles by what arguments call them: their own names and ARNs, and instance profiles that hold them. */
export class NamedRoles {
  readonly #documents: Documents;
  readonly #roles: Register;
  readonly #profiles: Register;
  readonly #actorByKey: ReadonlyMap<string, Actor>;
  readonly #inProfile: ReadonlySet<string>;

  constructor({ actors, universe }: Inquiry) {
    this.#documents = documentsOf(universe);
    this.#actorByKey = new Map(actors.map((actor) => [actor.key, actor]));
    this.#roles = new Register(this.#documents, this.#documents.of('aws_iam_role'), ['name'], 'account');
    const profiles = this.#documents.of(PROFILE);
    this.#profiles = new Register(this.#documents, profiles, ['name'], 'account');
    this.#inProfile = new Set(profiles.flatMap((profile) => this.#roles.named(profile.body.role, profile).key ?? []));
  }

  /** The roles of the documents that an argument of a resource names. A name of an instance profile is none of a role. */
  namedBy(fact: ResourceFact, argument: string): readonly NamedRole[] {
    const names = argument === 'iam_instance_profile' ? this.#profiles : this.#roles;
    const { key, maybe } = names.named(valueAt(fact.body, argument), fact);
    const all = [...(key === undefined ? [] : [key]), ...maybe];
    if (names === this.#roles) {
      return all.flatMap((each) => {
        const role = this.#actorByKey.get(each);
        return role === undefined ? [] : [{ role, certain: each === key }];
      });
    }
    return all.flatMap((each) => {
      const profile = this.#documents.find(each);
      const held = profile === undefined ? [] : this.namedBy(profile, 'role');
      return held.map(({ role, certain }) => ({ role, certain: certain && each === key }));
    });
  }

  /** Whether an instance profile of the documents surely holds a role. */
  isInProfile({ key }: Actor): boolean {
    return this.#inProfile.has(key);
  }
}

/** What an argument says, `block.argument` one of a block; a block of an instance profile tells its name or its ARN. */
function valueAt(body: Readonly<Record<string, Term>>, path: string): Term | undefined {
  const [argument = '', inside] = path.split('.');
  const value = body[argument];
  const block = isTermList(value) ? value[0] : value;
  if (!isTermMap(block)) return block;
  return inside === undefined ? (findStated(block.name) ?? block.arn) : block[inside];
}
