import { EmptyFileSystem, URI, type LangiumDocument } from 'langium';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { beforeAll, describe, expect, test } from 'vitest';
import { createJourneyEditorServices, editJourney } from '@journey/language/editor';
import { compileDocument, speak } from '@journey/language';
import type { Journey, JourneyEdit, Stage, Touchpoint } from '@journey/model';

const { shared, journey: services } = createJourneyEditorServices(EmptyFileSystem);
beforeAll(() => shared.workspace.WorkspaceManager.initializeWorkspace([]));
let files = 0;

async function build(text: string): Promise<LangiumDocument> {
  const uri = URI.parse(`file:///edits${files++}/main.journey`);
  const document = shared.workspace.LangiumDocumentFactory.fromString(text, uri);
  shared.workspace.LangiumDocuments.addDocument(document);
  await shared.workspace.DocumentBuilder.build([document], { validation: false });
  return document;
}

/** A journey in which parts are found by their names. */
class Parts {
  readonly journey: Journey;

  constructor(journey: Journey) {
    this.journey = journey;
  }

  get source() {
    return this.journey.source;
  }

  stage(name: string): Stage {
    return found(this.journey.stages, name);
  }

  touchpoint(name: string): Touchpoint {
    return found(
      this.journey.stages.flatMap(({ touchpoints }) => touchpoints),
      name,
    );
  }
}

function found<Part extends { readonly name: string }>(parts: readonly Part[], name: string): Part {
  const part = parts.find((each) => each.name === name);
  if (!part) throw new Error(`There is no ${name}.`);
  return part;
}

type Asked = JourneyEdit extends infer Edit ? (Edit extends unknown ? Omit<Edit, 'journey'> : never) : never;

/** The text after the edit of its last journey, or the sentence that refuses it. */
async function after(text: string, asked: (parts: Parts) => Asked): Promise<string> {
  const document = await build(text);
  const shown = compileDocument(document, services).journeys.at(-1);
  if (!shown) throw new Error('There is no journey.');
  // What is left out of an edit's type is put back in.
  const edit = { ...asked(new Parts(shown)), journey: shown.source } as JourneyEdit;
  const edited = editJourney(document, edit, document.textDocument.version);
  if (edited.kind === 'refused') return edited.message;
  return TextDocument.applyEdits(TextDocument.create('file:///x', 'journey', 0, text), [...edited.edits]);
}

const hebrew = `// הקמפיין של הסתיו
journey sale "מכירה" {
  stage first "היכרות" {
    enter on call.made
    /** איפה רואים אותנו. */
    // ריק בשבת
    touchpoint ad "מודעה" on web { // יקר
      emotion +1 "סקרנות" // מהסקר
      pain """
        ארוך
          מאוד
      """
    }

    touchpoint form "טופס" { emotion 0 }
  }

  stage second "רכישה" {
    touchpoint call "שיחה"
    kpi calls "שיחות" = 1
  }
  stage last "سعيد"
}
`;

/** The lines that differ, from the first to the last of them. */
function changed(before: string, text: string): string {
  const [old, now] = [before.split('\n'), text.split('\n')];
  let start = 0;
  while (start < now.length && old[start] === now[start]) start++;
  let end = 0;
  while (end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  return now.slice(start, now.length - end).join('\n');
}

async function change(asked: (parts: Parts) => Asked): Promise<string> {
  return changed(hebrew, await after(hebrew, asked));
}

describe('a label', () => {
  test('is replaced, and its quotes are escaped', async () => {
    const written = await change((parts) => ({
      kind: 'rename',
      part: parts.touchpoint('ad').source,
      label: ' מודעה "חדשה"\n\\ ',
    }));
    expect(written).toBe('    touchpoint ad "מודעה \\"חדשה\\" \\\\" on web { // יקר');
  });

  test('is added where there is none', async () => {
    const text = 'journey a {\n  stage b\n}\n';
    const rename = (parts: Parts): Asked => ({ kind: 'rename', part: parts.stage('b').source, label: 'اسم' });
    expect(await after(text, rename)).toBe('journey a {\n  stage b "اسم"\n}\n');
    const journey = (parts: Parts): Asked => ({ kind: 'rename', part: parts.source, label: 'A' });
    expect(await after(text, journey)).toBe('journey a "A" {\n  stage b\n}\n');
  });

  test('needs a letter', async () => {
    const rename = (parts: Parts): Asked => ({ kind: 'rename', part: parts.source, label: ' ' });
    expect(await after(hebrew, rename)).toBe('A label needs at least one letter.');
  });
});

const movedAd = `    /** איפה רואים אותנו. */
    // ריק בשבת
    touchpoint ad "מודעה" on web { // יקר
      emotion +1 "סקרנות" // מהסקר
      pain """
        ארוך
          מאוד
      """
    }
`;

describe('a touchpoint moves', () => {
  test('to the end of another stage, with its comments', async () => {
    const moved = await after(hebrew, (parts) => ({
      kind: 'moveTouchpoint',
      touchpoint: parts.touchpoint('ad').source,
      stage: parts.stage('second').source,
    }));
    const call = '    touchpoint call "שיחה"\n';
    expect(moved).toBe(hebrew.replace(movedAd, '').replace(call, call + movedAd));
  });

  test('before another touchpoint', async () => {
    const moved = await after(hebrew, (parts) => ({
      kind: 'moveTouchpoint',
      touchpoint: parts.touchpoint('form').source,
      stage: parts.stage('first').source,
      before: parts.touchpoint('ad').source,
    }));
    const form = '    touchpoint form "טופס" { emotion 0 }\n';
    expect(moved).toBe(hebrew.replace(form, '').replace(movedAd, form + movedAd));
  });

  test('to a stage without braces', async () => {
    const moved = await change((parts) => ({
      kind: 'moveTouchpoint',
      touchpoint: parts.touchpoint('call').source,
      stage: parts.stage('last').source,
    }));
    expect(moved).toBe(
      '    kpi calls "שיחות" = 1\n  }\n  stage last "سعيد" {\n    touchpoint call "שיחה"\n  }',
    );
  });

  test('nowhere where it stands already', async () => {
    const stay =
      (before?: string) =>
      (parts: Parts): Asked => ({
        kind: 'moveTouchpoint',
        touchpoint: parts.touchpoint('ad').source,
        stage: parts.stage('first').source,
        ...(before === undefined ? {} : { before: parts.touchpoint(before).source }),
      });
    expect(await after(hebrew, stay('form'))).toBe(hebrew);
    expect(await after(hebrew, stay('ad'))).toBe(hebrew);
  });

  test('out of and into stages in one line', async () => {
    const text = 'journey a {\n  stage b { touchpoint c touchpoint d }\n  stage e { touchpoint f }\n}\n';
    const move =
      (name: string, before?: string) =>
      (parts: Parts): Asked => ({
        kind: 'moveTouchpoint',
        touchpoint: parts.touchpoint(name).source,
        stage: parts.stage('e').source,
        ...(before === undefined ? {} : { before: parts.touchpoint(before).source }),
      });
    expect(await after(text, move('c'))).toBe(
      'journey a {\n  stage b { touchpoint d }\n  stage e { touchpoint f\n    touchpoint c\n  }\n}\n',
    );
    expect(await after(text, move('d', 'f'))).toBe(
      'journey a {\n  stage b { touchpoint c }\n  stage e {\n    touchpoint d\n    touchpoint f }\n}\n',
    );
  });

  test('not where its name is taken', async () => {
    const text = 'journey a {\n  stage b {\n    touchpoint c\n  }\n  stage d {\n    touchpoint c\n  }\n}\n';
    const moved = await after(text, (parts) => ({
      kind: 'moveTouchpoint',
      touchpoint: parts.touchpoint('c').source,
      stage: parts.stage('d').source,
    }));
    expect(moved).toBe('Stage d has a touchpoint c already.');
  });

  test('with the line ends of its file', async () => {
    const text = 'journey a {\r\n  stage b {\r\n    touchpoint c\r\n  }\r\n  stage d\r\n}\r\n';
    const moved = await after(text, (parts) => ({
      kind: 'moveTouchpoint',
      touchpoint: parts.touchpoint('c').source,
      stage: parts.stage('d').source,
    }));
    expect(moved).toBe(
      'journey a {\r\n  stage b {\r\n  }\r\n  stage d {\r\n    touchpoint c\r\n  }\r\n}\r\n',
    );
  });
});

describe('an emotion', () => {
  const feel =
    (name: string, value: -1 | 0 | 2) =>
    (parts: Parts): Asked => {
      const [emotion] = parts.touchpoint(name).emotions;
      return {
        kind: 'setEmotion',
        touchpoint: parts.touchpoint(name).source,
        value,
        ...(emotion ? { emotion: emotion.source } : {}),
      };
    };

  test('changes its number alone', async () => {
    expect(await change(feel('ad', -1))).toBe('      emotion -1 "סקרנות" // מהסקר');
    expect(await change(feel('form', 2))).toBe('    touchpoint form "טופס" { emotion +2 }');
  });

  test('is added where there is none', async () => {
    expect(await change(feel('call', 0))).toBe('    touchpoint call "שיחה" {\n      emotion 0\n    }');
    const text =
      'journey a {\n  stage b {\n    touchpoint c {\n      moment of truth\n      pain "p"\n    }\n  }\n}\n';
    expect(changed(text, await after(text, feel('c', 2)))).toBe('      emotion +2');
  });
});

describe('something new', () => {
  test('a touchpoint comes behind another, or at its stage’s end', async () => {
    const behind = (parts: Parts): Asked => ({
      kind: 'addTouchpoint',
      stage: parts.stage('first').source,
      after: parts.touchpoint('form').source,
      label: 'פגישה ראשונה!',
    });
    expect(await change(behind)).toBe('    touchpoint פגישה_ראשונה "פגישה ראשונה!"');
    const last = (parts: Parts): Asked => ({
      kind: 'addTouchpoint',
      stage: parts.stage('second').source,
      label: 'Call',
    });
    expect(await change(last)).toBe('    touchpoint call_2 "Call"');
  });

  test('a stage comes behind another, or at the journey’s end', async () => {
    const behind = (parts: Parts): Asked => ({
      kind: 'addStage',
      after: parts.stage('first').source,
      label: 'Stage',
    });
    expect(await after(hebrew, behind)).toBe(
      hebrew.replace('  stage second', '  stage stage_stage "Stage"\n\n  stage second'),
    );
    expect(await change(() => ({ kind: 'addStage', label: '100%' }))).toBe('\n  stage stage_100 "100%"');
    const empty = (): Asked => ({ kind: 'addStage', label: '?' });
    expect(await after('journey a { }\n', empty)).toBe('journey a {\n  stage stage "?"\n}\n');
    expect(await after('journey a {\n}\n', empty)).toBe('journey a {\n  stage stage "?"\n}\n');
  });
});

describe('what can’t be changed from there', () => {
  const text =
    'journey base "B" {\n  stage b "B" {\n    touchpoint c "C"\n  }\n}\njourney own "O" extends base {\n}\n';
  const rename = (parts: Parts): Asked => ({
    kind: 'rename',
    part: parts.touchpoint('c').source,
    label: 'D',
  });

  test('an inherited part', async () => {
    expect(await after(text, rename)).toBe(
      "This part is inherited from journey base: change it in that journey's map.",
    );
    await speak('he');
    expect(await after(text, rename)).toMatch(/עובר בירושה/);
    await speak('en');
  });

  test('a part of another file', async () => {
    const elsewhere = (parts: Parts): Asked => ({
      kind: 'rename',
      part: { ...parts.touchpoint('c').source, file: '../x.journey' },
      label: 'D',
    });
    expect(await after(text, elsewhere)).toBe(
      'This part stands in another file, ../x.journey: change it there.',
    );
  });

  test('a text that was changed since', async () => {
    const document = await build(text);
    const [shown] = compileDocument(document, services).journeys;
    if (!shown) throw new Error('There is no journey.');
    const { source } = shown;
    expect(editJourney(document, { journey: source, kind: 'addStage', label: 'D' }, 7)).toEqual({
      kind: 'refused',
      message: 'The text has changed since this map was drawn: try again.',
    });
  });

  test('a part that is gone', async () => {
    const gone = (parts: Parts): Asked => ({
      kind: 'rename',
      part: { ...parts.source, start: { line: 2, character: 0 } },
      label: 'D',
    });
    expect(await after(text, gone)).toBe("The part isn't in the text any more.");
  });
});
