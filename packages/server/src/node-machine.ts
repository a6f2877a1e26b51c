import { fileURLToPath } from 'node:url';
import { NodeFileSystem } from 'langium/node';
import type { Machine } from './machine.ts';

/** The computer that the server's process runs on. */
export const nodeMachine: Machine = {
  disk: NodeFileSystem.fileSystemProvider(),
  outputFolder: async (uri) => {
    const { diskFolder } = await import('@journey/targets/node');
    return diskFolder(fileURLToPath(uri.toString()));
  },
  print: async (svg, format) => {
    const { PrintProblem, printSvg } = await import('@journey/map/node');
    try {
      return { kind: 'printed', content: (await printSvg(svg, format)).toString('base64') };
    } catch (error) {
      if (error instanceof PrintProblem) return { kind: 'problem', message: error.message };
      throw error;
    }
  },
};
