import type { LinkingError } from 'langium';
import { AstUtils, UriUtils } from 'langium';
import type { JourneyServices } from '../services.ts';
import * as ast from '../generated/ast.ts';
import { messageOf, type DiagnosticName } from '../diagnostics/registry.ts';
import { suggest } from '../diagnostics/suggest.ts';
import { isLibraryUri } from '../library/library.ts';
import { typeOf } from '../references/types.ts';
import { refOf } from '../references/ref-of.ts';

/** What people call the things that a name can refer to. */
const KINDS: Readonly<Record<string, string>> = {
  Declaration: 'declaration',
  Persona: 'persona',
  Segment: 'segment',
  Message: 'message',
  Journey: 'journey',
  Stage: 'stage',
  ModelStageName: 'stage of the model',
  StageModel: 'stage model',
  Policy: 'policy',
  Channel: 'channel',
  Place: 'channel or system',
  CapTarget: 'system or channel',
  Department: 'department',
  System: 'system',
  Connector: 'connector',
  Record: 'record',
  RecordOwner: 'system or connector',
  Setting: 'setting',
  Runnable: 'automation or journey',
  Automation: 'automation',
  Named: 'name',
};

/** A name that leads nowhere, in a sentence. */
export interface LinkingFinding {
  readonly name: DiagnosticName;
  readonly message: string;
  readonly suggestion?: string;
}

/** Says what is wrong with names that lead nowhere. */
export class LinkingFindings {
  private readonly services: JourneyServices;

  constructor(services: JourneyServices) {
    this.services = services;
  }

  /** The finding; undefined where it would only repeat another one's reason. */
  find(error: LinkingError): LinkingFinding | undefined {
    const { container, reference } = error.info;
    const text = reference.$refText;
    if (ast.isMember(container)) return this.findMember(container, text, error);
    if (ast.isSettingValue(container) && !this.hasConnector(container)) return undefined;
    if (ast.isImportedName(container) && !this.fileExists(container)) return undefined;
    const kind = KINDS[this.services.shared.AstReflection.getReferenceType(error.info)] ?? 'name';
    const path = this.fileThatExports(error);
    if (path !== undefined)
      return { name: 'not-imported', message: messageOf('not-imported', { kind, name: text, path }) };
    const suggestion = suggest(text, this.candidates(error));
    return {
      name: 'unknown-name',
      message: messageOf('unknown-name', { kind, name: text, suggestion }),
      ...(suggestion === undefined ? {} : { suggestion }),
    };
  }

  private findMember(member: ast.Member, text: string, error: LinkingError): LinkingFinding | undefined {
    if (typeOf(member.receiver).kind === 'unknown') return undefined;
    const suggestion = suggest(text, this.candidates(error));
    const owner = member.receiver.$cstNode?.text ?? '';
    return {
      name: 'unknown-member',
      message: messageOf('unknown-member', { owner, name: text, suggestion }),
      ...(suggestion === undefined ? {} : { suggestion }),
    };
  }

  private candidates(error: LinkingError): string[] {
    return this.services.references.ScopeProvider.getScope(error.info)
      .getAllElements()
      .map(({ name }) => name)
      .toArray();
  }

  /** The path to write into an import, where another file of the workspace declares the name. */
  private fileThatExports(error: LinkingError): string | undefined {
    const { container, reference } = error.info;
    if (ast.isImportedName(container)) return undefined;
    const here = AstUtils.getDocument(container).uri;
    const type = this.services.shared.AstReflection.getReferenceType(error.info);
    const found = this.services.shared.workspace.IndexManager.allElements(type).find(
      ({ name, documentUri }) =>
        name === reference.$refText &&
        !isLibraryUri(documentUri) &&
        documentUri.toString() !== here.toString(),
    );
    if (!found) return undefined;
    const path = UriUtils.relative(UriUtils.dirname(here), found.documentUri);
    return path.startsWith('.') ? path : `./${path}`;
  }

  private hasConnector(value: ast.SettingValue): boolean {
    const owner = value.$container;
    const system = ast.isSystem(owner) ? owner : refOf(owner.system);
    return refOf(system?.connector) !== undefined;
  }

  private fileExists(name: ast.ImportedName): boolean {
    const path = name.$container.path;
    return Boolean(path) && this.services.imports.exists(AstUtils.getDocument(name), path);
  }
}
