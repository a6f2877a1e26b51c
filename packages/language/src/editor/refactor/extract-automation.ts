import type { AstNode, LangiumDocument } from 'langium';
import { AstUtils, CstUtils } from 'langium';
import { CodeActionKind, type CodeAction, type Range } from 'vscode-languageserver';
import * as ast from '../../generated/ast.ts';
import { say } from '../../locale/speech.ts';
import { refOf, refText } from '../../references/ref-of.ts';
import { SpelledNames } from '../../references/spelled-names.ts';
import { typeOf, typeOfNamed, type Type } from '../../references/types.ts';
import { unused } from '../names/unused.ts';
import type { JourneyEditorServices } from '../services.ts';

type Value = ast.Binding | ast.Let | ast.ForEach | ast.Parameter;

/**
 * Turns whole steps that are selected into an automation of their own, which the steps then run. What they know is
 * given to it. Not offered where that would change what happens: where later steps need a value that is made in them,
 * where they stop the automation, or speak of something that only the journey knows.
 */
export function extractAutomation(
  document: LangiumDocument,
  range: Range,
  services: JourneyEditorServices,
): CodeAction[] {
  const steps = stepsIn(document.parseResult.value as ast.File, range);
  const [first] = steps;
  const last = steps.at(-1);
  const automation = AstUtils.getContainerOfType(first, ast.isAutomation);
  const start = first?.$cstNode?.range.start;
  const end = last?.$cstNode?.range.end;
  if (!automation || !start || !end || !standsAlone(steps, automation)) return [];
  const values = valuesOf(steps, services);
  const parameters = values.map((value) => ({ name: value.name, type: typeText(value) }));
  if (parameters.some(({ type }) => type === undefined)) return [];
  const name = freeName(`${automation.name}_steps`, services, document);
  const text = document.textDocument.getText({ start, end });
  const given = parameters.map((each) => `${each.name}: ${each.name}`).join(', ');
  const declared = parameters.map((each) => `${each.name}: ${each.type ?? ''}`).join(', ');
  const body = indented(text, start.character);
  const call = given === '' ? `run ${name}` : `run ${name}(${given})`;
  const outermost = AstUtils.getContainerOfType(automation, (node): node is AstNode =>
    ast.isFile(node.$container),
  );
  const behind = outermost?.$cstNode?.range.end;
  if (!behind) return [];
  const declaration = `\n\nautomation ${name}(${declared}) {\n${body}\n}`;
  return [
    {
      title: say`Extract the steps into an automation`,
      kind: CodeActionKind.RefactorExtract,
      edit: {
        changes: {
          [document.uri.toString()]: [
            { range: { start, end }, newText: call },
            { range: { start: behind, end: behind }, newText: declaration },
          ],
        },
      },
    },
  ];
}

/** The steps of one block that are selected, from the first to the last; none where a part of one is left out. */
function stepsIn(file: ast.File, range: Range): ast.Step[] {
  const isCursor = range.start.line === range.end.line && range.start.character === range.end.character;
  if (isCursor) return [];
  const touched = AstUtils.streamAst(file, { range })
    .filter(ast.isStep)
    .filter(({ $cstNode }) => $cstNode !== undefined && isInside($cstNode.range, range))
    .toArray();
  const [first] = touched;
  return first ? touched.filter(({ $container }) => $container === first.$container) : [];
}

function isInside(inner: Range, outer: Range): boolean {
  const comparison = CstUtils.compareRange(inner, outer);
  return comparison === CstUtils.RangeComparison.Inside;
}

function standsAlone(steps: readonly ast.Step[], automation: ast.Automation): boolean {
  const inside = new Set(steps.flatMap((step) => AstUtils.streamAst(step).toArray()));
  const journeys = [...inside].flatMap((node) =>
    AstUtils.streamReferences(node)
      .map(({ reference }) => ('ref' in reference ? reference.ref : undefined))
      .filter(
        (target) => target !== undefined && AstUtils.getContainerOfType(target, ast.isJourney) !== undefined,
      )
      .filter((target) => target !== undefined && !isValue(target) && !inside.has(target))
      .toArray(),
  );
  const stops = [...inside].some((node) => ast.isStop(node) || ast.isMove(node));
  const made = [...inside].filter(isValue);
  const neededLater = AstUtils.streamAllContents(automation)
    .filter((node) => !inside.has(node))
    .flatMap((node) => AstUtils.streamReferences(node))
    .some(({ reference }) => 'ref' in reference && made.some((value) => value === reference.ref));
  return journeys.length === 0 && !stops && !neededLater;
}

/** What the steps know from the automation around them. */
function valuesOf(steps: readonly ast.Step[], services: JourneyEditorServices): Value[] {
  const spelled = new SpelledNames(services);
  const inside = new Set(steps.flatMap((step) => AstUtils.streamAst(step).toArray()));
  const texts = [...inside].flatMap((node) => (ast.isSend(node) ? (refOf(node.message)?.parts ?? []) : []));
  const referred = [...inside].flatMap((node) =>
    AstUtils.streamReferences(node)
      .flatMap(({ reference }) => ('ref' in reference && reference.ref ? [reference.ref] : []))
      .toArray(),
  );
  const shown = [...inside, ...texts]
    .flatMap((node) => spelled.in(node))
    .flatMap((name) => [...name.declarations()]);
  const automation = AstUtils.getContainerOfType(steps[0], ast.isAutomation);
  return [...new Set([...referred, ...shown])]
    .filter(isValue)
    .filter(
      (value) => !inside.has(value) && AstUtils.getContainerOfType(value, ast.isAutomation) === automation,
    );
}

function isValue(node: AstNode): node is Value {
  return (
    ast.isBinding(node) ||
    ast.isLet(node) ||
    ast.isForEach(node) ||
    (ast.isParameter(node) && ast.isAutomation(node.$container))
  );
}

/** The value's type as a parameter would have it; undefined where the language has no name for it. */
function typeText(value: Value): string | undefined {
  if (ast.isParameter(value)) return value.type.$cstNode?.text;
  if (ast.isLet(value)) return nameOf(typeOf(value.value), systemIn(value.value));
  const trigger = value.$container;
  const event = ast.isEventTrigger(trigger)
    ? trigger.events[0]
    : ast.isWait(trigger)
      ? trigger.event
      : undefined;
  return nameOf(typeOfNamed(value), systemIn(event));
}

function nameOf(type: Type, system: string | undefined): string | undefined {
  switch (type.kind) {
    case 'primitive':
      return type.name;
    case 'record':
      return recordName(type.record, system);
    case 'payload': {
      const [record, ...others] = type.events.map((event) => refOf(event.record));
      return record && others.length === 0 ? recordName(record, system) : undefined;
    }
    default:
      return undefined;
  }
}

function recordName(record: ast.Record, system: string | undefined): string | undefined {
  if (!ast.isConnector(record.$container)) return record.name;
  return system === undefined ? undefined : `${system}.${record.name}`;
}

/** The system that an expression speaks of, as it is called there. */
function systemIn(expression: ast.Expression | undefined): string | undefined {
  const reference = expression && AstUtils.streamAst(expression).find(isSystemReference);
  return reference && refText((reference as ast.Reference).target);
}

function isSystemReference(node: AstNode): boolean {
  return ast.isReference(node) && ast.isSystem(refOf(node.target));
}

function freeName(wanted: string, { references }: JourneyEditorServices, document: LangiumDocument): string {
  const own = (document.parseResult.value as ast.File).declarations.map((node) =>
    'name' in node ? node.name : '',
  );
  const isTaken = (name: string): boolean =>
    own.includes(name) ||
    references.ScopeProvider.visibleFromOutside(document).getElement(name) !== undefined;
  return unused(wanted, isTaken);
}

/** Lines as they stand at the beginning of a block of the file; the first one stood behind its indentation. */
function indented(text: string, indentation: number): string {
  return text
    .split('\n')
    .map((line, index) => {
      const rest =
        index === 0 ? line : line.slice(Math.min(indentation, line.length - line.trimStart().length));
      return rest === '' ? '' : `  ${rest}`;
    })
    .join('\n');
}
