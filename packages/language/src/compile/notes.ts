import type { AstNode } from 'langium';
import type { Backstage, Evidence, Note, Notes } from '@journey/model';
import * as ast from '../generated/ast.ts';
import { refOf } from '../references/ref-of.ts';
import { optional, type CompileContext } from './context.ts';

/** What a stage or a touchpoint notes. */
export function notesOf(members: readonly AstNode[], context: CompileContext): Notes {
  const notes = (kind: ast.Note['kind']): Note[] =>
    members
      .filter(ast.isNote)
      .filter((node) => node.kind === kind)
      .map((node) => note(node, context));
  return {
    pains: notes('pain'),
    opportunities: notes('opportunity'),
    quotes: notes('quote'),
    motivations: notes('motivation'),
    behaviours: notes('behaviour'),
    questions: notes('question'),
    backstage: members.filter(ast.isBackstage).map((node) => backstage(node, context)),
    evidence: members.filter(ast.isEvidence).map((node) => evidence(node, context)),
  };
}

function note(node: ast.Note, context: CompileContext): Note {
  const persona = refOf(node.persona);
  return {
    text: node.text,
    ...optional('persona', persona && context.use(persona)),
    source: context.source(node),
  };
}

function backstage(node: ast.Backstage, context: CompileContext): Backstage {
  const departments = node.departments.flatMap(({ ref }) => (ref ? [context.use(ref)] : []));
  return { text: node.text, departments, source: context.source(node) };
}

function evidence(node: ast.Evidence, context: CompileContext): Evidence {
  const from = refOf(node.origin);
  const kind = ast.isSystem(from) ? 'system' : 'dataSource';
  return {
    text: node.text,
    ...optional('origin', from && ({ kind, id: context.use(from) } as const)),
    ...optional('date', node.date),
    source: context.source(node),
  };
}
