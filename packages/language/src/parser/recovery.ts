import { EOF, tokenMatcher, type IToken, type TokenType } from 'chevrotain';
import type { LangiumCoreServices, LangiumParser, LeafCstNode } from 'langium';
import { createLangiumParser } from 'langium';
import { endOf } from './text-finding.ts';

/** The part of Chevrotain's parser that recovery goes through. */
interface Recovery {
  LA(howMuch: number): IToken;
  SKIP_TOKEN(): IToken;
  /** What may stand behind the rules that are being read. */
  flattenFollowSet(): TokenType[];
  /** The kind of token that reading can go on with. */
  findReSyncTokenType(): TokenType;
  /** Whether a token that is missing may be thought of as there. */
  canTokenTypeBeInsertedInRecovery(type: TokenType): boolean;
  /** Reads on in a list of statements, behind what fits none. */
  tryInRepetitionRecovery(rule: unknown, args: unknown, lookAhead: unknown, expected: TokenType): void;
}

/** Of a list with more errors of syntax than that, nobody needs the rest before some are mended. */
const MAX_RECOVERIES_OF_A_LIST = 100;
const BRACKETS: ReadonlySet<string> = new Set(['{', '}', '(', ')', '[', ']']);

/**
 * Langium's parser, with changes to how it recovers, since all brackets fit by the time that it reads them. What it
 * skips, it skips by whole blocks in braces: otherwise `stag trial { automation … }` would go on with the automation as
 * if the journey held it. And a block ends with its own brace: a statement that it doesn't know is skipped, even where
 * the block around it would know it.
 */
export function createRecoveringParser(services: LangiumCoreServices): LangiumParser {
  const parser = createLangiumParser(services);
  const recovery = recoveryOf(parser);
  const skipToken = recovery.SKIP_TOKEN.bind(recovery);
  recovery.SKIP_TOKEN = () => {
    for (let length = blockLength(recovery, 1); length > 0; length--) skipToken();
    return recovery.LA(1);
  };
  const isInsertable = recovery.canTokenTypeBeInsertedInRecovery.bind(recovery);
  recovery.canTokenTypeBeInsertedInRecovery = (type) => !BRACKETS.has(type.name) && isInsertable(type);
  const readOn = recovery.tryInRepetitionRecovery.bind(recovery);
  let endOfBlock: TokenType | undefined;
  let recoveries = 0;
  recovery.tryInRepetitionRecovery = (rule, args, lookAhead, expected) => {
    // Each goes on with the list from within the one before: the rest of the list is skipped at once.
    if (recoveries >= MAX_RECOVERIES_OF_A_LIST) return;
    endOfBlock = expected.name === '}' ? expected : undefined;
    recoveries++;
    try {
      readOn(rule, args, lookAhead, expected);
    } finally {
      recoveries--;
    }
  };
  recovery.findReSyncTokenType = () => {
    const wanted = endOfBlock ? [endOfBlock] : recovery.flattenFollowSet();
    endOfBlock = undefined;
    // Up to the file's end: Chevrotain would look for ever for a token that doesn't come.
    for (let ahead = 1; ; ahead += blockLength(recovery, ahead)) {
      const token = recovery.LA(ahead);
      const found = token.tokenType === EOF ? EOF : wanted.find((type) => tokenMatcher(token, type));
      if (found) return found;
    }
  };
  keepWrittenLengths(parser);
  return parser;
}

/** The part of Langium's parser that makes the tree of tokens. */
interface TreeBuilder {
  createLeafNode(token: IToken, hidden: boolean): LeafCstNode;
}

/** A token that a slip was read as is as long as what was written, not as what it stands for. */
function keepWrittenLengths(parser: LangiumParser): void {
  const builder = Reflect.get(parser, 'nodeBuilder') as TreeBuilder;
  const createLeafNode = builder.createLeafNode.bind(builder);
  builder.createLeafNode = (token, hidden) => {
    const leaf = createLeafNode(token, hidden);
    const written = endOf(token) - token.startOffset;
    if (written !== token.image.length) Reflect.set(leaf, '_length', written);
    return leaf;
  };
}

/** How many tokens the block has that begins there, its braces included; 1 where none begins. */
function blockLength(recovery: Recovery, start: number): number {
  let depth = 0;
  for (let ahead = start; ; ahead++) {
    const { image, tokenType } = recovery.LA(ahead);
    if (tokenType === EOF) return Math.max(1, ahead - start);
    if (image === '{') depth++;
    if (image === '}') depth--;
    if (depth <= 0) return ahead - start + 1;
  }
}

/** Langium keeps Chevrotain's parser to itself. */
function recoveryOf(parser: LangiumParser): Recovery {
  return Reflect.get(parser, 'wrapper') as Recovery;
}
