import type { MapEdit, SourceRange } from '@journey/model';
import { EmptyFileSystem, TextDocument, URI } from 'langium';
import { describe, expect, test } from 'vitest';
import { createJourneyServices, editFromMap } from '@journey/language';

const { shared } = createJourneyServices(EmptyFileSystem);
let count = 0;

/** The text after the edit, or why there is none. Parts are found by how they begin. */
function edit(
  text: string,
  make: (at: (beginning: string) => SourceRange) => MapEdit,
  journey = 'j',
): string {
  const uri = URI.parse(`file:///edits/${count++}.journey`);
  const document = shared.workspace.LangiumDocumentFactory.fromString(text, uri);
  const { textDocument } = document;
  const at = (beginning: string): SourceRange => {
    const offset = text.indexOf(beginning);
    if (offset < 0) throw new Error(`There is no "${beginning}" in the text.`);
    const start = textDocument.positionAt(offset);
    return { file: 'main.journey', start, end: start };
  };
  const result = editFromMap(document, make(at), journey);
  return 'refused' in result ? result.refused : TextDocument.applyEdits(textDocument, [...result.edits]);
}

const JOURNEY = `journey j "מסע" {
  // what comes first
  stage a "היכרות" {
    /** The first thing that they see. */
    touchpoint ad "מודעה" on web { // theirs
      emotion +1 "סקרנות"
    }

    // asked often
    touchpoint form "טופס (24/7)" on web
    automation greet {
      manually
    }
  }

  stage b "שקילה"
}
`;

test('nothing but the label changes, which is written as a text is', () => {
  expect(
    edit(JOURNEY, (at) => ({ kind: 'rename', part: at('touchpoint form'), label: ' טופס "קצר" \\ ' })),
  ).toBe(JOURNEY.replace('"טופס (24/7)"', String.raw`"טופס \"קצר\" \\"`));
  expect(edit(JOURNEY, (at) => ({ kind: 'rename', part: at('automation greet'), label: 'ברכה' }))).toBe(
    JOURNEY.replace('automation greet', 'automation greet "ברכה"'),
  );
  expect(edit(JOURNEY, (at) => ({ kind: 'rename', part: at('journey j'), label: 'رحلة' }))).toBe(
    JOURNEY.replace('"מסע"', '"رحلة"'),
  );
});

describe('a feeling', () => {
  test('changes where it is written', () => {
    expect(edit(JOURNEY, (at) => ({ kind: 'feel', part: at('emotion'), value: -2 }))).toBe(
      JOURNEY.replace('emotion +1', 'emotion -2'),
    );
  });
  test('comes first in a touchpoint that has none, in a block that is made for it where needed', () => {
    expect(edit(JOURNEY, (at) => ({ kind: 'feel', part: at('touchpoint form'), value: 0 }))).toBe(
      JOURNEY.replace('form "טופס (24/7)" on web', 'form "טופס (24/7)" on web {\n      emotion 0\n    }'),
    );
    const pained = JOURNEY.replace('emotion +1 "סקרנות"', 'pain "יקר"');
    expect(edit(pained, (at) => ({ kind: 'feel', part: at('touchpoint ad'), value: 2 }))).toBe(
      pained.replace('pain', 'emotion +2\n      pain'),
    );
  });
});

describe('a touchpoint moves with its comments', () => {
  test('before another one of its stage', () => {
    expect(
      edit(JOURNEY, (at) => ({
        kind: 'moveTouchpoint',
        part: at('touchpoint form'),
        stage: at('stage a'),
        before: at('touchpoint ad'),
      })),
    ).toBe(`journey j "מסע" {
  // what comes first
  stage a "היכרות" {
    // asked often
    touchpoint form "טופס (24/7)" on web
    /** The first thing that they see. */
    touchpoint ad "מודעה" on web { // theirs
      emotion +1 "סקרנות"
    }

    automation greet {
      manually
    }
  }

  stage b "שקילה"
}
`);
  });
  test('to the end of a stage that has nothing', () => {
    expect(
      edit(JOURNEY, (at) => ({ kind: 'moveTouchpoint', part: at('touchpoint ad'), stage: at('stage b') })),
    ).toBe(`journey j "מסע" {
  // what comes first
  stage a "היכרות" {
    // asked often
    touchpoint form "טופס (24/7)" on web
    automation greet {
      manually
    }
  }

  stage b "שקילה" {
    /** The first thing that they see. */
    touchpoint ad "מודעה" on web { // theirs
      emotion +1 "סקרנות"
    }
  }
}
`);
  });
  test('nowhere where it stands there already', () => {
    expect(
      edit(JOURNEY, (at) => ({
        kind: 'moveTouchpoint',
        part: at('touchpoint ad'),
        stage: at('stage a'),
        before: at('touchpoint ad'),
      })),
    ).toBe(JOURNEY);
  });
  test('also out of a line that it shares', () => {
    const line = 'journey j { stage a { touchpoint x touchpoint y "Y" } stage b { } }';
    expect(
      edit(line, (at) => ({ kind: 'moveTouchpoint', part: at('touchpoint x'), stage: at('stage b') })),
    ).toBe('journey j { stage a {  touchpoint y "Y" } stage b {\n  touchpoint x\n} }');
  });
});

describe('what is added has a name after its label', () => {
  test('a touchpoint, behind the others and before automations', () => {
    expect(
      edit(JOURNEY, (at) => ({ kind: 'addTouchpoint', stage: at('stage a'), label: 'שיחת היכרות!' })),
    ).toBe(
      JOURNEY.replace(
        'touchpoint form "טופס (24/7)" on web\n',
        'touchpoint form "טופס (24/7)" on web\n    touchpoint שיחת_היכרות "שיחת היכרות!"\n',
      ),
    );
  });
  test('a stage, behind one or at the end; a name that is taken or reserved gets another', () => {
    expect(
      edit(JOURNEY, (at) => ({
        kind: 'addStage',
        journey: at('journey j'),
        after: at('stage a'),
        label: 'Greet',
      })),
    ).toBe(JOURNEY.replace('\n  stage b', '\n  stage greet_2 "Greet"\n\n  stage b'));
    expect(edit(JOURNEY, (at) => ({ kind: 'addStage', journey: at('journey j'), label: 'Stage' }))).toBe(
      JOURNEY.replace('stage b "שקילה"', 'stage b "שקילה"\n\n  stage stage_stage "Stage"'),
    );
    expect(edit('journey j', (at) => ({ kind: 'addStage', journey: at('journey j'), label: '۳ 2!' }))).toBe(
      'journey j {\n  stage stage_۳_2 "۳ 2!"\n}',
    );
  });
});

describe('what can’t be changed is said in a sentence', () => {
  const TWO = `${JOURNEY}journey other extends j { override stage a { override touchpoint ad "Ad" } }`;
  test('a label without a letter, and what is not there any more', () => {
    expect(edit(JOURNEY, (at) => ({ kind: 'rename', part: at('stage b'), label: '  ' }))).toBe(
      'A label has at least a letter.',
    );
    expect(edit(JOURNEY, (at) => ({ kind: 'rename', part: at('"שקילה"'), label: 'x' }))).toBe(
      'The text has changed meanwhile. Try it again.',
    );
  });
  test('a part of another journey, and an override that would leave its stage', () => {
    expect(edit(TWO, (at) => ({ kind: 'rename', part: at('stage b'), label: 'x' }), 'other')).toBe(
      'This belongs to the journey j: change it there.',
    );
    expect(
      edit(
        TWO,
        (at) => ({ kind: 'moveTouchpoint', part: at('override touchpoint'), stage: at('stage b') }),
        'other',
      ),
    ).toBe('What overrides a part of another journey stays in its stage.');
  });
});
