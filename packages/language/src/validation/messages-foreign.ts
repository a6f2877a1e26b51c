import { replace } from '../diagnostics/fix.ts';
import { report } from '../diagnostics/registry.ts';
import { say } from '../locale/speech.ts';
import { withoutUnseen } from '../text/markup.ts';
import type { MessageCheck } from './messages-view.ts';

/**
 * How other tools write a variable: %%FirstName%%, %%=v(@name)=%%, *|FNAME|*, [[first_name]], <<Name>>, {!Contact.Name}, %FIRSTNAME%.
 * A single percent sign also stands in prices and addresses, so its name is in capitals and of four letters at least.
 */
const FOREIGN =
  /%%([\p{L}_][\p{L}\p{N}_. ]*)%%|%%=\s*(?:\w+\s*\(\s*)*@?([\p{L}_][\p{L}\p{N}_]*)[^%\n]*=%%|<<([\p{L}_][\p{L}\p{N}_.]*)>>|\{!\$?([\p{L}_][\p{L}\p{N}_.]*)\}|\*\|([\p{L}_][\p{L}\p{N}_]*)\|\*|\[\[([\p{L}_][\p{L}\p{N}_.]*)\]\]|(?<![%\p{L}\p{N}])%([A-Z][A-Z_]{3,})%(?![%\p{L}\p{N}])/gu;

const OUR_VARIABLE = /\{\{[^{}]*\}\}/g;

/** What those tools call the fields of a contact, without regard to capitals, blanks and underscores. */
const FIELDS = new Map([
  ['fname', 'first_name'],
  ['firstname', 'first_name'],
  ['lname', 'last_name'],
  ['lastname', 'last_name'],
  ['email', 'email'],
  ['emailaddress', 'email'],
  ['emailaddr', 'email'],
  ['phone', 'phone'],
]);

/** A text that was copied from another tool brings that tool's variables along. */
export const checkForeignVariables: MessageCheck = (message, accept) => {
  for (const written of message.texts) {
    const raw = message.raw(written);
    const text = withoutUnseen(raw.text).replace(OUR_VARIABLE, (whole) => ' '.repeat(whole.length));
    for (const match of text.matchAll(FOREIGN)) {
      const range = raw.range(match.index, match[0].length);
      const name = ourName(match.slice(1).find(Boolean) ?? '');
      const fixes = raw.isOwn ? [replace(say`Write {{${name}}}`, range, `{{${name}}}`)] : [];
      const { node, file } = written;
      report(accept, 'foreign-variable', { text: match[0], name, file }, { node, range, fixes });
    }
  }
};

function ourName(name: string): string {
  const field = FIELDS.get(name.toLowerCase().replace(/[ _]/g, ''));
  return field === undefined ? name.trim().replace(/ +/g, '_') : `customer.${field}`;
}
