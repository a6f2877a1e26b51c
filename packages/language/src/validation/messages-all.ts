import type { ValidationAcceptor } from 'langium';
import type * as ast from '../generated/ast.ts';
import type { JourneyServices } from '../services.ts';
import { checkLanguages, checkTexts } from './messages-languages.ts';
import { checkFooter, checkLengths, checkSms } from './messages-lengths.ts';
import { checkEmpty, checkMail, checkPlainText } from './messages-markup.ts';
import { checkHeader, checkParts, checkSubject, checkTemplate } from './messages-parts.ts';
import { checkBraces, checkButtonTargets, checkParameters, checkVariables } from './messages-variables.ts';
import { MessageView, type MessageCheck } from './messages-view.ts';

/** Looks at a message where it is written: its texts, parts and languages, and what its channel takes. */
export function checkMessage(
  services: JourneyServices,
): (message: ast.Message, accept: ValidationAcceptor) => void {
  const checks: readonly MessageCheck[] = [
    checkEmpty,
    checkLengths,
    checkSms,
    checkFooter,
    checkParts,
    checkSubject,
    checkTemplate,
    checkHeader(services),
    checkButtonTargets,
    checkTexts,
    checkLanguages,
    checkMail,
    checkPlainText,
    checkBraces,
    checkVariables,
    checkParameters,
  ];
  return (message, accept) => {
    const view = new MessageView(message, services);
    for (const check of checks) check(view, accept);
  };
}
