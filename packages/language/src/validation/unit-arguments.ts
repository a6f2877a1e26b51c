import type { ValidationAcceptor } from 'langium';
import { report } from '../diagnostics/registry.ts';
import * as ast from '../generated/ast.ts';
import { misfitOf } from '../references/fits.ts';
import { refOf, refText } from '../references/ref-of.ts';
import { parameterFor, resolveType, type Type } from '../references/types.ts';
import { bare, describeValue, valueOf } from '../references/values.ts';
import { replaceNode } from './edits.ts';
import { reportBareMoney } from './unit-mixing.ts';
import { fixesFor } from './unit-conversions.ts';
import { checkOption } from './unit-options.ts';
import { say } from '../locale/speech.ts';

const NAME = /^[_\p{L}][_\p{L}\p{M}\p{N}]*$/u;

/** What a call is given is of the kind that it takes. */
export function checkArgument(argument: ast.Argument, accept: ValidationAcceptor): void {
  const parameter = parameterFor(argument);
  if (!parameter) return;
  const wanted = resolveType(parameter.type);
  for (const value of [argument.value, argument.of]) {
    const misfit = value && problemOf(value, wanted, accept);
    if (!misfit) continue;
    const parameters = { name: parameter.name, ...misfit, missing: misfit.missing.join(', ') };
    report(accept, 'wrong-argument', parameters, {
      node: value,
      fixes: [...fixesFor(value, wanted), ...theCustomer(value, wanted), ...theMessage(value, wanted)],
    });
  }
}

/** What a system sets is of the kind that its connector takes. */
export function checkSetting(setting: ast.SettingValue, accept: ValidationAcceptor): void {
  const value = setting.value as ast.Expression | undefined;
  const wanted = resolveType(refOf(setting.setting)?.type);
  const misfit = value && problemOf(value, wanted, accept);
  if (!misfit) return;
  report(
    accept,
    'wrong-setting',
    { name: refText(setting.setting), ...misfit },
    { node: value, fixes: fixesFor(value, wanted) },
  );
}

/** What is wrong with giving that value; options and currencies are dealt with at once. */
export function problemOf(
  value: ast.Expression,
  wanted: Type,
  accept: ValidationAcceptor,
): { readonly wanted: string; readonly given: string; readonly missing: readonly string[] } | undefined {
  const list = bare(value);
  if (wanted.kind === 'list' && ast.isListLiteral(list)) {
    const problems = list.items.map((item) => problemOf(item, wanted.element, accept));
    return problems.find((problem) => problem !== undefined);
  }
  if (checkOption(value, wanted, accept)) return undefined;
  const given = valueOf(value);
  const misfit = misfitOf(given, wanted);
  if (misfit) return { wanted: describeValue(wanted), given: describeValue(given), missing: misfit.missing };
  const number = bare(value);
  const isMoney = wanted.kind === 'primitive' && wanted.name === 'money';
  if (isMoney && ast.isNumberLiteral(number) && number.currency === undefined && number.value !== 0)
    reportBareMoney(number, accept);
  return undefined;
}

/** A message is named without quotes. */
function theMessage(value: ast.Expression, wanted: Type): ReturnType<typeof replaceNode> {
  const literal = bare(value);
  const isMessage = wanted.kind === 'primitive' && wanted.name === 'message';
  if (!isMessage || !ast.isTextLiteral(literal) || !NAME.test(literal.value)) return [];
  return replaceNode(say`Change to ${literal.value}`, value, literal.value, true);
}

/** Where a contact is needed, the customer is the one that is most often meant. */
function theCustomer(value: ast.Expression, wanted: Type): ReturnType<typeof replaceNode> {
  const isContact = wanted.kind === 'record' && wanted.record.name === 'contact';
  return isContact ? replaceNode(say`Give the customer`, value, 'customer') : [];
}
