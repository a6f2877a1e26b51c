import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  CodeLensRequest,
  CodeLensResolveRequest,
  DocumentLinkRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  FoldingRangeRequest,
  InlayHintRequest,
  LinkedEditingRangeRequest,
  SelectionRangeRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  SignatureHelpRequest,
  WorkspaceSymbolRequest,
  type SelectionRange,
} from 'vscode-languageserver-protocol/node';
import { textIn } from './marked-text.ts';
import { Project } from './project.ts';
import { applyEdits } from './workspace-edit.ts';

const messages = `connector gateway { channel sms }
system sms uses gateway
system crm uses pipedrive

/** Says when we meet. */
message reminder(day: text, hour?: text) via sms category utility {
  text "נתראה ב{{day}} בשעה {{hour}}. נשמח לענות על כל שאלה לפני הפגישה, ואפשר גם לענות להודעה הזאת."
}

automation follow_up "מעקב"(person: contact) {
  send reminder(day: "1")
}
`;

const journey = `import "./messages.journey"
import {
  crm
} from "./messages.journey"

journey welcome "קבלת פנים" {
  timezone "Asia/Jerusalem"
  stage awareness "מודעות" {
    automation capture "קליטת ליד" {
      on crm.deal_won as deal
      send reminder(day: "מחר")
      wait 2d
      send reminder(day: "היום")
      wait for crm.deal_lost up to 36h {
        timeout { send reminder("1", "2") }
      }
      send reminder(day: "היום")
      run follow_up(person: customer)
      move to purchase
    }
  }
  stage purchase "רכישה" {
    kpi slow = percentile(awareness.entered -> crm.deal_won, 90%) per 30d
  }
}
scenario "a day" of welcome {
  2027-03-28 10:00 crm.deal_won
}
`;

const main = 'main.journey';
let project: Project;

beforeAll(async () => {
  project = await Project.open({ 'messages.journey': messages, [main]: journey });
});

afterAll(async () => {
  expect(await project.close()).toBe(0);
});

const textDocument = () => ({ uri: project.uri(main) });
const wholeFile = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };
const cursorAt = (needle: string, further: number) => {
  expect(journey).toContain(needle);
  return journey.replace(needle, `${needle.slice(0, further)}‸${needle.slice(further)}`);
};

describe('signature help', () => {
  const help = async (needle: string, further: number, changed = needle) => {
    const text = cursorAt(needle, further).replace(needle, changed);
    const result = await project.ask(SignatureHelpRequest.type, main, text, {});
    const [signature] = result?.signatures ?? [];
    const active = signature?.parameters?.[result?.activeParameter ?? 0]?.label;
    return signature && [signature.label, active, signature.documentation];
  };

  test('a message: by the name of the argument, with its doc comment', async () => {
    expect(await help('reminder(day: "מחר")', 16)).toEqual([
      'reminder(day: text, hour?: text)',
      'day: text',
      { kind: 'markdown', value: 'Says when we meet.' },
    ]);
  });

  test('by place', async () => {
    expect((await help('reminder("1", "2")', 16))?.[1]).toBe('hour?: text');
  });

  test('a function of measures, and an automation', async () => {
    expect(await help('90%', 1)).toEqual([
      'percentile(what: any, percent: percent)',
      'percent: percent',
      { kind: 'markdown', value: 'The value below which that percentage lies.' },
    ]);
    expect((await help('person: customer', 10))?.[0]).toBe('follow_up(person: contact)');
  });

  test('while it is typed: the bracket is still open', async () => {
    const text = journey.replace('move to purchase', 'crm.add_note(‸');
    const result = await project.ask(SignatureHelpRequest.type, main, text, {});
    expect(result?.signatures.map(({ label }) => label)).toEqual(['add_note(deal: deal, text: text)']);
  });

  test('nothing outside of brackets', async () => {
    expect(await help('wait 2d', 6)).toBeUndefined();
  });
});

describe('semantic tokens', () => {
  const decoded = (data: readonly number[]) => {
    const legend = project.server.initialized.capabilities.semanticTokensProvider?.legend;
    let [line, character] = [0, 0];
    const tokens: string[] = [];
    for (let index = 0; index < data.length; index += 5) {
      const [lines = 0, characters = 0, length = 0, type = 0, modifiers = 0] = data.slice(index, index + 5);
      character = lines === 0 ? character + characters : characters;
      line += lines;
      const range = { start: { line, character }, end: { line, character: character + length } };
      const named = (legend?.tokenModifiers ?? []).filter((_, bit) => (modifiers & (1 << bit)) !== 0);
      tokens.push([textIn(project.text(main), range), legend?.tokenTypes[type], ...named].join(' '));
    }
    return tokens;
  };

  test('colour names by what they mean', async () => {
    await project.type(main, journey);
    const { data } = (await project.server.connection.sendRequest(SemanticTokensRequest.type, {
      textDocument: textDocument(),
    })) ?? { data: [] };
    expect(decoded(data)).toEqual(
      expect.arrayContaining([
        'welcome namespace declaration',
        'crm class',
        'deal_won event defaultLibrary',
        'deal variable declaration',
        'reminder variable',
        'day parameter',
        'follow_up function',
        'customer variable defaultLibrary',
        'percentile function defaultLibrary',
        'slow property declaration',
      ]),
    );
  });

  test('of a range only', async () => {
    await project.type(main, journey);
    const line = journey.split('\n').findIndex((each) => each.includes('follow_up'));
    const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
    const result = await project.server.connection.sendRequest(SemanticTokensRangeRequest.type, {
      textDocument: textDocument(),
      range,
    });
    expect(decoded(result?.data ?? [])).toEqual([
      'follow_up function',
      'person parameter',
      'customer variable defaultLibrary',
    ]);
  });

  test('after an edit, as the difference', async () => {
    await project.type(main, journey);
    const full = await project.server.connection.sendRequest(SemanticTokensRequest.type, {
      textDocument: textDocument(),
    });
    await project.type(main, journey.replace('kpi slow', 'kpi slower'));
    const delta = await project.server.connection.sendRequest(SemanticTokensDeltaRequest.type, {
      textDocument: textDocument(),
      previousResultId: full?.resultId ?? '',
    });
    expect(delta).toMatchObject({ edits: [{ deleteCount: 10, data: expect.any(Array) as number[] }] });
  });
});

test('folding: imports, blocks and comments', async () => {
  await project.type(main, journey);
  const ranges = await project.server.connection.sendRequest(FoldingRangeRequest.type, {
    textDocument: textDocument(),
  });
  const lines = ranges?.map(({ startLine, endLine, kind }) => [startLine + 1, endLine + 1, kind]);
  expect(lines).toEqual(
    expect.arrayContaining([
      [1, 4, 'imports'],
      [6, 24, undefined],
      [8, 20, undefined],
      [14, 15, undefined],
    ]),
  );
});

test('selections grow from the word to the text, the step and its block', async () => {
  const position = await project.type(main, cursorAt('day: "מחר"', 7));
  const [selection] =
    (await project.server.connection.sendRequest(SelectionRangeRequest.type, {
      textDocument: textDocument(),
      positions: [position],
    })) ?? [];
  const grown: string[] = [];
  for (let range: SelectionRange | undefined = selection; range; range = range.parent)
    grown.push(textIn(journey, range.range).trim());
  expect(grown.slice(0, 5)).toEqual([
    'מחר',
    '"מחר"',
    'day: "מחר"',
    'send reminder(day: "מחר")',
    'automation capture "קליטת ליד" {',
  ]);
});

test("linked editing: a variable's name changes with its uses, a message's doesn't", async () => {
  const text = journey
    .replace('wait 2d', 'crm.add_note(deal: deal, text: deal.title)')
    .replace('as deal', 'as de‸al');
  const own = await project.ask(LinkedEditingRangeRequest.type, main, text, {});
  expect(own?.ranges.map((range) => textIn(project.text(main), range))).toEqual(['deal', 'deal', 'deal']);
  expect(
    await project.ask(LinkedEditingRangeRequest.type, main, cursorAt('send reminder', 7), {}),
  ).toBeNull();
});

test('document links lead to imported files', async () => {
  await project.type(main, journey);
  const links = await project.server.connection.sendRequest(DocumentLinkRequest.type, {
    textDocument: textDocument(),
  });
  expect(links?.map(({ range, target }) => [textIn(journey, range), target])).toEqual([
    ['./messages.journey', project.uri('messages.journey')],
    ['./messages.journey', project.uri('messages.journey')],
  ]);
});

describe('formatting', () => {
  const options = { tabSize: 2, insertSpaces: true };
  const untidy = journey
    .replace('      wait 2d', '   wait    2d')
    .replace('  stage purchase', ' stage   purchase');

  test('a range changes nothing else', async () => {
    await project.type(main, untidy);
    const line = untidy.split('\n').findIndex((each) => each.includes('wait    2d'));
    const edits = await project.server.connection.sendRequest(DocumentRangeFormattingRequest.type, {
      textDocument: textDocument(),
      range: { start: { line, character: 0 }, end: { line, character: 5 } },
      options,
    });
    expect(applyEdits(untidy, edits ?? [])).toBe(journey.replace('  stage purchase', ' stage   purchase'));
  });

  test('a block is brought in form when it is closed', async () => {
    await project.type(main, untidy);
    const lines = untidy.split('\n');
    const line = lines.findIndex((each) => each.includes('move to')) + 1;
    const edits = await project.server.connection.sendRequest(DocumentOnTypeFormattingRequest.type, {
      textDocument: textDocument(),
      position: { line, character: lines[line]?.length ?? 0 },
      ch: '}',
      options,
    });
    expect(applyEdits(untidy, edits ?? [])).toBe(journey.replace('  stage purchase', ' stage   purchase'));
  });
});

test('inlay hints: arguments by place, when messages go out, long times, weekdays, SMS', async () => {
  const hintsIn = async (path: string, text: string) => {
    await project.type(path, text);
    const hints = await project.server.connection.sendRequest(InlayHintRequest.type, {
      textDocument: { uri: project.uri(path) },
      range: wholeFile,
    });
    return hints?.map(({ position: { line }, label }) => `${line + 1} ${label as string}`);
  };
  expect((await hintsIn(main, journey))?.sort((one, other) => parseInt(one) - parseInt(other))).toEqual([
    '13 after 2 days',
    '14 one day and 12 hours',
    '15 after 3 days and 12 hours',
    '15 day:',
    '15 hour:',
    '17 after 2 days to 3 days and 12 hours',
    '23 what:',
    '23 percent:',
    '27 Sunday',
  ]);
  expect(await hintsIn('messages.journey', messages)).toEqual(['6 2 SMS parts']);
});

test('code lenses: the map, what is generated, references', async () => {
  await project.type(main, journey);
  const lenses = await project.server.connection.sendRequest(CodeLensRequest.type, {
    textDocument: textDocument(),
  });
  const resolved = await Promise.all(
    (lenses ?? []).map((lens) => project.server.connection.sendRequest(CodeLensResolveRequest.type, lens)),
  );
  expect(
    resolved.map(({ range, command }) => [textIn(journey, range), command?.title, command?.command]),
  ).toEqual([
    ['welcome', 'Open map', 'journey.openMap'],
    ['welcome', 'Generate…', 'journey.generate'],
    ['welcome', '1 reference', 'journey.showReferences'],
    ['awareness', '1 reference', 'journey.showReferences'],
    ['purchase', '1 reference', 'journey.showReferences'],
  ]);
});

describe('call hierarchy', () => {
  const itemAt = async (path: string, marked: string) => {
    const [item] = (await project.ask(CallHierarchyPrepareRequest.type, path, marked, {})) ?? [];
    if (!item) throw new Error('nothing there');
    return item;
  };

  test('what an automation runs, sends and moves to', async () => {
    const item = await itemAt(main, cursorAt('automation capture', 13));
    const calls = await project.server.connection.sendRequest(CallHierarchyOutgoingCallsRequest.type, {
      item,
    });
    expect(calls?.map(({ to, fromRanges }) => [to.name, fromRanges.length])).toEqual([
      ['reminder', 4],
      ['מעקב', 1],
      ['רכישה', 1],
    ]);
  });

  test('who runs an automation, and who sends a message, in all files', async () => {
    const run = await itemAt('messages.journey', messages.replace('follow_up', 'follow‸_up'));
    const callers = await project.server.connection.sendRequest(CallHierarchyIncomingCallsRequest.type, {
      item: run,
    });
    expect(callers?.map(({ from }) => from.detail)).toEqual(['capture · main.journey']);
    const sent = await itemAt('messages.journey', messages.replace('message reminder', 'message remin‸der'));
    const senders = await project.server.connection.sendRequest(CallHierarchyIncomingCallsRequest.type, {
      item: sent,
    });
    expect(senders?.map(({ from }) => from.name).sort()).toEqual(['מעקב', 'קליטת ליד'].sort());
  });
});

test('workspace symbols: by name and by label, in all files', async () => {
  const symbols = async (query: string) =>
    (await project.server.connection.sendRequest(WorkspaceSymbolRequest.type, { query }))?.map(
      ({ name, containerName, location }) => [name, containerName, location.uri.split('/').at(-1)],
    );
  await project.type(main, journey);
  expect(await symbols('capture')).toEqual([['capture · קליטת ליד', 'מודעות', main]]);
  expect(await symbols('מעקב')).toEqual([['follow_up · מעקב', undefined, 'messages.journey']]);
  expect(await symbols('deal_won')).toEqual([]);
});
