import type { ValidationAcceptor } from 'langium';
import * as ast from '../generated/ast.ts';
import { quoted } from '../diagnostics/define.ts';
import { report } from '../diagnostics/registry.ts';
import { suggest } from '../diagnostics/suggest.ts';
import { parameterFor, parametersOf, parametersOfTarget, typeOf } from '../references/types.ts';
import { insert, type Fix } from '../diagnostics/fix.ts';
import { rangeOf, replaceNode, textOf } from './edits.ts';
import { refOf, refText } from '../references/ref-of.ts';
import { say } from '../locale/speech.ts';

/** A step that is no keyword must call an action. */
export function checkActionStep(step: ast.ActionStep, accept: ValidationAcceptor): void {
  const { call } = step;
  if (ast.isCall(call)) {
    const callee = typeOf(call.callee);
    if (callee.kind === 'action' || callee.kind === 'unknown') return;
  } else if (typeOf(call).kind === 'unknown') return;
  report(accept, 'not-an-action', { text: call.$cstNode?.text ?? '' }, { node: step });
}

/** An action is given what it knows, and all that it needs. Built-in functions take their values by place. */
export function checkCall(call: ast.Call, accept: ValidationAcceptor): void {
  const { kind } = typeOf(call.callee);
  if (kind !== 'action' && kind !== 'function' && kind !== 'unknown') {
    report(
      accept,
      'not-callable',
      { text: call.callee.$cstNode?.text ?? '' },
      { node: call, property: 'callee' },
    );
  }
  const callee = call.callee.$cstNode?.text ?? '';
  const parameters = parametersOf(call) ?? [];
  if (kind === 'action') checkArguments(call, callee, parameters, accept);
  if (kind !== 'function' || !isEngagement(call)) return;
  for (const argument of call.arguments.slice(1))
    if (!parameterFor(argument)) reportUnknown(argument, callee, parameters, accept);
}

/** The same for what a message or an automation is given. */
export function checkTargetArguments(step: ast.Send | ast.Run, accept: ValidationAcceptor): void {
  const target = ast.isSend(step) ? refOf(step.message) : refOf(step.target);
  if (target) checkArguments(step, target.name, parametersOfTarget(step) ?? [], accept);
}

function checkArguments(
  call: ast.Call | ast.Send | ast.Run,
  callee: string,
  parameters: readonly ast.Parameter[],
  accept: ValidationAcceptor,
): void {
  const given = new Set<string>();
  call.arguments.forEach((argument, index) => {
    const parameter =
      argument.name === undefined ? parameters[index] : parameters.find(({ name }) => name === argument.name);
    if (parameter) given.add(parameter.name);
    else reportUnknown(argument, callee, parameters, accept);
  });
  const missing = parameters.filter(
    ({ name, optional, default: value }) => !optional && !value && !given.has(name),
  );
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => quoted(name)).join(say` and `);
  report(accept, 'missing-argument', { callee, names }, { node: call });
}

function reportUnknown(
  argument: ast.Argument,
  callee: string,
  parameters: readonly ast.Parameter[],
  accept: ValidationAcceptor,
): void {
  const name = argument.name ?? argument.$cstNode?.text ?? '';
  const suggestion = suggest(
    name,
    parameters.map((parameter) => parameter.name),
  );
  report(
    accept,
    'unknown-argument',
    { callee, name, suggestion },
    {
      node: argument,
      ...(argument.name === undefined ? {} : { property: 'name' as const }),
    },
  );
}

/** What has a name but no value of its own. */
const NO_VALUES: Readonly<Record<string, string>> = {
  System: 'system',
  Persona: 'persona',
  Segment: 'segment',
  Message: 'message',
  Journey: 'journey',
  Stage: 'stage',
  Touchpoint: 'touchpoint',
  Automation: 'automation',
  Department: 'department',
  Channel: 'channel',
  Connector: 'connector',
  FunctionDeclaration: 'function',
};

/** Names stand alone only where they have a value; before a dot, before brackets and in a function's brackets they may not. */
export function checkValue(reference: ast.Reference, accept: ValidationAcceptor): void {
  const target = refOf(reference.target);
  const kind = target && NO_VALUES[target.$type];
  const place = reference.$container;
  const isPart = ast.isMember(place) || (ast.isCall(place) && reference.$containerProperty === 'callee');
  const isPassed =
    ast.isArgument(place) &&
    ast.isCall(place.$container) &&
    typeOf(place.$container.callee).kind === 'function';
  const isGroup =
    isOfMany(target) && ast.isBinary(place) && place.operator === 'in' && place.right === reference;
  const isNamedAsEvent = ast.isEventTrigger(place) || ast.isGoal(place) || ast.isActionStep(place);
  // What a winner is measured by may be an engagement, which is a function elsewhere.
  const isMeasure = ast.isWinner(place) || ast.isSplitWinner(place);
  if (kind === undefined || isPart || isPassed || isGroup || isNamedAsEvent || isMeasure) return;
  const asked = `customer in ${refText(reference.target)}`;
  const fixes = isOfMany(target)
    ? replaceNode(say`Ask for who is in it: ${asked}`, reference, asked, true)
    : [];
  report(accept, 'not-a-value', { text: refText(reference.target), kind }, { node: reference, fixes });
}

/** What a customer may be in: a segment, or under way in a journey or an automation. */
function isOfMany(target: ast.Named | undefined): boolean {
  return ast.isSegment(target) || ast.isJourney(target) || ast.isAutomation(target);
}

/** Triggers, goals and exits name events. */
export function checkEvents(node: ast.EventTrigger | ast.Goal, accept: ValidationAcceptor): void {
  node.events.forEach((event, index) => {
    const { kind } = typeOf(event);
    if (kind === 'event' || kind === 'unknown' || isEngagement(event)) return;
    const text = (event.$cstNode?.text ?? '').replace(/^"(.*)"$/, '$1');
    report(accept, 'not-an-event', { text }, { node, property: 'events', index });
  });
}

/** `opened(message)` and the like happen too. */
function isEngagement(expression: ast.Expression): boolean {
  if (!ast.isCall(expression)) return false;
  const callee = typeOf(expression.callee);
  const type = callee.kind === 'function' ? callee.function.parameters[0]?.type : undefined;
  return ast.isPrimitiveType(type) && type.name === 'message';
}

/** A system sets all that its connector can't do without. */
export function checkSystem(system: ast.System, accept: ValidationAcceptor): void {
  const connector = refOf(system.connector);
  if (!connector) return;
  const given = new Set(system.settings.map(({ setting }) => refText(setting)));
  const missing = connector.members
    .filter(ast.isSetting)
    .filter(({ name, optional }) => !optional && !given.has(name));
  if (missing.length === 0) return;
  const owner = /^[\w]+$/.test(system.name) ? system.name : connector.name;
  const settings = missing.map(({ name }) => `${name}: env ${`${owner}_${name}`.toUpperCase()}`);
  const parameters = {
    system: system.name,
    connector: connector.label ?? connector.name,
    names: missing.map(({ name }) => name).join(', '),
    example: `{ ${settings.join(', ')} }`,
  };
  const fixes = settingsFix(system, settings);
  report(accept, 'missing-setting', parameters, { node: system, property: 'connector', fixes });
}

/** Adds settings to the system's block, or a block with them. */
function settingsFix(system: ast.System, settings: readonly string[]): Fix[] {
  const title = say`Take ${settings.join(', ')} from the environment`;
  const whole = rangeOf(system);
  if (!whole) return [];
  const last = system.settings.at(-1);
  const behind = last ? rangeOf(last)?.end : undefined;
  if (behind) return [insert(title, behind, `, ${settings.join(', ')}`)];
  if (textOf(system).trimEnd().endsWith('}')) return [];
  return [insert(title, whole.end, ` { ${settings.join(', ')} }`)];
}

const SECRET_NAME = /(^|_)(api_?key|key|token|secret|password|passwd)$/i;

/** Tokens and passwords belong into the environment. */
export function checkSecret(value: ast.SettingValue, accept: ValidationAcceptor): void {
  if (!ast.isTextLiteral(value.value)) return;
  const setting = refText(value.setting);
  if (SECRET_NAME.test(setting))
    report(accept, 'secret-in-source', { setting }, { node: value, property: 'value' });
}
