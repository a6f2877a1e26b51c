import { expect, test } from 'vitest';
import { DiagnosticSeverity, DidChangeConfigurationNotification } from 'vscode-languageserver-protocol/node';
import { Project } from './project.ts';

const OWN_STAGE =
  'journey trial "Trial" {\n  model five_stage\n  stage trial "Trial" {\n    touchpoint t on web\n  }\n}\n';

test('findings are as grave as the settings file says, and the client’s setting before it', async () => {
  const project = await Project.open({ 'main.journey': OWN_STAGE });
  const graveWhen = async (severity: DiagnosticSeverity | undefined) => {
    const found = await project.server.diagnosticsWhen(project.uri('main.journey'), (diagnostics) =>
      severity === undefined
        ? diagnostics.every(({ code }) => code !== 'J0411')
        : diagnostics.some((each) => each.code === 'J0411' && each.severity === severity),
    );
    return found.find(({ code }) => code === 'J0411')?.severity;
  };
  await project.type('main.journey', OWN_STAGE);
  expect(await graveWhen(DiagnosticSeverity.Warning)).toBe(DiagnosticSeverity.Warning);

  await project.writeToDisk('journey.json', '{ "severity": { "J0411": "off" } }');
  expect(await graveWhen(undefined)).toBeUndefined();

  await project.server.connection.sendNotification(DidChangeConfigurationNotification.type, {
    settings: { journey: { severity: { J0411: 'error' } } },
  });
  expect(await graveWhen(DiagnosticSeverity.Error)).toBe(DiagnosticSeverity.Error);
  await project.close();
});

test('a settings file has only those checked again for which something changes', async () => {
  const project = await Project.open({
    'here/main.journey': OWN_STAGE,
    'here/journey.json': '{ "severity": { "J0411": "off" } }',
    'there/main.journey': OWN_STAGE,
    'there/journey.json': '{ "severity": { "J0411": "hint" } }',
  });
  const { server } = project;
  const here = project.uri('here/main.journey');
  const there = project.uri('there/main.journey');
  await project.type('here/main.journey', OWN_STAGE);
  await server.diagnosticsWhen(here, (found) => found.every(({ code }) => code !== 'J0411'));
  await server.diagnosticsWhen(there, (found) => found.some(({ severity }) => severity === 4));
  server.published.length = 0;

  await project.writeToDisk('here/journey.json', '{ "severity": { "J0411": "error" } }');
  await server.diagnosticsWhen(here, (found) => found.some(({ severity }) => severity === 1));
  expect(server.published).not.toContain(there);

  // Another way to say the same changes nothing for anybody, and is read before what comes after it.
  server.published.length = 0;
  await project.writeToDisk('here/journey.json', '{\n  "severity": { "J0411": "error" }\n}');
  await project.writeToDisk('there/journey.json', '{ "severity": { "J0411": "off" } }');
  await server.diagnosticsWhen(there, (found) => found.every(({ code }) => code !== 'J0411'));
  expect(server.published).not.toContain(here);
  await project.close();
});
