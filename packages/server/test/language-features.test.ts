import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Diagnostic,
  DiagnosticSeverity,
  TextDocumentContentRequest,
} from 'vscode-languageserver-protocol/node';
import { positionOf, textIn } from './marked-text.ts';
import { Project } from './project.ts';
import { HELP_BASE } from './server-process.ts';

const systems = `/** Where deals are kept. */
system crm "Pipedrive" uses pipedrive
system wa "WhatsApp" uses whatsapp {
  number: env WA_NUMBER_ID
}
`;

const messages = `import { wa } from "./systems.journey"

/** The first thing that a lead reads. */
message hello "שלום" via wa category utility {
  template lead_hello language he
  text "היי"
}
`;

const journey = `import { crm } from "./systems.journey"
import "./messages.journey"

journey welcome "קבלת פנים" {
  timezone "Asia/Jerusalem"

  stage awareness "מודעות" {
    touchpoint banner "באנר" on google_ads by marketing
    automation capture "קליטת ליד" {
      on crm.deal_created as deal
      send hello
    }
  }

  stage purchase "רכישה" {
    automation thanks {
      on crm.deal_won as deal
      wait 2d
      send hello
    }
  }
}
`;

let project: Project;

beforeAll(async () => {
  project = await Project.open({
    'systems.journey': systems,
    'messages.journey': messages,
    'main.journey': journey,
  });
  await project.type('main.journey', journey);
});

afterAll(async () => {
  expect(await project.close()).toBe(0);
});

const withChange = (from: string, to: string) => {
  expect(journey).toContain(from);
  return journey.replace(from, to);
};

function isError({ severity }: Diagnostic): boolean {
  return severity === DiagnosticSeverity.Error;
}

function haveErrors(found: readonly Diagnostic[]): boolean {
  return found.some(isError);
}

describe('diagnostics', () => {
  test('a broken reference is found, with its code and its page, and is gone when it is repaired', async () => {
    const uri = project.uri('main.journey');
    await project.type('main.journey', withChange('send hello', 'send helo'));
    const finding = (await project.server.diagnosticsWhen(uri, haveErrors)).find(isError);
    expect(finding?.message).toContain('helo');
    expect(finding?.code).toMatch(/^J\d{4}$/);
    expect(finding?.codeDescription?.href).toBe(`${HELP_BASE}${String(finding?.code)}.md`);
    expect(finding && textIn(project.text('main.journey'), finding.range)).toBe('helo');

    await project.type('main.journey', journey);
    await project.server.diagnosticsWhen(uri, (found) => !haveErrors(found));
  });

  test('a syntax error in one stage leaves the rest alive', async () => {
    const uri = project.uri('main.journey');
    await project.type('main.journey', withChange('send hello', 'send to to'));
    const findings = await project.server.diagnosticsWhen(uri, haveErrors);
    expect(findings.find(isError)?.code).toMatch(/^J\d{4}$/);
    expect(await project.outline('main.journey')).toEqual(
      expect.arrayContaining([expect.stringContaining('מודעות'), expect.stringContaining('רכישה')]),
    );
    await project.type('main.journey', journey);
    await project.server.diagnosticsWhen(uri, (found) => !haveErrors(found));
  });
});

describe('completion', () => {
  test("after a system's dot: what its connector reports and does", async () => {
    const labels = await project.completions(
      'main.journey',
      withChange('on crm.deal_won as deal', 'on crm.‸'),
    );
    expect(labels).toEqual(expect.arrayContaining(['deal_won', 'deal_closed']));
    expect(labels).not.toContain('stage');
  });

  test('after send: the messages of imported files', async () => {
    const labels = await project.completions(
      'main.journey',
      withChange('wait 2d\n      send hello', 'send ‸'),
    );
    expect(labels).toContain('hello');
  });

  test('in a stage: what a stage may hold', async () => {
    const labels = await project.completions(
      'main.journey',
      withChange('stage purchase "רכישה" {', 'stage purchase "רכישה" {\n    ‸\n'),
    );
    expect(labels).toEqual(expect.arrayContaining(['automation', 'touchpoint', 'kpi']));
    expect(labels).not.toContain('timezone');
  });
});

describe('go to definition', () => {
  test('of a message, in the file that declares it', async () => {
    const place = await project.definition('main.journey', withChange('send hello', 'send hel‸lo'));
    expect(place?.uri).toBe(project.uri('messages.journey'));
    expect(place?.range.start).toEqual(positionOf(messages, 'hello'));
  });

  test('of an event, in the connector library, which the editor can open', async () => {
    const place = await project.definition('main.journey', withChange('crm.deal_won', 'crm.deal‸_won'));
    expect(place?.uri).toBe('journey-library:/vendors/pipedrive.journey');
    const library = await project.server.connection.sendRequest(TextDocumentContentRequest.type, {
      uri: place?.uri ?? '',
    });
    expect(place && textIn(library.text, place.range)).toBe('deal_won');
  });

  test('the server says that it serves the library', () => {
    expect(project.server.initialized.capabilities.workspace?.textDocumentContent).toMatchObject({
      schemes: ['journey-library'],
    });
  });
});

test('hover shows what a doc comment says', async () => {
  expect(await project.hover('main.journey', withChange('send hello', 'send hel‸lo'))).toContain(
    'The first thing that a lead reads.',
  );
});

test('the outline names stages, touchpoints and automations', async () => {
  await project.type('main.journey', journey);
  const names = (await project.outline('main.journey')).join('\n');
  for (const name of ['welcome', 'awareness', 'banner', 'capture', 'purchase', 'thanks']) {
    expect(names).toMatch(new RegExp(`${name}|${labelOf(name)}`));
  }
});

test('the outline names a part whose label is still being typed', async () => {
  await project.type('main.journey', withChange('stage awareness "מודעות"', 'stage awareness ""'));
  expect(await project.outline('main.journey')).toContain('  awareness');
  await project.type('main.journey', journey);
});

function labelOf(name: string): string {
  return new RegExp(`${name} "([^"]*)"`).exec(journey)?.[1] ?? name;
}

test('formatting gives the canonical form', async () => {
  await project.type('main.journey', journey.replaceAll(/^ +/gm, '').replace('wait 2d', 'wait    2d'));
  expect(await project.formatted('main.journey')).toBe(journey);
  await project.type('main.journey', journey);
});
