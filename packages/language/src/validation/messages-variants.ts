import type { ValidationAcceptor } from 'langium';
import * as ast from '../generated/ast.ts';
import { replace } from '../diagnostics/fix.ts';
import { report } from '../diagnostics/registry.ts';
import { suggest } from '../diagnostics/suggest.ts';
import { refOf } from '../references/ref-of.ts';
import { typeOf } from '../references/types.ts';
import { withoutComments } from '../text/markup.ts';
import { MJML_TAGS, mjmlProblems, type MjmlProblem } from '../text/mjml.ts';
import type { WrittenText } from '../text/message-texts.ts';
import { textOf } from './edits.ts';
import { rangeOf, type MessageCheck, type MessageView } from './messages-view.ts';
import { say } from '../locale/speech.ts';

/** The variants of a message, together. */
export function checkVariants(message: ast.Message, accept: ValidationAcceptor): void {
  const variants = message.parts.filter(ast.isVariant);
  const [first] = variants;
  for (const winner of message.parts.filter(ast.isWinner)) checkWinner(message, winner, accept);
  if (!first) return;
  const sum = variants.reduce((total, { share }) => total + share, 0);
  if (variants.length === 1) report(accept, 'variant-alone', { variant: first.name }, nameOf(first));
  // Thirds are written with decimals.
  else if (Math.abs(sum - 100) > 0.05)
    report(accept, 'variant-sum', { sum: Number(sum.toFixed(2)) }, { node: first, property: 'share' });
  const said = new Map<string, ast.Variant>();
  for (const variant of variants) {
    const key = variant.parts.map(textOf).join('\n');
    const other = said.get(key);
    if (other)
      report(accept, 'variants-alike', { variant: variant.name, other: other.name }, nameOf(variant));
    said.set(key, other ?? variant);
  }
}

function nameOf(node: ast.Variant) {
  return { node, property: 'name' } as const;
}

function checkWinner(message: ast.Message, winner: ast.Winner, accept: ValidationAcceptor): void {
  if (!message.parts.some(ast.isVariant)) report(accept, 'winner-without-variants', {}, { node: winner });
  const connector = refOf(refOf(message.system)?.connector);
  if (!connector || measures(winner.measure, connector)) return;
  const known = reportsOf(connector).join(', ') || 'nothing';
  report(
    accept,
    'winner-measure',
    { text: textOf(winner.measure), known },
    { node: winner, property: 'measure' },
  );
}

function reportsOf(connector: ast.Connector): string[] {
  return connector.members.filter(ast.isReports).flatMap(({ engagements }) => engagements);
}

/** Whether it tells one variant from another; true where the source is broken, which is found elsewhere. */
function measures(measure: ast.Expression | undefined, connector: ast.Connector): boolean {
  const target = ast.isReference(measure)
    ? refOf(measure.target)
    : ast.isMember(measure)
      ? refOf(measure.member)
      : undefined;
  if (ast.isFunctionDeclaration(target)) return reportsOf(connector).includes(target.name);
  return !measure || ast.isKpi(target) || ['event', 'unknown'].includes(typeOf(measure).kind);
}

/** A link leads somewhere. */
export const checkLink: MessageCheck = ({ parts }, accept) => {
  for (const link of parts.filter(ast.isLinkPart)) {
    const { value } = link;
    if (!ast.isTextLiteral(value) || /^([a-z][a-z0-9+.-]*:|\{)/i.test(value.value.trim())) continue;
    const isSite = /^[\w-]+(\.[\w-]+)+(\/|$)/.test(value.value);
    const fixes = isSite
      ? [replace(say`Begin with https://`, rangeOf(link, 'value'), JSON.stringify(`https://${value.value}`))]
      : [];
    report(accept, 'link-address', { address: value.value }, { node: link, property: 'value', fixes });
  }
};

export const TEXT_FILE = /\.(html?|mjml|txt|md)$/i;

/** The files that texts stand in are texts, and those in MJML are MJML. */
export const checkFiles: MessageCheck = (message, accept) => {
  for (const written of message.bodies) {
    const { node, file } = written;
    if (file !== undefined && /\.\w+$/.test(file) && !TEXT_FILE.test(file))
      report(accept, 'text-file-kind', { path: file }, { node, range: rangeOf(node, 'file') });
    else checkMjml(message, written, accept);
  }
};

function checkMjml(message: MessageView, written: WrittenText, accept: ValidationAcceptor): void {
  const { file, node } = written;
  const raw = message.raw(written);
  const text = withoutComments(raw.text);
  if (written.missingFile !== undefined || !(/\.mjml$/i.test(file ?? '') || /<mjml[\s>]/i.test(text))) return;
  for (const problem of mjmlProblems(text)) {
    const range = raw.range(problem.offset, problem.length);
    const line = text.slice(0, problem.offset).split('\n').length;
    const where = file === undefined ? '' : say` (${file}, line ${line})`;
    if (problem.kind === 'unknown') {
      const suggestion = suggest(problem.tag, MJML_TAGS);
      report(accept, 'mjml-unknown-tag', { tag: problem.tag, where, suggestion }, { node, range });
    } else report(accept, 'mjml-broken', { problem: sentence(problem), where }, { node, range });
  }
}

function sentence(problem: Exclude<MjmlProblem, { kind: 'unknown' }>): string {
  if (problem.kind === 'root') return 'A mail in MJML begins with <mjml> and ends with </mjml>';
  return problem.kind === 'unclosed'
    ? say`${`<${problem.tag}>`} is never closed; add ${`</${problem.tag}>`}`
    : say`${`</${problem.tag}>`} closes a tag that is not open; remove it`;
}
