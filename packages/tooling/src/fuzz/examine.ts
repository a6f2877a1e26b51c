import { formatText, JourneyWorkspace } from '@journey/language';
import type { JourneyModel } from '@journey/model';
import { EmptyFileSystemProvider, URI } from 'langium';

/** A text that keeps the processor busy for longer hangs, as far as somebody who types is concerned. */
const LONGEST_MS = 1_000;
/** Documents stay in a workspace; a new one from time to time keeps memory flat. */
const TEXTS_A_WORKSPACE = 500;

class OneFile extends EmptyFileSystemProvider {
  text = '';

  override readFile(): Promise<string> {
    return Promise.resolve(this.text);
  }
}

/** Takes texts as the language would, and says what it should not have done. */
export class Examiner {
  private readonly files = new OneFile();
  private workspace = this.freshWorkspace();
  private examined = 0;
  /** What Langium said of an exception in one of its services, before it went on. */
  private reported: string | undefined;

  /** What went wrong with the text, in a line; undefined where nothing did. */
  async examine(text: string): Promise<string | undefined> {
    if (this.examined++ % TEXTS_A_WORKSPACE === 0) {
      this.workspace = this.freshWorkspace();
      // The first file pays for building the parser and the library.
      await this.open('');
    }
    this.reported = undefined;
    const report = console.error;
    console.error = (...parts: unknown[]) => {
      this.reported ??= parts.map(String).join(' ');
    };
    const start = process.threadCpuUsage();
    try {
      const fault = await this.faultOf(text);
      const { user, system } = process.threadCpuUsage(start);
      const took = (user + system) / 1_000;
      return fault ?? this.reported ?? (took > LONGEST_MS ? `took ${Math.round(took)} ms` : undefined);
    } catch (error) {
      return error instanceof Error ? (error.stack ?? error.message) : String(error);
    } finally {
      console.error = report;
    }
  }

  private async faultOf(text: string): Promise<string | undefined> {
    const document = await this.open(text);
    const model = document?.compile();
    const uncoded = document?.diagnostics.find(({ code }) => !/^J\d{4}$/.test(String(code)));
    if (uncoded) return `a finding without a code: ${JSON.stringify(uncoded.message)}`;
    const { text: formatted, hasErrors } = formatText(text);
    if (
      hasErrors !==
      document?.diagnostics.some(({ code }) => /^J0(00[1236789]|01[0-79]|020|1)/.test(String(code)))
    )
      return hasErrors ? 'a syntax error without a finding' : 'a finding of syntax without an error';
    if (formatText(formatted).text !== formatted) return 'formatting twice is not formatting once';
    if (wordsOf(formatted) !== wordsOf(text)) return 'formatting lost or changed a word';
    if (hasErrors || formatted === text) return undefined;
    const after = (await this.open(formatted))?.compile();
    return meaningOf(model) === meaningOf(after) ? undefined : 'formatting changed the model';
  }

  private async open(text: string) {
    this.files.text = text;
    const uri = URI.parse(`file:///fuzz/${this.examined}-${text.length}.journey`);
    return (await this.workspace.open([uri])).documents[0];
  }

  private freshWorkspace(): JourneyWorkspace {
    return new JourneyWorkspace({ fileSystemProvider: () => this.files });
  }
}

function wordsOf(text: string): string {
  return text.replace(/[\s,\uFEFF]+/g, '');
}

/** The model without the places in the text. */
function meaningOf(model: JourneyModel | undefined): string {
  return JSON.stringify(model, (key, value: unknown) => (key === 'source' ? undefined : value));
}
