import type { EnvironmentWords } from './words.ts';

export const environmentInEnglish: EnvironmentWords = {
  copy: 'Copy this to `.env` and fill it in: what n8n must find in its environment.',
  encryptionKey:
    'A long random text. Without it what n8n keeps of your accounts can’t be read: never change or lose it.',
  address: 'The address at which systems reach this n8n: https://n8n.example.com/',
  queueOnly: 'Only for `compose.queue.yaml`.',
  readable: 'Lets workflows read what follows; secrets are not among it, they are n8n’s credentials.',
  oneMachine: 'One machine:',
  workers: 'Several workers:',
  whatIsRead:
    'Workflows may read what this file names; secrets are not among it, they are n8n’s credentials.',
  tableSize: 'The tables hold all that happened: n8n’s own limit is for small ones.',
  pruning: 'What is over and went well needn’t be looked at for ever; the tables keep what matters.',
  compiling:
    'What n8n evaluates expressions with is made anew for each execution: it needn’t be compiled anew.',
  appendOnly: 'What is in the queue survives a restart.',
  untilTables: 'n8n makes the tables when the workflows are published; till then this is tried again.',
  indexes:
    'Each customer’s rows are found without reading everybody’s. Run by `compose.queue.yaml`; safe to repeat.',
  missing: {
    encryptionKey: 'a long random text that never changes',
    address: 'the address at which systems reach this n8n',
    password: 'a password for the database',
    table: 'There is no table % yet: import and publish the workflows.',
  },
  ownSecret: 'a long random text of your own',
};
