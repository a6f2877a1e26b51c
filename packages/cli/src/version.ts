/** The version in package.json; a test holds the two together, so that `--version` need not read a file. */
export const version = '0.1.0';
