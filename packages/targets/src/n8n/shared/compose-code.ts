import type { LocalizedText, Message } from '@journey/model';
import type { JourneyContext } from '../context.ts';
import { literal } from '../javascript/literal.ts';
import { compileParameters, compileText, inLanguage, textPrelude, variantsOf } from '../javascript/text.ts';

/**
 * Writes a message for one customer: who gets it, in which language, its texts and, in the order of the text, the
 * variables that a template takes.
 */
export function composeCode(context: JourneyContext, message: Message, asked: string): string {
  const { languages, fallback } = variantsOf(message, context.language);
  const scope = context.scope('state');
  const text = (texts: readonly LocalizedText[], language: string): string => {
    const chosen = inLanguage(texts, language);
    if (chosen === undefined) return '""';
    const compiled = compileText(chosen.parts, language, scope);
    return isMarkup(chosen) ? `markup(() => ${compiled})` : compiled;
  };
  const variants = languages.map((language) => {
    const body = inLanguage(message.body, language);
    const parameters = body === undefined ? [] : compileParameters(body.parts, language, scope);
    return `  ${literal(language)}: () => ({
    parameters: [${parameters.join(', ')}],
    message: { subject: ${text(message.subject, language)}, body: ${text(message.body, language)}, language: ${literal(language)} },
  }),`;
  });
  return `const state = ${asked};
const { step } = state;
const recipient = { ...state.customer, ...step.to };
const named = (name) => step.args?.[name] ?? state.vars[name];
${textPrelude(context.zone)}
const texts = {
${variants.join('\n')}
};
const language = Object.hasOwn(texts, recipient.language ?? '') ? recipient.language : ${literal(fallback)};
const to = String(recipient.phone ?? '').replace(/[^\\d+]/g, '');
return [{ json: { to, recipient, language, ...texts[language]() } }];`;
}

function isMarkup(text: LocalizedText): boolean {
  return /\.html?$/i.test(text.file ?? '');
}
