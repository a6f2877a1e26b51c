// A thread that says when it is ready, then answers each seed with what went wrong with its text.
import { parentPort } from 'node:worker_threads';
import { seededRandom } from '../bench/random.ts';
import { Examiner } from './examine.ts';
import { mutate, realTexts } from './mutate.ts';

const texts = realTexts();
const examiner = new Examiner();

parentPort?.on('message', (seed: number) => {
  void examiner.examine(mutate(texts, seededRandom(seed))).then((fault) => parentPort?.postMessage(fault));
});
// The first text pays for building the parser and the library.
await examiner.examine('');
parentPort?.postMessage('ready');
