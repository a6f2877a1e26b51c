import type { AstNode, LinkingError } from 'langium';
import { AstUtils } from 'langium';
import type { Range } from 'vscode-languageserver-types';
import { replace, type Fix } from '../diagnostics/fix.ts';
import type { JourneyServices } from '../services.ts';
import * as ast from '../generated/ast.ts';
import { messageOf, type DiagnosticName } from '../diagnostics/registry.ts';
import { suggest } from '../diagnostics/suggest.ts';
import { importEdit } from '../references/import-edits.ts';
import { pathBetween } from '../references/imports.ts';
import { typeOf } from '../references/types.ts';
import { refOf, refText } from '../references/ref-of.ts';
import { textOf } from './edits.ts';
import { say } from '../locale/speech.ts';

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
  PointOfSale: 'point of sale',
  EvidenceOrigin: 'source of data or system',
  VersionPart: 'stage, automation or message',
  InheritedPart: 'inherited stage, touchpoint, automation or KPI',
  Place: 'channel or system',
  Outlet: 'system or channel',
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

/** How many names a sentence lists. */
const MAX_NAMED = 10;
const ENGAGEMENTS: ReadonlySet<string> = new Set(
  'sent delivered opened clicked replied bounced failed'.split(' '),
);

/** A name that leads nowhere, in a sentence. */
export interface LinkingFinding {
  readonly name: DiagnosticName;
  readonly message: string;
  /** What may be done about it; the range is the name's. */
  readonly fixes: (range: Range) => readonly Fix[];
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
    if (ast.isSettingValue(container)) return this.findSetting(container, text, error);
    if (ast.isImportedName(container) && !this.fileExists(container)) return undefined;
    const kind = KINDS[this.services.shared.AstReflection.getReferenceType(error.info)] ?? 'name';
    const path = this.fileThatExports(error);
    if (path !== undefined) {
      const message = messageOf('not-imported', { kind, name: text, path });
      return {
        name: 'not-imported',
        message,
        fixes: () => importFix(AstUtils.findRootNode(container), text, path),
      };
    }
    const suggestion = this.recordOfSystem(error) ?? suggest(text, this.candidates(error));
    if (suggestion === undefined && isComparedWithText(container)) {
      const message = messageOf('unquoted-text', { text });
      return {
        name: 'unquoted-text',
        message,
        fixes: (range) => [replace(say`Put it in quotes`, range, `"${text}"`, true)],
      };
    }
    const message = messageOf('unknown-name', { kind, name: text, suggestion });
    return { name: 'unknown-name', message, fixes: renameFix(suggestion) };
  }

  private findMember(member: ast.Member, text: string, error: LinkingError): LinkingFinding | undefined {
    const receiver = typeOf(member.receiver);
    // What a system offers is unknown as long as its connector is, and that has been said.
    if (receiver.kind === 'unknown' || (receiver.kind === 'system' && !receiver.connector)) return undefined;
    // What became of a message is asked with the message in brackets.
    const asked =
      receiver.kind === 'message' && ENGAGEMENTS.has(text)
        ? `${text}(${textOf(member.receiver)})`
        : undefined;
    if (asked !== undefined) {
      const range = member.$cstNode?.range;
      const message = messageOf('unknown-member', {
        owner: textOf(member.receiver),
        name: text,
        suggestion: asked,
        known: '',
      });
      const fixes = range ? [replace(say`Change to "${asked}"`, range, asked, true)] : [];
      return { name: 'unknown-member', message, fixes: () => fixes };
    }
    const suggestion = suggest(text, this.candidates(error));
    const owner = member.receiver.$cstNode?.text ?? '';
    const known = this.membersNamed(member, error);
    const message = messageOf('unknown-member', { owner, name: text, suggestion, known });
    return { name: 'unknown-member', message, fixes: renameFix(suggestion) };
  }

  private findSetting(value: ast.SettingValue, text: string, error: LinkingError): LinkingFinding {
    const owner = value.$container;
    const connector = refText((ast.isSystem(owner) ? owner : refOf(owner.system))?.connector);
    const names = this.candidates(error);
    const suggestion = suggest(text, names);
    const message = messageOf('unknown-member', {
      owner: connector,
      name: text,
      suggestion,
      known: names.join(', '),
    });
    return { name: 'unknown-member', message, fixes: renameFix(suggestion) };
  }

  /** What may stand there instead: of a system its actions where one is called, else its events. */
  private membersNamed(member: ast.Member, error: LinkingError): string {
    const isCalled = ast.isCall(member.$container) && member.$container.callee === member;
    const isOfSystem = typeOf(member.receiver).kind === 'system';
    const wanted = isCalled ? 'Action' : 'EventType';
    const names = this.services.references.ScopeProvider.getScope(error.info)
      .getAllElements()
      .filter(({ type }) => !isOfSystem || type === wanted)
      .map(({ name }) => name)
      .toArray();
    return [...names.slice(0, MAX_NAMED), ...(names.length > MAX_NAMED ? ['…'] : [])].join(', ');
  }

  /** A record of a system is named after it: `club.member`. */
  private recordOfSystem({ info: { container, reference } }: LinkingError): string | undefined {
    if (!ast.isRecordType(container) || container.owner) return undefined;
    const scopes = this.services.references.ScopeProvider;
    const owners = scopes.getScope({ container, property: 'owner', reference }).getAllElements();
    const owner = owners.find((description) => {
      const system = description.type === 'System' ? scopes.nodeOf(description) : undefined;
      const members = ast.isSystem(system) ? (refOf(system.connector)?.members ?? []) : [];
      return members.some((member) => ast.isRecord(member) && member.name === reference.$refText);
    });
    return owner && `${owner.name}.${reference.$refText}`;
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
    const paths = this.services.shared.workspace.IndexManager.offersOf(reference.$refText, type)
      .filter(({ documentUri }) => documentUri.toString() !== here.toString())
      .map(({ documentUri }) => pathBetween(here, documentUri));
    return paths.sort((one, other) => distanceOf(one) - distanceOf(other) || one.length - other.length)[0];
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

/** Whether a name stands on the other side of a text: `customer.language == he`. */
function isComparedWithText(container: AstNode): boolean {
  const comparison = container.$container;
  if (!ast.isReference(container) || !ast.isBinary(comparison)) return false;
  if (comparison.operator !== '==' && comparison.operator !== '!=') return false;
  const { kind, ...type } = typeOf(comparison.left);
  return comparison.right === container && kind === 'primitive' && 'name' in type && type.name === 'text';
}

function importFix(file: AstNode, name: string, path: string): Fix[] {
  if (!ast.isFile(file)) return [];
  return [
    { title: say`Import "${name}" from "${path}"`, edits: [importEdit(file, name, path)], preferred: true },
  ];
}

/** How many folders lie between; the nearest file is most likely the one that is meant. */
function distanceOf(path: string): number {
  return path.split('/').length + path.split('../').length;
}

function renameFix(suggestion: string | undefined): (range: Range) => Fix[] {
  return (range) =>
    suggestion === undefined ? [] : [replace(say`Change to "${suggestion}"`, range, suggestion, true)];
}
