import {
  DocumentState,
  EmptyFileSystemProvider,
  TextDocument,
  URI,
  type FileSystemNode,
  type LangiumDocument,
} from 'langium';
import { expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver';
import { createJourneyEditorServices } from '@journey/language/editor';

/** Each needs the next one, and nothing else brings it in. */
const FILES: Readonly<Record<string, string>> = {
  'shop.journey': 'import "./first.journey"\nautomation greet { manually run welcome }\n',
  'first.journey': 'import "./second.journey"\nautomation welcome { manually run remind }\n',
  'second.journey': 'import "./third.journey"\nautomation remind { manually run thank }\n',
  'third.journey': 'import "./fourth.journey"\nautomation thank { manually run part }\n',
  'fourth.journey': 'automation part { manually notify sales "…" }\n',
  'apart.journey': 'automation alone { manually notify sales "…" }\n',
};
const FOLDER = 'file:///shop';

class Disk extends EmptyFileSystemProvider {
  override readDirectory(): Promise<FileSystemNode[]> {
    const uris = Object.keys(FILES).map((name) => URI.parse(`${FOLDER}/${name}`));
    return Promise.resolve(uris.map((uri) => ({ isFile: true, isDirectory: false, uri })));
  }
  override existsSync(uri?: URI): boolean {
    return uri !== undefined && nameOf(uri) in FILES;
  }
  override readFile(uri?: URI): Promise<string> {
    return Promise.resolve((uri && FILES[nameOf(uri)]) ?? '');
  }
}

const nameOf = ({ path }: URI) => path.split('/').at(-1) ?? '';

/** A workspace with the first file open in an editor, while nothing is read yet. */
function open() {
  const { workspace } = createJourneyEditorServices({ fileSystemProvider: () => new Disk() }).shared;
  const opened = TextDocument.create(`${FOLDER}/shop.journey`, 'journey', 1, FILES['shop.journey'] ?? '');
  workspace.TextDocuments.set(opened);
  return workspace;
}

const moments = Object.keys(FILES).flatMap((name) =>
  (['Parsed', 'ComputedScopes', 'Linked', 'Validated'] as const).map((state) => ({ name, state })),
);

test.each(moments)('a build that ends when $name is $state leaves nothing out', async ({ name, state }) => {
  const workspace = open();
  const { DocumentBuilder, LangiumDocuments } = workspace;
  const source = new CancellationTokenSource();
  DocumentBuilder.onDocumentPhase(DocumentState[state], ({ uri }) => {
    if (nameOf(uri) === name) source.cancel();
  });
  const told = new Map<string, LangiumDocument['diagnostics'][]>();
  DocumentBuilder.onDocumentPhase(DocumentState.Validated, ({ uri, diagnostics }) => {
    told.set(nameOf(uri), [...(told.get(nameOf(uri)) ?? []), diagnostics]);
  });
  const reported = new Set<string>();
  DocumentBuilder.onBuildPhase(DocumentState.Validated, (built) => {
    for (const { uri } of built) reported.add(nameOf(uri));
  });
  await workspace.WorkspaceManager.initializeWorkspace([{ uri: FOLDER, name: 'shop' }], source.token).catch(
    () => undefined,
  );
  expect(source.token.isCancellationRequested).toBe(true);

  await DocumentBuilder.update([], []);
  const read = LangiumDocuments.all.filter(({ uri }) => uri.scheme === 'file').toArray();
  for (const document of read) {
    expect(document.parseResult.value.$cstNode?.root.fullText).toBe(FILES[nameOf(document.uri)]);
    expect(document.state).toBe(DocumentState.Validated);
  }
  for (const name of Object.keys(FILES)) expect(reported).toContain(name);
  // Nobody is told of a name that leads nowhere, not even for a moment.
  for (const name of Object.keys(FILES)) expect(told.get(name)?.flat()).toEqual([]);
});
