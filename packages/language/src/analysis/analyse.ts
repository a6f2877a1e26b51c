import type { AstNode, ValidationAcceptor } from 'langium';
import { AstUtils, UriUtils } from 'langium';
import { keyOf, partsOf } from '../build/parts.ts';
import { compileDocument } from '../compile/compile.ts';
import { report } from '../diagnostics/registry.ts';
import type { JourneyServices } from '../services.ts';
import { tidied } from '../diagnostics/fix.ts';
import type { Find, ModelCheck, TextOf } from './check.ts';
import { flowChecks } from './flow/index.ts';
import { messagesChecks } from './messages/index.ts';
import { policyChecks } from './policy/index.ts';
import { senseChecks } from './sense/index.ts';

const CHECKS: readonly ModelCheck[] = [...flowChecks, ...messagesChecks, ...policyChecks, ...senseChecks];

/** Reasons about the compiled model of a file: whatever is easier to see there than in the text. */
export function analyse(services: JourneyServices): (file: AstNode, accept: ValidationAcceptor) => void {
  const { graph } = services.shared.workspace.IndexManager;
  return (file, accept) => {
    const document = AstUtils.getDocument(file);
    const name = UriUtils.basename(document.uri);
    // A part that several journeys have, because one extends the other, is wrong once.
    const found = new Set<string>();
    const find: Find = (finding, parameters, { file: path, start, end }, fixes) => {
      const key = JSON.stringify([finding, parameters, start, end]);
      if (path === name && found.size < found.add(key).size)
        report(accept, finding, parameters, {
          node: file,
          range: { start, end },
          fixes: (fixes ?? []).map((fix) => tidied(fix, document.textDocument)),
        });
    };
    const textOf: TextOf = ({ file: path, start, end }) =>
      path === name ? document.textDocument.getText({ start, end }) : '';
    // What the file doesn't need has no say in its findings: no change of it can change them.
    const needed = graph.neededBy(partsOf(document).map((part) => keyOf(part, document)));
    const isNeeded = (part: AstNode) => needed.has(keyOf(part, AstUtils.getDocument(part)));
    const model = compileDocument(document, services, isNeeded);
    for (const check of CHECKS) check(model, find, textOf);
  };
}
