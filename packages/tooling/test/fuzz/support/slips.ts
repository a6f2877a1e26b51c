// A thread that takes every seed but two: it hangs over seed 2, and dies of seed 4.
import { parentPort } from 'node:worker_threads';

parentPort?.on('message', (seed: number) => {
  if (seed === 4) throw new Error('no such text');
  // As a parser that reads on for ever: the thread never comes back to its messages.
  while (seed === 2);
  parentPort?.postMessage(undefined);
});
parentPort?.postMessage('ready');
