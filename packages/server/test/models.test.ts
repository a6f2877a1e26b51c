import type { JourneyModel } from '@journey/model';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  JourneyEditRequest,
  MapExportRequest,
  ModelChanged,
  ModelRequest,
  OverviewChanged,
  UnwatchModel,
  WatchModelRequest,
  WatchOverviewRequest,
  type ModelSnapshot,
  type OverviewChange,
} from '../src/protocol.ts';
import { Project } from './project.ts';

const systems = 'system wa "WhatsApp" uses whatsapp {\n  number: env WA_NUMBER_ID\n}\n';

const messages = (text: string, folder = '.') => `import { wa } from "${folder}/systems.journey"

message hello "שלום" via wa category utility {
  template lead_hello language he
  text "${text}"
}
`;

const journey = (stages: string) => `import "./messages.journey"

journey welcome "קבלת פנים" {
${stages}}
`;

const awareness = '  stage awareness "מודעות" {\n  }\n';
const purchase = '  stage purchase "רכישה" {\n  }\n';

let project: Project;

async function openProject(): Promise<Project> {
  project = await Project.open({
    'systems.journey': systems,
    'texts/messages.journey': messages('elsewhere', '..'),
    'messages.journey': messages('היי'),
    'main.journey': journey(awareness),
  });
  await project.type('main.journey', journey(awareness));
  return project;
}

afterEach(() => project.close());

const stagesOf = ({ journeys: [first] }: JourneyModel) => first?.stages.map(({ label }) => label);

describe('the model of a document', () => {
  test('says what was typed a moment ago', async () => {
    const { server } = await openProject();
    const uri = project.uri('main.journey');
    await project.type('main.journey', journey(awareness + purchase));
    const snapshot = await server.connection.sendRequest(ModelRequest, { uri });
    expect(stagesOf(snapshot.model)).toEqual(['מודעות', 'רכישה']);
    expect(snapshot.version).toBe(2);
    expect(snapshot.problems).toEqual([]);
  });

  test('holds what the file imports, named by paths from its folder', async () => {
    const { server } = await openProject();
    const { model } = await server.connection.sendRequest(ModelRequest, { uri: project.uri('main.journey') });
    expect(model.messages.map(({ id, source }) => [id, source.file])).toEqual([
      ['hello', 'messages.journey'],
    ]);
  });

  test('of a file that is not open', async () => {
    const { server } = await openProject();
    const { model } = await server.connection.sendRequest(ModelRequest, {
      uri: project.uri('texts/messages.journey'),
    });
    expect(model.messages.map(({ id }) => id)).toEqual(['hello']);
  });

  test('of a file that is not there is an error in words', async () => {
    const { server } = await openProject();
    const request = server.connection.sendRequest(ModelRequest, { uri: project.uri('nothing.journey') });
    await expect(request).rejects.toThrow(/There is no file .*nothing\.journey\.$/);
  });

  test('leaves a broken part out and says what is wrong with it, also in an imported file', async () => {
    const { server } = await openProject();
    const uri = project.uri('main.journey');
    await project.type('main.journey', journey(awareness.replace('{', '{\n    touchpoint on') + purchase));
    await project.type('messages.journey', messages('היי').replace('via wa', 'via nobody'));
    const { model, problems } = await server.connection.sendRequest(ModelRequest, { uri });
    expect(stagesOf(model)).toEqual(expect.arrayContaining(['מודעות', 'רכישה']));
    const files = problems.filter(({ severity }) => severity === 'error').map(({ range }) => range.file);
    expect(new Set(files)).toEqual(new Set(['main.journey', 'messages.journey']));
  });
});

describe('an edit of the map', () => {
  test('comes back as edits of the text that it was made in, and of no other', async () => {
    const { server } = await openProject();
    const uri = project.uri('main.journey');
    const { model, version } = await server.connection.sendRequest(ModelRequest, { uri });
    const [shown] = model.journeys;
    if (!shown) throw new Error('There is no journey.');
    const edit = {
      kind: 'rename',
      journey: shown.source,
      part: shown.source,
      label: 'ברוכים הבאים',
    } as const;
    const asked = { uri, version, edit };
    expect(await server.connection.sendRequest(JourneyEditRequest, asked)).toEqual({
      kind: 'edits',
      edits: [
        {
          range: { start: { line: 2, character: 16 }, end: { line: 2, character: 27 } },
          newText: '"ברוכים הבאים"',
        },
      ],
    });
    await project.type('main.journey', journey(purchase));
    expect(await server.connection.sendRequest(JourneyEditRequest, asked)).toEqual({
      kind: 'refused',
      message: 'The text has changed since this map was drawn: try again.',
    });
  });
});

describe('a watched model', () => {
  async function watch(uri: string) {
    const changes: ModelSnapshot[] = [];
    let heard = () => {};
    project.server.connection.onNotification(ModelChanged, (snapshot) => {
      changes.push(snapshot);
      heard();
    });
    const first = await project.server.connection.sendRequest(WatchModelRequest, { uri });
    const changeWhere = (wanted: (snapshot: ModelSnapshot) => boolean) =>
      new Promise<ModelSnapshot>((resolve) => {
        heard = () => {
          const found = changes.find(wanted);
          if (found) resolve(found);
        };
        heard();
      });
    return { first, changes, changeWhere };
  }

  const textOf = ({ model }: ModelSnapshot) => JSON.stringify(model.messages);

  test('follows the typing', async () => {
    await openProject();
    const { first, changeWhere } = await watch(project.uri('main.journey'));
    expect(stagesOf(first.model)).toEqual(['מודעות']);
    await project.type('main.journey', journey(awareness + purchase));
    const changed = await changeWhere(({ version }) => version === 2);
    expect(stagesOf(changed.model)).toEqual(['מודעות', 'רכישה']);
  });

  test('follows an imported file that is edited', async () => {
    await openProject();
    const { changeWhere } = await watch(project.uri('main.journey'));
    await project.type('messages.journey', messages('בוקר טוב'));
    const changed = await changeWhere((snapshot) => textOf(snapshot).includes('בוקר טוב'));
    expect(changed.uri).toBe(project.uri('main.journey'));
  });

  test('follows an imported file that changes on disk', async () => {
    await openProject();
    const { changeWhere } = await watch(project.uri('main.journey'));
    await project.writeToDisk('messages.journey', messages('ערב טוב'));
    await changeWhere((snapshot) => textOf(snapshot).includes('ערב טוב'));
  });

  test('is not sent when a file changes that it does not import, nor when nobody watches any more', async () => {
    await openProject();
    const uri = project.uri('main.journey');
    const { changes } = await watch(uri);
    await project.type('texts/messages.journey', messages('unrelated', '..'));
    await project.server.connection.sendRequest(ModelRequest, { uri });
    expect(changes).toEqual([]);

    await project.server.connection.sendNotification(UnwatchModel, { uri });
    await project.type('main.journey', journey(awareness + purchase));
    await project.server.connection.sendRequest(ModelRequest, { uri });
    expect(changes).toEqual([]);
  });
});

describe('the overview of all journeys', () => {
  test('holds every journey of the folder, and follows the typing, findings and files that go', async () => {
    const { server } = await openProject();
    const changes: OverviewChange[] = [];
    server.connection.onNotification(OverviewChanged, (change) => void changes.push(change));
    const uri = project.uri('main.journey');
    await server.connection.sendRequest(ModelRequest, { uri });
    const files = await server.connection.sendRequest(WatchOverviewRequest);
    expect(files.map((file) => file.uri)).toEqual([uri]);
    expect(files[0]?.journeys.map(({ label, stages }) => [label, stages.length])).toEqual([['קבלת פנים', 1]]);

    await project.type('main.journey', journey(awareness + purchase.replace('{', '{\n    touchpoint on')));
    await vi.waitFor(() => {
      const [changed] = changes.at(-1)?.changed ?? [];
      expect(changed?.journeys[0]).toMatchObject({ errors: 2, stages: [{ errors: 0 }, { errors: 2 }] });
    });

    await project.type('main.journey', '');
    await vi.waitFor(() => {
      expect(changes.at(-1)?.changed).toEqual([{ uri, journeys: [] }]);
    });
  });
});

test('the map is a picture that names the stages, or another file', async () => {
  const { server } = await openProject();
  const write = (format: 'svg' | 'md') =>
    server.connection.sendRequest(MapExportRequest, {
      uri: project.uri('main.journey'),
      journey: 'welcome',
      format,
      name: 'visit',
    });
  const picture = await write('svg');
  const [svg] = picture.kind === 'files' ? picture.files : [];
  expect(svg?.content).toMatch(/^<svg [^>]*direction="rtl"/);
  expect(svg?.content).toContain('מודעות');
  const page = await write('md');
  expect(page.kind === 'files' && page.files.map(({ name }) => name)).toEqual(['visit.md', 'visit.svg']);
});
