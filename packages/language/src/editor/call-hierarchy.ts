import type { AstNode, LangiumDocument } from 'langium';
import { AstUtils, URI } from 'langium';
import type { CallHierarchyProvider } from 'langium/lsp';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyIncomingCallsParams,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CallHierarchyOutgoingCallsParams,
  CallHierarchyPrepareParams,
} from 'vscode-languageserver';
import * as ast from '../generated/ast.ts';
import { refOf } from '../references/ref-of.ts';
import { sitesOf } from '../references/sites.ts';
import type { JourneyEditorServices } from './services.ts';
import { shownLabel } from './symbols.ts';
import { UriUtils } from 'langium';

type Caller = ast.Automation | ast.Stage | ast.Journey;
type Callee = Caller | ast.Message;

/** Who runs an automation, sends a message or leads to a stage; and what an automation, stage or journey leads to. */
export class JourneyCallHierarchy implements CallHierarchyProvider {
  private readonly services: JourneyEditorServices;

  constructor(services: JourneyEditorServices) {
    this.services = services;
  }

  prepareCallHierarchy(
    document: LangiumDocument,
    { position }: CallHierarchyPrepareParams,
  ): CallHierarchyItem[] {
    const declarations = this.services.names.at(document, position)?.declarations ?? [];
    return declarations.filter(isCallee).flatMap((node) => this.item(node) ?? []);
  }

  incomingCalls({ item }: CallHierarchyIncomingCallsParams): CallHierarchyIncomingCall[] {
    const callee = this.nodeOf(item);
    if (!callee) return [];
    const calls = sitesOf(callee, this.services).flatMap(({ node }) => {
      const caller = calledBy(node) === callee ? callerOf(node) : undefined;
      return caller && caller !== callee ? [{ node, caller }] : [];
    });
    return this.grouped(calls.map(({ node, caller }) => ({ node, other: caller }))).map(
      ([from, fromRanges]) => ({
        from,
        fromRanges,
      }),
    );
  }

  outgoingCalls({ item }: CallHierarchyOutgoingCallsParams): CallHierarchyOutgoingCall[] {
    const caller = this.nodeOf(item);
    if (!caller) return [];
    const calls = AstUtils.streamAllContents(caller)
      .toArray()
      .flatMap((node) => {
        const other = calledBy(node);
        return other ? [{ node, other }] : [];
      });
    return this.grouped(calls).map(([to, fromRanges]) => ({ to, fromRanges }));
  }

  private grouped(calls: readonly { readonly node: AstNode; readonly other: Callee }[]) {
    const ranges = new Map<Callee, CallHierarchyIncomingCall['fromRanges']>();
    for (const { node, other } of calls) {
      const range = node.$cstNode?.range;
      if (range) ranges.set(other, [...(ranges.get(other) ?? []), range]);
    }
    return [...ranges].flatMap(([other, fromRanges]) => {
      const item = this.item(other);
      return item ? [[item, fromRanges] as const] : [];
    });
  }

  private item(node: Callee): CallHierarchyItem | undefined {
    const range = node.$cstNode?.range;
    const name = this.services.names.declarationOf(node);
    if (!range || !name) return undefined;
    const { uri } = AstUtils.getDocument(node);
    const file = UriUtils.basename(uri);
    const label = shownLabel(node);
    return {
      name: label ?? node.name,
      detail: label === undefined ? file : `${node.name} · ${file}`,
      kind: this.services.shared.lsp.NodeKindProvider.getSymbolKind(node),
      uri: uri.toString(),
      range,
      selectionRange: name.range,
    };
  }

  /** The node of an item that was sent before; undefined where its text has changed since. */
  private nodeOf({ uri, selectionRange }: CallHierarchyItem): Callee | undefined {
    const document = this.services.shared.workspace.LangiumDocuments.getDocument(URI.parse(uri));
    const [node] = (document && this.services.names.at(document, selectionRange.start)?.declarations) ?? [];
    return node && isCallee(node) ? node : undefined;
  }
}

function isCallee(node: AstNode): node is Callee {
  return ast.isMessage(node) || isCaller(node);
}

function isCaller(node: AstNode): node is Caller {
  return ast.isAutomation(node) || ast.isStage(node) || ast.isJourney(node);
}

function callerOf(node: AstNode): Caller | undefined {
  return AstUtils.getContainerOfType(node.$type === 'Stage' ? node.$container : node, isCaller);
}

/** What a statement leads to: a message that is sent, an automation that is run, a stage that is moved to. */
function calledBy(node: AstNode): Callee | undefined {
  if (ast.isSend(node)) return refOf(node.message);
  if (ast.isRun(node)) return refOf(node.target);
  if (ast.isMove(node)) return refOf(node.stage);
  return ast.isStage(node) ? refOf(node.nested) : undefined;
}
