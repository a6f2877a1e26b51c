import type { CstNode, GrammarAST, ValueType } from 'langium';
import { DefaultValueConverter } from 'langium';
import { cookText } from '../text/literal.ts';

/** Turns tokens into values: texts without their quotes and indentation, `20%` into 20, `1_000` into 1000. */
export class JourneyValueConverter extends DefaultValueConverter {
  protected override runConverter(rule: GrammarAST.AbstractRule, input: string, cstNode: CstNode): ValueType {
    switch (rule.name) {
      case 'STRING':
      case 'TEXT_BLOCK':
        return cookText(input);
      case 'PERCENT':
        return Number(input.slice(0, -1));
      case 'NUMBER':
        return Number(input.replaceAll('_', ''));
      case 'SignedNumber':
        return Number(input);
      case 'ID':
        return input.normalize('NFC');
      default:
        return super.runConverter(rule, input, cstNode);
    }
  }
}
