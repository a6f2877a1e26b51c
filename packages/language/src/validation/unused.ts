import type { AstNode, ValidationAcceptor } from 'langium';
import { AstUtils, URI } from 'langium';
import { report } from '../diagnostics/registry.ts';
import * as ast from '../generated/ast.ts';
import { say } from '../locale/speech.ts';
import { importedUri } from '../references/imports.ts';
import type { JourneyServices } from '../services.ts';
import { removeNode } from './edits.ts';
import { kindOf } from './names.ts';

type Unusable = ast.Message | ast.Persona | ast.Segment | ast.Policy;

/**
 * What a file declares for its journeys and none of them uses. A file without automations of journeys is there for
 * others, be it only in time; and what another file imports, by its name or with all the rest, is used.
 */
export function checkUnused(services: JourneyServices) {
  const { LangiumDocuments, IndexManager } = services.shared.workspace;

  const importsOf = (file: ast.File): ast.Import[] => {
    const { uri } = AstUtils.getDocument(file);
    return [...IndexManager.imports.importersOf(uri.toString())].flatMap((importer) => {
      const document = LangiumDocuments.getDocument(URI.parse(importer));
      if (!document) return [];
      const { imports } = document.parseResult.value as ast.File;
      return imports.filter(({ path }) => path && importedUri(document, path).toString() === uri.toString());
    });
  };

  return (file: ast.File, accept: ValidationAcceptor): void => {
    if (!file.declarations.some(isAutomated)) return;
    const declared = file.declarations.filter(isUnusable);
    if (declared.length === 0) return;
    const imports = importsOf(file);
    if (imports.some(({ names }) => names.length === 0)) return;
    const imported = new Set(imports.flatMap(({ names }) => names.map(({ target }) => target.$refText)));
    const referred = referredToIn(file);
    for (const node of declared) {
      if (!node.name || referred.has(node) || imported.has(node.name)) continue;
      const kind = kindOf(node);
      const fixes = removeNode(say`Remove it`, node);
      report(accept, 'unused-declaration', { kind, name: node.name }, { node, property: 'name', fixes });
    }
  };
}

function isUnusable(node: AstNode): node is Unusable {
  return ast.isMessage(node) || ast.isPersona(node) || ast.isSegment(node) || ast.isPolicy(node);
}

function isAutomated(node: AstNode): boolean {
  return ast.isJourney(node) && AstUtils.streamAllContents(node).some(ast.isAutomation);
}

/** The declarations that something else in the file refers to. */
function referredToIn(file: ast.File): ReadonlySet<AstNode> {
  const referred = new Set<AstNode>();
  for (const reference of AstUtils.getDocument(file).references) {
    const target = 'ref' in reference ? reference.ref : undefined;
    const source = reference.$refNode?.astNode;
    if (target && !(source && AstUtils.hasContainerOfType(source, (node) => node === target)))
      referred.add(target);
  }
  return referred;
}
