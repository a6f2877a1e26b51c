import type { System } from '@journey/model';
import { stableId } from '../hash.ts';
import type { CredentialKind } from './vendors/vendor.ts';
import type { CredentialReference } from './workflow.ts';

export interface NeededCredential extends CredentialReference {
  readonly kind: CredentialKind;
}

/** The credentials that the generated workflows refer to; what is in them is never known here. */
export class Credentials {
  readonly #needed = new Map<string, NeededCredential>();

  /** A node's reference to the system's credential of that kind. */
  use(system: System, kind: CredentialKind): Readonly<Record<string, CredentialReference>> {
    return this.#use(system.id, system.label, kind);
  }

  /** The same for a credential of the journeys' own. */
  useOwn(label: string, kind: CredentialKind): Readonly<Record<string, CredentialReference>> {
    return this.#use(label, label, kind);
  }

  all(): NeededCredential[] {
    return [...this.#needed.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  #use(owner: string, label: string, kind: CredentialKind): Readonly<Record<string, CredentialReference>> {
    const id = stableId('credential', owner, kind.type);
    const name = `${label} (${kind.type})`;
    this.#needed.set(id, { id, name, kind });
    return { [kind.type]: { id, name } };
  }
}
