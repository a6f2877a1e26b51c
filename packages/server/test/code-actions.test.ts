import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CodeActionRequest, type CodeAction } from 'vscode-languageserver-protocol/node';
import { readMarked } from './marked-text.ts';
import { Project } from './project.ts';
import { applyEdits } from './workspace-edit.ts';

const systems = `system crm uses pipedrive
system mail uses smoove
message hello via mail { subject "Hi" body "Hi {{deal.title}}" }
`;

const journey = `import { mail, crm } from "./systems.journey"
import { hello } from "./systems.journey"

journey welcome "קבלת פנים" {
  model five_stage
  timezone "Asia/Jerusalem"

  stage awareness "מודעות" {
    automation capture "קליטת ליד" {
      on crm.deal_won as deal
      let limit = 2 + 3
      send hello
      wait 2d
      if deal.value >= 100 ILS {
        notify sales "{{deal.title}}"
      }
      crm.add_note(deal: deal, text: limit)
    }
  }
}
`;

const main = 'main.journey';
let project: Project;

beforeAll(async () => {
  project = await Project.open({ 'systems.journey': systems, [main]: journey });
});

afterAll(async () => {
  expect(await project.close()).toBe(0);
});

/** What is offered for the lines from the one that holds the first text to the one that holds the second. */
async function actions(kind: string, from: string, to = from, text = journey): Promise<CodeAction[]> {
  await project.type(main, text);
  const lines = readMarked(text).text.split('\n');
  const lineOf = (needle: string) => lines.findIndex((line) => line.includes(needle));
  const result = await project.server.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: project.uri(main) },
    range: {
      start: { line: lineOf(from), character: lines[lineOf(from)]?.search(/\S/) ?? 0 },
      end: { line: lineOf(to), character: lines[lineOf(to)]?.length ?? 0 },
    },
    context: { diagnostics: [], only: [kind] },
  });
  return (result ?? []).filter((each): each is CodeAction => 'edit' in each);
}

function made(action: CodeAction | undefined): string {
  return applyEdits(project.text(main), action?.edit?.changes?.[project.uri(main)] ?? []);
}

test('organise imports: one a file, in order, without those that nothing needs', async () => {
  const [action] = await actions('source.organizeImports', 'journey welcome');
  expect(made(action)).toBe(
    journey.replace(/^import[^]*?\n\n/, 'import { crm, hello } from "./systems.journey"\n\n'),
  );
  expect(await actions('source.organizeImports', 'journey welcome', 'journey welcome', made(action))).toEqual(
    [],
  );
});

test('fix all: what is surely meant', async () => {
  const [action] = await actions('source.fixAll', 'send', 'send', journey.replace('send hello', 'send helo'));
  expect(made(action)).toBe(journey);
});

describe('extract an automation', () => {
  test('from whole steps, with what they know', async () => {
    const [action] = await actions(
      'refactor.extract',
      'wait 2d',
      'notify sales',
      journey.replace('}"\n      }', '}" }'),
    );
    const text = made(action);
    expect(text).toContain('send hello\n      run capture_steps(deal: deal)\n      crm.add_note');
    expect(text).toContain(
      [
        'automation capture_steps(deal: crm.deal) {',
        '  wait 2d',
        '  if deal.value >= 100 ILS {',
        '    notify sales "{{deal.title}}" }',
        '}',
      ].join('\n'),
    );
    const uri = project.uri(main);
    await project.type(main, text);
    await project.server.diagnosticsWhen(uri, (found) => found.every(({ severity }) => severity !== 1));
  });

  test('not where later steps need what the steps make', async () => {
    expect(await actions('refactor.extract', 'let limit', 'send hello')).toEqual([]);
  });

  test('not where a step would stop another automation', async () => {
    const text = journey.replace('wait 2d', 'stop');
    expect(await actions('refactor.extract', 'send hello', 'stop', text)).toEqual([]);
  });
});

describe('inline', () => {
  test('a value, where its name stood', async () => {
    const [action] = await actions('refactor.inline', 'let limit', 'let limit', journey);
    expect(action).toBeUndefined();
    const position = await project.type(main, journey.replace('let limit', 'let lim‸it'));
    const result = await project.server.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: project.uri(main) },
      range: { start: position, end: position },
      context: { diagnostics: [], only: ['refactor.inline'] },
    });
    expect(made(result?.find((each): each is CodeAction => 'edit' in each))).toBe(
      journey.replace('      let limit = 2 + 3\n', '').replace('text: limit', 'text: (2 + 3)'),
    );
  });
});

test('add the missing stages of a model, in their places', async () => {
  const [action] = await actions('refactor.rewrite', 'model five_stage');
  expect(made(action).match(/stage \w+/g)).toEqual([
    'stage awareness',
    'stage consideration',
    'stage purchase',
    'stage retention',
    'stage loyalty',
  ]);
});
