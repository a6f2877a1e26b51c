import type { ValidationAcceptor } from 'langium';
import { TEXT_FILTERS } from '@journey/model';
import * as ast from '../generated/ast.ts';
import { report } from '../diagnostics/registry.ts';
import { suggest } from '../diagnostics/suggest.ts';
import { isTextFilter, type TemplatePiece } from '../text/template.ts';
import { versionsOf } from '../text/message-parts.ts';
import type { MessageTexts, WrittenText } from '../text/message-texts.ts';
import type { JourneyServices } from '../services.ts';
import { typeOfMember, typeOfNamed, type Type } from '../references/types.ts';
import { refOf } from '../references/ref-of.ts';
import { SentValues } from '../references/sent-values.ts';

type Variable = Extract<TemplatePiece, { kind: 'variable' }>;

/** Checks messages where they are written and where they are sent. */
export class MessageChecks {
  private readonly services: JourneyServices;
  private readonly texts: MessageTexts;
  private readonly sent: SentValues;

  constructor(services: JourneyServices) {
    this.services = services;
    this.texts = services.texts;
    this.sent = new SentValues(services);
  }

  readonly checkMessage = (message: ast.Message, accept: ValidationAcceptor): void => {
    const hasText = versionsOf(message).every(({ parts }) =>
      parts.some((part) => ast.isTextPart(part) || ast.isBodyPart(part)),
    );
    if (!hasText && message.name)
      report(accept, 'message-without-text', { name: message.name }, { node: message, property: 'name' });
    for (const written of this.texts.of(message)) {
      const { node, missingFile } = written;
      if (missingFile !== undefined && ast.isBodyPart(node)) {
        report(accept, 'message-file-missing', { path: missingFile }, { node, property: 'file' });
      }
      for (const variable of variablesOf(written)) this.checkFilter(written, variable, accept);
    }
  };

  private checkFilter(written: WrittenText, variable: Variable, accept: ValidationAcceptor): void {
    const name = variable.filter?.name;
    if (name === undefined || isTextFilter(name)) return;
    const parameters = { name, known: TEXT_FILTERS.join(', '), suggestion: suggest(name, TEXT_FILTERS) };
    report(accept, 'unknown-filter', parameters, { node: written.node, ...place(written, variable) });
  }

  /** Every variable of the message's texts must be known where the message is sent. */
  readonly checkSend = (send: ast.Send, accept: ValidationAcceptor): void => {
    const message = refOf(send.message);
    if (!message) return;
    const reported = new Set<string>();
    for (const variable of this.texts.of(message).flatMap(variablesOf)) {
      const name = variable.path.join('.');
      if (reported.has(name)) continue;
      const problem = this.problemWith(variable, message, send);
      if (!problem) continue;
      reported.add(name);
      if (!/^[\p{L}\p{M}\p{N}_.]*$/u.test(name)) {
        report(
          accept,
          'reckoning-in-text',
          { message: message.name, name },
          { node: send, property: 'message' },
        );
        continue;
      }
      const parameters = { message: message.name, name, suggestion: problem.suggestion };
      report(accept, 'unknown-variable', parameters, { node: send, property: 'message' });
    }
  };

  private problemWith(
    variable: Variable,
    message: ast.Message,
    send: ast.Send,
  ): { suggestion: string | undefined } | undefined {
    const [root = '', ...fields] = variable.path;
    const parameter = message.parameters.find(({ name }) => name === root);
    const target = parameter ?? this.sent.valueNamed(root, send);
    if (!target) return { suggestion: suggest(root, this.sent.valuesAt(send)) };
    return this.problemWithFields(typeOfNamed(target), fields, root);
  }

  private problemWithFields(
    type: Type,
    fields: readonly string[],
    path: string,
  ): { suggestion: string | undefined } | undefined {
    const [field, ...rest] = fields;
    if (field === undefined || type.kind === 'unknown') return undefined;
    const members = this.services.references.ScopeProvider.members(type);
    const member = members.find(({ name }) => name === field);
    if (!member) {
      const near = suggest(
        field,
        members.map(({ name }) => name),
      );
      return { suggestion: near === undefined ? undefined : `${path}.${near}` };
    }
    return this.problemWithFields(typeOfMember(member), rest, `${path}.${field}`);
  }
}

function variablesOf(written: WrittenText): Variable[] {
  return written.pieces.filter((piece) => piece.kind === 'variable');
}

function place(written: WrittenText, variable: Variable) {
  const range = written.rangeOf(variable);
  return range ? { range } : {};
}
