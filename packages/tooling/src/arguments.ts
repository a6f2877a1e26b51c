import { parseArgs, type ParseArgsConfig } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;
type Values<T extends Options> = ReturnType<typeof parseArgs<{ options: T }>>['values'];

/** What a task was given on its command line; where it takes no such thing, `usage` is said and the task ends with 2. */
export function argumentsOr<const T extends Options>(usage: string, options: T): Values<T> {
  try {
    return parseArgs<{ options: T }>({ options }).values;
  } catch (error) {
    const [reason] = error instanceof Error ? error.message.split(/(?<=\.) |\n/) : [];
    console.error(`${reason?.replace(/\.?$/, '.') ?? 'This can’t be read.'} ${usage}`);
    process.exit(2);
  }
}
