import type { AstNode, CstNode, FindReferencesOptions, ReferenceDescription, Stream } from 'langium';
import { AstUtils, CstUtils, DefaultReferences, stream } from 'langium';
import * as ast from '../generated/ast.ts';
import type { JourneyServices } from '../services.ts';
import { overriddenBy, type JourneyPart } from './inheritance.ts';

/** What a name leads to: the name of a part that overrides another is a reference to that one. */
export class JourneyReferences extends DefaultReferences {
  private readonly services: JourneyServices;

  constructor(services: JourneyServices) {
    super(services);
    this.services = services;
  }

  protected override getSelfNodes(node: AstNode): AstNode[] {
    const overridden = isOverride(node) ? overriddenBy(node) : undefined;
    return overridden ? [overridden] : super.getSelfNodes(node);
  }

  override findReferences(target: AstNode, options: FindReferencesOptions): Stream<ReferenceDescription> {
    return super.findReferences(target, options).concat(this.overridesOf(target, options));
  }

  private overridesOf(target: AstNode, { documentUri }: FindReferencesOptions): Stream<ReferenceDescription> {
    const { LangiumDocuments } = this.services.shared.workspace;
    return stream(LangiumDocuments.all)
      .filter(({ uri }) => documentUri === undefined || uri.toString() === documentUri.toString())
      .flatMap(({ parseResult }) =>
        (parseResult.value as ast.File).declarations
          .filter(ast.isJourney)
          .filter(({ base }) => base)
          .flatMap((journey) => AstUtils.streamAllContents(journey).filter(isOverride).toArray()),
      )
      .filter((part) => overriddenBy(part) === target)
      .flatMap((part) => {
        const name = this.nameProvider.getNameNode(part);
        return name ? [this.descriptionOf(part, name, target)] : [];
      });
  }

  private descriptionOf(part: JourneyPart, name: CstNode, target: AstNode): ReferenceDescription {
    const [from, to] = [AstUtils.getDocument(part), AstUtils.getDocument(target)];
    return {
      sourceUri: from.uri,
      sourcePath: this.nodeLocator.getAstNodePath(part),
      targetUri: to.uri,
      targetPath: this.nodeLocator.getAstNodePath(target),
      segment: CstUtils.toDocumentSegment(name),
      local: from === to,
    };
  }
}

function isOverride(node: AstNode): node is JourneyPart {
  const isPart = ast.isStage(node) || ast.isTouchpoint(node) || ast.isAutomation(node) || ast.isKpi(node);
  return isPart && node.override;
}
