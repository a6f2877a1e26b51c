import type { ValidationAcceptor } from 'langium';
import type * as ast from '../generated/ast.ts';
import { versionsOf } from '../text/message-parts.ts';
import type { JourneyServices } from '../services.ts';
import { checkLanguages, checkTexts } from './messages-languages.ts';
import { checkFooter, checkLengths, checkSms } from './messages-lengths.ts';
import { checkEmpty, checkMail, checkPlainText } from './messages-markup.ts';
import { checkHeader, checkParts, checkSubject, checkTemplate } from './messages-parts.ts';
import { checkPreview } from './messages-preview.ts';
import { checkForeignVariables } from './messages-foreign.ts';
import { checkBraces, checkButtonTargets, checkParameters, checkVariables } from './messages-variables.ts';
import { checkFiles, checkLink, checkVariants } from './messages-variants.ts';
import { checkWording } from './messages-wording.ts';
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
    checkPreview,
    checkTemplate,
    checkHeader(services),
    checkButtonTargets,
    checkTexts,
    checkLanguages,
    checkMail,
    checkPlainText,
    checkBraces,
    checkForeignVariables,
    checkVariables,
    checkLink,
    checkFiles,
    checkWording,
  ];
  return (message, accept) => {
    checkVariants(message, accept);
    const once = acceptOnce(accept);
    for (const version of versionsOf(message)) {
      const view = new MessageView(message, version, services);
      for (const check of checks) check(view, once);
    }
    checkParameters(message, services, accept);
  };
}

/** What is wrong with a part that all variants share is wrong once. */
function acceptOnce(accept: ValidationAcceptor): ValidationAcceptor {
  const seen = new Set<string>();
  return (severity, text, info) => {
    const { range, node, property, index } = info;
    const { offset, end } = node.$cstNode ?? {};
    const key = JSON.stringify([text, range, offset, end, property, index]);
    if (!seen.has(key)) accept(severity, text, info);
    seen.add(key);
  };
}
