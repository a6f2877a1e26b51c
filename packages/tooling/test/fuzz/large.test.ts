import { formatText, JourneyWorkspace } from '@journey/language';
import { EmptyFileSystemProvider, URI } from 'langium';
import { expect, test } from 'vitest';
import { largeFile } from '../../src/bench/large-file.ts';

class OneFile extends EmptyFileSystemProvider {
  private readonly text: string;

  constructor(text: string) {
    super();
    this.text = text;
  }

  override readFile(): Promise<string> {
    return Promise.resolve(this.text);
  }
}

/** The file as `journey check` and `journey generate` have it. */
async function opened(text: string) {
  const workspace = new JourneyWorkspace({ fileSystemProvider: () => new OneFile(text) });
  const [document] = (await workspace.open([URI.parse('file:///large.journey')])).documents;
  return document ?? expect.fail('nothing was opened');
}

test('a file of 10 MB is read, checked, compiled and formatted', async () => {
  const long = 'Everything is still in it. כל מה שבחרתם עדיין שם. '.repeat(1_000);
  const message = (index: number): string =>
    `/* ${long} */\nmessage long_${index} via mail {\n  subject "Hello"\n  body """\n    ${long.trim()}\n  """\n}\n\n`;
  const count = Math.ceil(10_000_000 / Buffer.byteLength(message(0)));
  const text = `system mail uses smoove\n\n${Array.from({ length: count }, (_, index) => message(index)).join('')}${largeFile(100_000)}`;
  expect(Buffer.byteLength(text)).toBeGreaterThan(10_000_000);
  const document = await opened(text);
  expect(document.compile().messages.length).toBeGreaterThan(count);
  expect(formatText(text).hasErrors).toBe(false);
}, 600_000);

test('what a file costs grows as its size does', async () => {
  const costOf = async (bytes: number): Promise<number> => {
    const text = largeFile(bytes);
    const start = process.threadCpuUsage();
    const document = await opened(text);
    expect(document.diagnostics.map(({ code }) => code)).toEqual([]);
    expect(document.compile().journeys.length).toBeGreaterThan(0);
    const { user, system } = process.threadCpuUsage(start);
    return user + system;
  };
  await costOf(20_000);
  const [small, large] = [await costOf(100_000), await costOf(800_000)];
  // Eight times the size; a check that holds each journey against all others makes it sixteen times the cost.
  expect(large / small).toBeLessThan(12);
}, 600_000);
