import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import {
  CodeActionRequest,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type CodeAction,
  type FileEvent,
  type InitializeParams,
} from 'vscode-languageserver-protocol/node';
import { Project } from './project.ts';
import { filesAfter } from './workspace-edit.ts';

const SYSTEMS = 'system crm "CRM" uses pipedrive\nsystem mail "Mail" uses smoove\n';

const SHOP = `import { crm, mail as post } from "./systems.journey"

message hello "שלום" via post category transactional {
  subject "ברוכים הבאים"
  body file "mails/hello.html"
}

// Everybody who leaves gets it.
/** The last word. */
message goodbye "להתראות" (deal: crm.deal) via post category transactional {
  subject "תודה"
  body "שלום {{deal.title | default "לך"}}"
}

journey shop "חנות" {
  timezone "Asia/Jerusalem"
  stage visit "ביקור" {
    automation capture "קליטה" {
      on crm.deal_won as deal
      send hello
      send goodbye(deal: deal)
    }
  }
}
`;

const FILES = {
  'systems.journey': SYSTEMS,
  'mails/hello.html': '<p dir="rtl">שלום</p>\n',
  'shop.journey': SHOP,
};

/** A client whose edits may create files. */
const CREATES_FILES: Partial<InitializeParams> = {
  capabilities: {
    workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
  },
};

let project: Project;

afterEach(async () => {
  expect(await project.close()).toBe(0);
});

async function offered(path: string, marked: string): Promise<readonly CodeAction[]> {
  const position = await project.type(path, marked);
  const result = await project.server.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: project.uri(path) },
    range: { start: position, end: position },
    context: { diagnostics: [], only: ['refactor.extract'] },
  });
  return (result ?? []).filter((each): each is CodeAction => 'edit' in each);
}

/** The files after the action, by their paths; an editor makes it, and no file has an error that it hadn't before. */
async function extracted(path: string, marked: string): Promise<Readonly<Record<string, string>>> {
  const [action] = await offered(path, marked);
  const read = (uri: string) => project.openText(uri) ?? readFileSync(fileURLToPath(uri), 'utf8');
  const after = filesAfter(action?.edit, read);
  const paths = new Map([...after].map(([uri, text]) => [uri.slice(project.uri('').length + 1), text]));
  for (const [uri, text] of after) {
    mkdirSync(dirname(fileURLToPath(uri)), { recursive: true });
    writeFileSync(fileURLToPath(uri), text);
  }
  const changes = [...after.keys()].map((uri): FileEvent => ({ uri, type: FileChangeType.Changed }));
  await project.server.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
  for (const [changed, text] of paths) await project.type(changed, text);
  for (const uri of after.keys())
    await project.server.diagnosticsWhen(uri, (found) => found.every(({ severity }) => severity !== 1));
  return Object.fromEntries(paths);
}

describe('extract a message', () => {
  test('into a file of its own, with what it needs, and imported where it was', async () => {
    project = await Project.open(FILES, CREATES_FILES);
    expect(await extracted('shop.journey', SHOP.replace('message hello', 'message hel‸lo'))).toEqual({
      'messages/hello.journey': `import { mail as post } from "../systems.journey"

message hello "שלום" via post category transactional {
  subject "ברוכים הבאים"
  body file "../mails/hello.html"
}
`,
      'shop.journey': SHOP.replace(/message hello[^]*?\n}\n\n/, '').replace(
        'import {',
        'import { hello } from "./messages/hello.journey"\nimport {',
      ),
    });
  });

  test('with its comments; what it needs of the file that it leaves, it imports from there', async () => {
    const system = 'system crm "CRM" uses pipedrive\nsystem post "Mail" uses smoove\n';
    const own = SHOP.replace(/^import .*\n/, system);
    project = await Project.open({ ...FILES, 'shop.journey': own }, CREATES_FILES);
    const files = await extracted('shop.journey', own.replace('message goodbye', 'mess‸age goodbye'));
    expect(files['messages/goodbye.journey']).toBe(`import { crm, post } from "../shop.journey"

// Everybody who leaves gets it.
/** The last word. */
message goodbye "להתראות" (deal: crm.deal) via post category transactional {
  subject "תודה"
  body "שלום {{deal.title | default "לך"}}"
}
`);
    expect(files['shop.journey']).toBe(
      `import { goodbye } from "./messages/goodbye.journey"\n\n${own.replace(/\/\/ Everybody[^]*?\n}\n\n/, '')}`,
    );
  });

  test('for the other files that send it too, however they import it', async () => {
    const messages = `import { mail } from "../systems.journey"

message hello "שלום" via mail category transactional { subject "א" body "שלום" }

message tip "עצה" via mail category transactional { subject "ב" body "עצה" }
`;
    const journey = (imports: string, name: string) => `${imports}
import { crm } from "./systems.journey"

automation greet(deal: crm.deal) {
  send ${name}
}
`;
    project = await Project.open(
      {
        'systems.journey': SYSTEMS,
        'messages/all.journey': messages,
        'messages/hello.journey': '// Somebody began to write here.\n',
        'alone.journey': journey('import { hello as greeting } from "./messages/all.journey"', 'greeting'),
        'among.journey': journey('import { hello, tip } from "./messages/all.journey"', 'hello\n  send tip'),
        'whole.journey': journey('import "./messages/all.journey"', 'hello'),
        'other.journey': journey('import "./messages/all.journey"', 'tip'),
      },
      CREATES_FILES,
    );
    const files = await extracted(
      'messages/all.journey',
      messages.replace('message hello', '‸message hello'),
    );
    expect(Object.keys(files).sort()).toEqual([
      'alone.journey',
      'among.journey',
      'messages/all.journey',
      'messages/hello_2.journey',
      'whole.journey',
    ]);
    expect(files['alone.journey']).toContain(
      'import { hello as greeting } from "./messages/hello_2.journey"\n',
    );
    expect(files['among.journey']).toContain('import { tip } from "./messages/all.journey"\n');
    expect(files['among.journey']).toContain('import { hello } from "./messages/hello_2.journey"\n');
    expect(files['whole.journey']).toContain('import "./messages/all.journey"\n');
    expect(files['whole.journey']).toContain('import { hello } from "./messages/hello_2.journey"\n');
    expect(files['messages/all.journey']).not.toContain('hello');
  });

  test('is not offered inside a message, for the only thing in a file, or where the editor can’t create files', async () => {
    project = await Project.open(FILES, CREATES_FILES);
    expect(await offered('shop.journey', SHOP.replace('subject "תודה"', 'subj‸ect "תודה"'))).toEqual([]);
    const only = 'message hello "שלום" via post category transactional { bo‸dy "שלום" }\n';
    expect(await offered('only.journey', only.replace('‸', '').replace('message', 'mess‸age'))).toEqual([]);
    await project.close();
    project = await Project.open(FILES);
    expect(await offered('shop.journey', SHOP.replace('message hello', 'message hel‸lo'))).toEqual([]);
  });
});
