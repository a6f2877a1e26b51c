import { languageDiagnostics } from './messages-languages.ts';
import { lengthDiagnostics } from './messages-lengths.ts';
import { linkDiagnostics } from './messages-links.ts';
import { mailDiagnostics } from './messages-mail.ts';
import { partDiagnostics } from './messages-parts.ts';
import { templateDiagnostics } from './messages-templates.ts';
import { variableDiagnostics } from './messages-variables.ts';
import { variantDiagnostics } from './messages-variants.ts';

/** J06: what is said, and what vendors take. */
export const messageDiagnostics = {
  ...lengthDiagnostics,
  ...templateDiagnostics,
  ...partDiagnostics,
  ...languageDiagnostics,
  ...mailDiagnostics,
  ...variableDiagnostics,
  ...variantDiagnostics,
  ...linkDiagnostics,
};
