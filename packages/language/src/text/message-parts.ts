import * as ast from '../generated/ast.ts';

/** A message as one group of customers gets it. */
export interface MessageVersion {
  /** Undefined where the message has no variants. */
  readonly variant?: ast.Variant;
  readonly parts: readonly ast.MessagePart[];
}

/** What takes the place of what in a variant: a text that of a file, a title that of a subject. */
const KIND: Readonly<Record<string, string>> = { TextPart: 'BodyPart', TitlePart: 'SubjectPart' };

/** All parts of the message and of its variants, in the order of the source. */
export function allParts(message: ast.Message): ast.MessagePart[] {
  return message.parts.flatMap((part): ast.MessagePart[] =>
    ast.isVariant(part) ? [part, ...part.parts] : [part],
  );
}

/** The message in each of its variants: a variant's parts take the place of the message's own of their kind. */
export function versionsOf(message: ast.Message): MessageVersion[] {
  const variants = message.parts.filter(ast.isVariant);
  const shared = message.parts.filter((part) => !ast.isVariant(part));
  if (variants.length === 0) return [{ parts: shared }];
  return variants.map((variant) => {
    const replaced = new Set(variant.parts.map(kindOf));
    return { variant, parts: [...shared.filter((part) => !replaced.has(kindOf(part))), ...variant.parts] };
  });
}

function kindOf({ $type }: ast.MessagePart): string {
  return KIND[$type] ?? $type;
}
