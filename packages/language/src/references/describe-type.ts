import type * as ast from '../generated/ast.ts';
import { refText } from './ref-of.ts';

/** A type as it is written. */
export function describeType(type: ast.Type | undefined): string {
  switch (type?.$type) {
    case 'PrimitiveType':
      return type.name;
    case 'ChoiceType':
      return `one of [${type.options.map(({ name }) => name).join(', ')}]`;
    case 'ListType':
      return `list of ${describeType(type.element)}`;
    case 'RecordType':
      return refText(type.record);
    default:
      return 'any';
  }
}
