import { expect, test } from 'vitest';
import { Project } from './project.ts';

const files = { 'main.journey': 'journey welcome "Welcome" {\n  stage visit "Visit"\n}\n' };

test('a client that shows progress is told while files are read and checked', async () => {
  const project = await Project.open(files, { capabilities: { window: { workDoneProgress: true } } });
  await expect.poll(() => project.server.progress).toEqual(['begin', 'end']);
  expect(await project.close()).toBe(0);
});

test('others are not asked', async () => {
  const project = await Project.open(files);
  await project.server.diagnosticsWhen(project.uri('main.journey'), () => true);
  expect(project.server.progress).toEqual([]);
  expect(await project.close()).toBe(0);
});

test('settings that arrive while files are read leave no file without what it imports', async () => {
  const systems = 'system wa "WhatsApp" uses whatsapp {\n  number: env WA_NUMBER_ID\n}\n';
  const main = `import { wa } from "./systems.journey"
import { owner } from "./personas.journey"

message hello via wa category utility {
  template hello language en
  text "Hello {{customer.first_name}}"
}

journey welcome "Welcome" {
  persona owner
  timezone "Europe/London"

  stage visit "Visit" {
    touchpoint page "Page" on wa
  }
}
`;
  const project = await Project.open(
    { 'main.journey': main, 'personas.journey': 'persona owner "Owner"\n', 'systems.journey': systems },
    { capabilities: { workspace: { configuration: true } } },
  );
  await project.type('main.journey', main);
  await project.type('main.journey', main.replace('on wa', 'on wax'));
  const found = await project.server.diagnosticsWhen(project.uri('main.journey'), (all) =>
    all.some(({ severity }) => severity === 1),
  );
  expect(found.filter(({ severity }) => severity === 1).map(({ message }) => message)).toEqual([
    expect.stringContaining('wax'),
  ]);
  expect(await project.close()).toBe(0);
});
