import {
  connectorOf,
  contentsOf,
  fixedText,
  isMarkup,
  type LocalizedText,
  type Message,
  type MessageContent,
} from '@journey/model';
import { withPreheader } from '../../mail/preheader.ts';
import type { JourneyContext } from '../context.ts';
import { literal } from '../javascript/literal.ts';
import { compileParameters, compileText, inLanguage, textPrelude, variantsOf } from '../javascript/text.ts';

/**
 * Writes a message for one customer: who gets it, in which language, its texts and, in the order of the text, the
 * variables that a template takes.
 *
 * @param variant JavaScript for the number of the variant that the customer gets
 */
export function composeCode(
  context: JourneyContext,
  message: Message,
  asked: string,
  variant: string,
): string {
  const { languages, fallback } = variantsOf(message, context.language);
  const scope = context.scope('state');
  const text = (texts: readonly LocalizedText[], language: string): string => {
    const chosen = inLanguage(texts, language);
    if (chosen === undefined) return '""';
    return compileText(chosen.parts, language, scope);
  };
  const body = (content: MessageContent, language: string): string => {
    const chosen = inLanguage(content.body, language);
    if (chosen === undefined || !isPage(context, message, chosen)) return text(content.body, language);
    const preheader = inLanguage(content.preview, language)?.parts ?? [];
    return `markup(() => ${compileText(withPreheader(chosen.parts, preheader), language, scope)})`;
  };
  const written = (content: MessageContent): string => {
    const link = content.link?.kind === 'text' ? `, link: ${literal(content.link.value)}` : '';
    const forms = languages.map((language) => {
      const written = inLanguage(content.body, language);
      const parameters = written === undefined ? [] : compileParameters(written.parts, language, scope);
      return `  ${literal(language)}: () => ({
    parameters: [${parameters.join(', ')}],
    message: { subject: ${text(content.subject, language)}, body: ${body(content, language)}, language: ${literal(language)}${link} },
  }),`;
    });
    return `{\n${forms.join('\n')}\n}`;
  };
  return `const state = ${asked};
const { step } = state;
const recipient = { ...state.customer, ...step.to };
const named = (name) => step.args?.[name] ?? state.vars[name];
${textPrelude(context.zone)}
const texts = ${chosen(contentsOf(message).map(written), variant)};
const language = Object.hasOwn(texts, recipient.language ?? '') ? recipient.language : ${literal(fallback)};
const to = String(recipient.phone ?? '').replace(/[^\\d+]/g, '');
return [{ json: { to, recipient, language, ...texts[language]() } }];`;
}

function chosen(forms: readonly string[], variant: string): string {
  const [only = '{}'] = forms;
  return forms.length < 2 ? only : `[${forms.join(', ')}].at(${variant})`;
}

/** Only what goes by mail is read as markup: in an SMS a tag is letters. */
function isPage({ model }: JourneyContext, { system }: Message, { parts }: LocalizedText): boolean {
  return connectorOf(model, system)?.channel === 'email' && isMarkup(fixedText(parts));
}
