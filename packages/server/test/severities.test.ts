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
