import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  DeclarationRequest,
  DefinitionRequest,
  DocumentHighlightRequest,
  ImplementationRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  TypeDefinitionRequest,
  WillRenameFilesRequest,
} from 'vscode-languageserver-protocol/node';
import { Project } from './project.ts';

const files = {
  'systems.journey': `import "./club.journey"

system crm "Pipedrive" uses pipedrive
system mail uses smoove
system club uses points_club
`,
  'club.journey': `connector points_club "Points club" {
  base "https://api.example.com"
  record member extends contact { id: text, points: number }
  event joined of member = webhook "joined" { points: data.points }
  action add_points(person: member, points: number, why?: text)
    = POST "/members/{person.id}/points" { points, reason: why }
}
`,
  'messages.journey': `import { mail } from "./systems.journey"

message hello "שלום" via mail {
  subject "Hello {{lead.first_name}}"
  body file "./mails/hello.html"
}
message coupon(code: text) via mail {
  subject "Coupon {{code}} of {{lead.points}} points"
  body "It is {{code}}."
}
`,
  'mails/hello.html': `<p>Hello</p>
<p>{{ lead.full_name }}, you have {{lead.points}} points.</p>
`,
  'reuse.journey': `import { club } from "./systems.journey"

automation reward "Reward"(person: contact, amount: number) {
  notify sales "{{person.full_name}} gets {{amount}}."
}
journey base "Base" {
  stage opening "Opening"
}
`,
  'main.journey': `import { club, crm as pipe } from "./systems.journey"
import { hello, coupon } from "./messages.journey"
import "./reuse.journey"

journey welcome "קבלת פנים" extends base {
  model five_stage

  stage awareness "מודעות" {
    automation greet "ברכה" {
      on club.joined as lead
      let deal = pipe.find_deal(person: lead)
      send hello to lead
      send coupon(code: deal.title)
      club.add_points(person: lead, points: 10)
      run reward(person: lead, amount: 3)
    }
  }
  stage purchase "רכישה" {
    enter on pipe.deal_won
  }
}
`,
} as const;

const main = files['main.journey'];
let project: Project;

beforeAll(async () => {
  project = await Project.open(files);
  await project.type('main.journey', main);
  await project.type('messages.journey', files['messages.journey']);
});

afterAll(async () => {
  expect(await project.close()).toBe(0);
});

/** The text with the cursor behind the beginning of what it holds once. */
function cursorIn(text: string, needle: string, further = 1): string {
  expect(text.split(needle)).toHaveLength(2);
  return text.replace(needle, `${needle.slice(0, further)}‸${needle.slice(further)}`);
}

const inMain = (needle: string, further?: number) =>
  ['main.journey', cursorIn(main, needle, further)] as const;
const inMessages = (needle: string, further?: number) =>
  ['messages.journey', cursorIn(files['messages.journey'], needle, further)] as const;

describe('references', () => {
  const references = async ([path, text]: readonly [string, string]) =>
    project.places(
      await project.ask(ReferencesRequest.type, path, text, { context: { includeDeclaration: true } }),
    );

  test('a message: its declaration, imports and sends', async () => {
    expect(await references(inMain('send hello', 6))).toEqual([
      'main.journey:2:10 hello',
      'main.journey:12:12 hello',
      'messages.journey:3:9 hello',
    ]);
  });

  test('a variable: in steps, and in texts of messages, also those in files', async () => {
    expect(await references(inMain('as lead', 4))).toEqual([
      'hello.html:2:7 lead',
      'hello.html:2:37 lead',
      'main.journey:10:25 lead',
      'main.journey:11:41 lead',
      'main.journey:12:21 lead',
      'main.journey:14:31 lead',
      'main.journey:15:26 lead',
      'messages.journey:4:20 lead',
      'messages.journey:8:33 lead',
    ]);
  });

  test('from a text back to what it shows', async () => {
    expect(await references(inMessages('{{lead.first', 4))).toContain('main.journey:10:25 lead');
  });

  test('a parameter: where it is given, and where it is shown', async () => {
    expect(await references(inMessages('(code:', 2))).toEqual([
      'main.journey:13:19 code',
      'messages.journey:7:16 code',
      'messages.journey:8:21 code',
      'messages.journey:9:17 code',
    ]);
  });

  test("a field of a connector's record: in webhooks, texts and requests", async () => {
    const club = cursorIn(files['club.journey'], 'id: text, points', 11);
    expect(await references(['club.journey', club])).toEqual([
      'club.journey:3:45 points',
      'club.journey:4:47 points',
      'hello.html:2:42 points',
      'messages.journey:8:38 points',
    ]);
  });

  test('highlights are those of the file', async () => {
    const found = await project.ask(DocumentHighlightRequest.type, ...inMain('send hello', 6), {});
    expect(found?.map(({ range, kind }) => [range.start.line + 1, kind])).toEqual([
      [2, 2],
      [12, 2],
    ]);
  });
});

describe('go to', () => {
  const goTo = async (request: typeof DefinitionRequest.type, [path, text]: readonly [string, string]) =>
    project.places(await project.ask(request, path, text, {}));

  test('the definition of an argument is the parameter', async () => {
    expect(await goTo(DefinitionRequest.type, inMain('amount: 3'))).toEqual(['reuse.journey:3:45 amount']);
  });

  test('the declaration of an imported name is its import, by what it is called there', async () => {
    expect(await goTo(DeclarationRequest.type, inMain('send hello', 6))).toEqual(['main.journey:2:10 hello']);
    expect(await goTo(DeclarationRequest.type, inMain('run reward', 5))).toEqual([
      'main.journey:3:1 import "./reuse.journey"',
    ]);
    expect(await goTo(DeclarationRequest.type, inMain('pipe.find'))).toEqual([
      'main.journey:1:16 crm as pipe',
    ]);
  });

  test('the type of a variable is the record that it holds', async () => {
    expect(await goTo(TypeDefinitionRequest.type, inMain('as lead', 4))).toEqual([
      'club.journey:3:10 member',
    ]);
    expect(await goTo(TypeDefinitionRequest.type, inMain('let deal', 5))).toEqual([
      'pipedrive.journey:11:10',
    ]);
  });

  test('the type of a system is its connector, of a journey its model, of a stage the stage it plays', async () => {
    expect(await goTo(TypeDefinitionRequest.type, inMain('club.joined'))).toEqual([
      'club.journey:1:11 points_club',
    ]);
    expect(await goTo(TypeDefinitionRequest.type, inMain('welcome'))).toEqual(['five-stage.journey:2:7']);
    expect(await goTo(TypeDefinitionRequest.type, inMain('awareness'))).toEqual(['five-stage.journey:3:9']);
  });

  test('the implementation of a message is where it is sent; of a journey, what extends it', async () => {
    expect(await goTo(ImplementationRequest.type, inMessages('message hello', 9))).toEqual([
      'main.journey:12:7 send hello to lead',
    ]);
    const base = cursorIn(files['reuse.journey'], 'journey base', 9);
    expect(await goTo(ImplementationRequest.type, ['reuse.journey', base])).toEqual([
      'main.journey:5:9 welcome',
    ]);
    expect(await goTo(ImplementationRequest.type, inMain('reward(', 1))).toEqual([
      'main.journey:15:7 run reward(person: lead, amount: 3)',
    ]);
  });
});

describe('rename', () => {
  const rename = async ([path, text]: readonly [string, string], newName: string) =>
    project.changes(await project.ask(RenameRequest.type, path, text, { newName }));

  test('in all files, with imports and texts', async () => {
    expect(await rename(inMain('send hello', 6), 'ברכה_ראשונה')).toEqual([
      'main.journey:2 import { ברכה_ראשונה, coupon } from "./messages.journey"',
      'main.journey:12 send ברכה_ראשונה to lead',
      'messages.journey:3 message ברכה_ראשונה "שלום" via mail {',
    ]);
    expect(await rename(inMain('as lead', 4), 'person')).toEqual([
      'hello.html:2 <p>{{ person.full_name }}, you have {{person.points}} points.</p>',
      'main.journey:10 on club.joined as person',
      'main.journey:11 let deal = pipe.find_deal(person: person)',
      'main.journey:12 send hello to person',
      'main.journey:14 club.add_points(person: person, points: 10)',
      'main.journey:15 run reward(person: person, amount: 3)',
      'messages.journey:4 subject "Hello {{person.first_name}}"',
      'messages.journey:8 subject "Coupon {{code}} of {{person.points}} points"',
    ]);
  });

  test('a parameter, with the arguments that are given for it', async () => {
    expect(await rename(inMessages('(code:', 2), 'voucher')).toEqual([
      'main.journey:13 send coupon(voucher: deal.title)',
      'messages.journey:7 message coupon(voucher: text) via mail {',
      'messages.journey:8 subject "Coupon {{voucher}} of {{lead.points}} points"',
      'messages.journey:9 body "It is {{voucher}}."',
    ]);
  });

  test("an import's own name, in its file only; the other name everywhere but there", async () => {
    expect(await rename(inMain('pipe.deal_won', 2), 'sales_system')).toEqual([
      'main.journey:1 import { club, crm as sales_system } from "./systems.journey"',
      'main.journey:11 let deal = sales_system.find_deal(person: lead)',
      'main.journey:19 enter on sales_system.deal_won',
    ]);
    expect(await rename(inMain('crm as', 1), 'deals')).toEqual([
      'main.journey:1 import { club, deals as pipe } from "./systems.journey"',
      'systems.journey:3 system deals "Pipedrive" uses pipedrive',
    ]);
  });

  test.each([
    ['a name of the library', inMain('pipe.find_deal', 7), 'x', '"find_deal" is a name of the library'],
    ['what is no name', inMain('send hello', 2), 'x', 'Only names can be renamed'],
    ['a label', inMain('"ברכה"', 2), 'x', 'Only names can be renamed'],
    ['what is no word', inMain('as lead', 4), '2nd lead', `"2nd lead" can't be a name`],
    ['a word of the language', inMain('as lead', 4), 'stage', '"stage" is a word of the language'],
    [
      'a name that is taken',
      inMessages('message hello', 9),
      'coupon',
      '"coupon" is the name of something else already: the message in line 7',
    ],
    [
      'a name that is taken where it is imported',
      inMessages('message hello', 9),
      'club',
      '"club" is the name of something else already: the system in line 5',
    ],
    [
      'a name that would hide another',
      inMain('as lead', 4),
      'deal',
      '"deal" is the name of something else already: the variable in line 11',
    ],
    [
      'a name that an import has already',
      inMain('pipe.deal_won', 2),
      'hello',
      '"hello" is the name of something else already: the message in line 3',
    ],
  ])('refuses %s', async (_what, place, newName, sentence) => {
    await expect(rename(place, newName)).rejects.toThrow(sentence);
  });

  test('a reserved word may name a field, for it stands behind a dot', async () => {
    const club = cursorIn(files['club.journey'], 'id: text, points', 11);
    expect(await rename(['club.journey', club], 'stop')).toContain(
      'messages.journey:8 subject "Coupon {{code}} of {{lead.stop}} points"',
    );
  });

  test('what a text shows in several automations is refused: it would be right for one only', async () => {
    const second = main.replace(
      '  stage purchase "רכישה" {',
      '  stage purchase "רכישה" {\n    automation again { on club.joined as lead send hello }',
    );
    const [path, text] = ['main.journey', cursorIn(second, 'joined as lead\n', 11)] as const;
    await expect(rename([path, text], 'person')).rejects.toThrow('is sent from several places');
    await project.type('main.journey', main);
  });

  test('says beforehand what would be renamed', async () => {
    const range = await project.ask(PrepareRenameRequest.type, ...inMain('coupon(', 3), {});
    expect(range).toMatchObject({ start: { line: 12, character: 11 }, end: { line: 12, character: 17 } });
  });
});

describe('imports follow', () => {
  const move = async (from: string, to: string) =>
    project.changes(
      await project.server.connection.sendRequest(WillRenameFilesRequest.type, {
        files: [{ oldUri: project.uri(from), newUri: project.uri(to) }],
      }),
    );

  test('a file that is renamed', async () => {
    expect(await move('systems.journey', 'vendors.journey')).toEqual([
      'main.journey:1 import { club, crm as pipe } from "./vendors.journey"',
      'messages.journey:1 import { mail } from "./vendors.journey"',
      'reuse.journey:1 import { club } from "./vendors.journey"',
    ]);
  });

  test('a file that is moved, with what it imports and what its messages name', async () => {
    expect(await move('messages.journey', 'texts/messages.journey')).toEqual([
      'main.journey:2 import { hello, coupon } from "./texts/messages.journey"',
      'messages.journey:1 import { mail } from "../systems.journey"',
      'messages.journey:5 body file "../mails/hello.html"',
    ]);
  });

  test('a folder of texts', async () => {
    expect(await move('mails', 'letters')).toEqual(['messages.journey:5 body file "./letters/hello.html"']);
  });
});
