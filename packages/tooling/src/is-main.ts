import { pathToFileURL } from 'node:url';

/** Whether the module is the program that was started, rather than imported by another. */
export function isMain(moduleUrl: string): boolean {
  return moduleUrl === pathToFileURL(process.argv[1] ?? '').href;
}
