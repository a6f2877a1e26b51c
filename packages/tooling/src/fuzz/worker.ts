import { parentPort } from 'node:worker_threads';
import { seededRandom } from '../bench/random.ts';
import { Examiner } from './examine.ts';
import { mutate, realTexts } from './mutate.ts';

// Told a seed, it examines the text that the seed makes and says what is wrong with how it was taken.
const texts = realTexts();
const examiner = new Examiner();
// Whatever runs for the first time is slow: that is not the first seed's fault.
const isWarm = Promise.all(texts.slice(-2).map((text) => examiner.examine(text)));
parentPort?.on('message', (seed: number) => {
  void isWarm
    .then(() => examiner.examine(mutate(texts, seededRandom(seed))))
    .then((fault) => parentPort?.postMessage(fault));
});
