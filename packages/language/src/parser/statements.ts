import { GrammarAST, type Grammar } from 'langium';

/** What begins a block, and the rule of the statements in it; every other block holds steps. */
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  journey: ['JourneyMember'],
  stage: ['StageMember'],
  touchpoint: ['TouchpointMember'],
  automation: ['Trigger', 'Step'],
  message: ['MessagePart'],
  policy: ['PolicyRule'],
  persona: ['PersonaMember'],
  connector: ['ConnectorMember'],
};
/** The block that is no block: the file itself. */
export const FILE = '<file>';
const STEP_BLOCKS = 'if else at repeat when otherwise try branch for timeout failure'.split(' ');

/** The words that statements begin with, by the word that begins the block around them. */
export class StatementWords {
  private readonly grammar: Grammar;
  private readonly byBlock: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(grammar: Grammar) {
    this.grammar = grammar;
    const steps = new Set(this.wordsOf('Step'));
    this.byBlock = new Map([
      [FILE, new Set(['import', ...this.wordsOf('Declaration')])],
      ...Object.entries(MEMBERS).map(
        ([word, rules]) => [word, new Set(rules.flatMap((rule) => this.wordsOf(rule)))] as const,
      ),
      ...STEP_BLOCKS.map((word) => [word, steps] as const),
    ]);
  }

  /** The words that a statement may begin with there; undefined in blocks that hold no statements with words. */
  in(block: string): ReadonlySet<string> | undefined {
    return this.byBlock.get(block);
  }

  private wordsOf(name: string): string[] {
    const rule = this.grammar.rules.find((each) => each.name === name);
    return rule && GrammarAST.isParserRule(rule) ? this.firstWords(rule.definition) : [];
  }

  private firstWords(element: GrammarAST.AbstractElement): string[] {
    if (GrammarAST.isKeyword(element)) return /^[a-z]/.test(element.value) ? [element.value] : [];
    if (GrammarAST.isAlternatives(element)) return element.elements.flatMap((each) => this.firstWords(each));
    if (GrammarAST.isAssignment(element)) return this.firstWords(element.terminal);
    if (GrammarAST.isRuleCall(element)) return this.wordsOf(element.rule.$refText);
    if (!GrammarAST.isGroup(element)) return [];
    const words: string[] = [];
    for (const each of element.elements.filter((part) => !GrammarAST.isAction(part))) {
      words.push(...this.firstWords(each));
      if (each.cardinality !== '?' && each.cardinality !== '*') break;
    }
    return words;
  }
}
