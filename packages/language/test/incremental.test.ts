import { EmptyFileSystemProvider, URI } from 'langium';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createJourneyServices } from '@journey/language';

/** Lines that a file may hold: such that each edit changes what some other file may refer to. */
const LINES: Readonly<Record<string, readonly string[]>> = {
  'systems.journey': [
    'system crm "CRM" uses pipedrive',
    'system crm "Deals" uses pipedrive',
    'system crm uses nobody',
    'system wa uses whatsapp { number: env WA_NUMBER }',
    'system mail uses smoove',
    'persona owner "בעלים"',
    'policy calm { quiet 21:00-08:00 }',
    'policy calm { quiet 20:00-09:00 }',
    'import "./shop.journey"',
    'automation polite { on crm.deal_won as deal send hello to deal }',
    'automation polite { manually run greet }',
  ],
  'messages.journey': [
    'import "./systems.journey"',
    'import { wa } from "./systems.journey"',
    'import { mail as wa } from "./systems.journey"',
    'message hello via wa category utility { text "שלום" }',
    'message hello via wa category marketing { text "{{deal.title}}" }',
    'message hello(name: text) via wa category utility { text "{{name}}" }',
    'message bye via mail { subject "Bye" body file "bye.html" }',
  ],
  'shop.journey': [
    'import "./systems.journey"',
    'import { crm, calm } from "./systems.journey"',
    'import { hello } from "./messages.journey"',
    'import "./messages.journey"',
    'import "./missing.journey"',
    'automation greet { on crm.deal_created as deal send hello }',
    'automation greet { on crm.deal_created as deal run polite }',
    'journey shop uses calm { stage awareness { touchpoint ad on facebook automation a { on crm.deal_won as deal send hello send bye } } }',
    'segment regulars where customer.email != ""',
    'persona buyer',
    'message leftover via mail { subject "Left" body "Over" }',
    'journey shop { goal crm.deal_won within 30d stage awareness { automation a { manually run greet } } }',
  ],
  'branch.journey': [
    'import { shop } from "./shop.journey"',
    'import { regulars, buyer as somebody } from "./shop.journey"',
    'import "./shop.journey"',
    'import "./systems.journey"',
    'journey branch extends shop { stage awareness { override automation a { manually wait 1d } } }',
    'journey branch { stage first journey shop { enter on shop.awareness.entered } }',
    'scenario "one" of branch { 2026-01-01 10:00 crm.deal_won as deal expect no send hello }',
  ],
  'missing.journey': ['message late via wa { text "…" }', 'persona hello', 'import "./systems.journey"'],
  'bye.html': ['<p>Bye</p>', '<p>{{deal.title}}</p>', '<p>{{nobody}}'],
};

class Disk extends EmptyFileSystemProvider {
  readonly texts = new Map<string, string>();
  override existsSync(uri?: URI): boolean {
    return uri !== undefined && this.texts.has(uri.toString());
  }
  override readFileSync(uri?: URI): string {
    const text = uri && this.texts.get(uri.toString());
    if (text === undefined) throw new Error(`There is no file ${uri?.toString() ?? ''}.`);
    return text;
  }
  override readFile(uri?: URI): Promise<string> {
    return new Promise((resolve) => resolve(this.readFileSync(uri)));
  }
  override stat(uri: URI) {
    this.readFileSync(uri);
    return Promise.resolve({ isFile: true, isDirectory: false, uri });
  }
}

const uriOf = (name: string) => URI.parse(`file:///shop/${name}`);

function open(disk: Disk) {
  return createJourneyServices({ fileSystemProvider: () => disk }).shared.workspace;
}

/** What all files are found to have, where each name leads, and what each file is told to be. */
function answers({ LangiumDocuments }: ReturnType<typeof open>) {
  return Object.fromEntries(
    LangiumDocuments.all
      .filter(({ uri }) => uri.scheme === 'file')
      .map(({ uri, diagnostics, references, parseResult }) => [
        uri.path,
        {
          findings: (diagnostics ?? [])
            .map(({ code, message, range }) => JSON.stringify({ code, message, range }))
            .sort(),
          names: references
            .map((reference) => {
              if (!('ref' in reference)) return '';
              const target = reference.ref?.$cstNode;
              const from = reference.$refNode?.offset ?? -1;
              return `${from} ${reference.$refText}: ${reference.ref?.$type ?? '-'} ${target?.offset ?? '-'}`;
            })
            .sort(),
          text: parseResult.value.$cstNode?.root.fullText,
        },
      ])
      .toArray()
      .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
  );
}

async function fresh(disk: Disk) {
  const workspace = open(disk);
  await workspace.WorkspaceManager.initializeWorkspace([]);
  const uris = [...disk.texts.keys()].filter((uri) => uri.endsWith('.journey')).map((uri) => URI.parse(uri));
  await workspace.DocumentBuilder.update(uris, []);
  return answers(workspace);
}

const file = fc.constantFrom(...Object.keys(LINES)).chain((name) => {
  const lines = LINES[name] ?? [];
  return fc.record({
    name: fc.constant(name),
    lines: fc.option(fc.uniqueArray(fc.constantFrom(...lines), { maxLength: lines.length }), { freq: 8 }),
    cancelled: fc.boolean(),
  });
});

test('after any edits the answers are those of a server that starts with the files as they are now', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(file, { minLength: 4, maxLength: 14 }), async (edits) => {
      const disk = new Disk();
      const workspace = open(disk);
      await workspace.WorkspaceManager.initializeWorkspace([]);
      for (const { name, lines, cancelled } of edits) {
        const uri = uriOf(name);
        if (lines) disk.texts.set(uri.toString(), lines.sort(importsFirst).join('\n'));
        else disk.texts.delete(uri.toString());
        const update = workspace.WorkspaceLock.write((token) =>
          workspace.DocumentBuilder.update(lines ? [uri] : [], lines ? [] : [uri], token),
        );
        // Whoever types on doesn't wait for what was begun.
        if (!cancelled) await update;
      }
      await workspace.WorkspaceLock.write((token) => workspace.DocumentBuilder.update([], [], token));
      expect(answers(workspace)).toEqual(await fresh(disk));
    }),
    { numRuns: 30, seed: 2027 },
  );
}, 120_000);

function importsFirst(one: string, other: string): number {
  return Number(other.startsWith('import')) - Number(one.startsWith('import'));
}
