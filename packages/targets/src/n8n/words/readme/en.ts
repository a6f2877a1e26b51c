import type { ReadmeWords } from './words.ts';

export const readmeInEnglish: ReadmeWords = {
  title: (journeys) => `${journeys}: workflows for n8n`,
  generated: (version) =>
    `Generated from the journey; change that, not these files, and generate again. Made for n8n ${version}.`,
  trial: (start, factor) =>
    `**For a trial only.** From ${start} on, the clock of these workflows runs ${factor} times as fast as the true one.`,
  environment: {
    copy: 'Copy `.env.example` to `.env` and fill it in.',
    none: 'This journey reads none of its own.',
    named: 'Of the journey:',
    oneMachine: 'one machine',
    workers: 'or workers, with Redis and PostgreSQL',
    already: 'An n8n that runs already needs the same environment: `compose.yaml` says what.',
  },
  credentials: {
    title: 'Credentials',
    copy: 'Copy `credentials.example.json` to a place outside the project, fill in what stands in `<…>`, import it, and delete the copy:',
    compose:
      'With compose, each `n8n …` below is `docker compose exec n8n n8n …`, and this folder is `/journey` there.',
    connect: 'Those that sign in by OAuth are then opened in n8n and connected there.',
    name: 'name',
    type: 'type',
    fields: 'fields',
  },
  workflows: {
    title: 'Workflows',
    order:
      'Import them and publish them in this order: what is called comes before what calls it. The first one creates the data tables that are missing, whenever n8n starts.',
    then: 'Then start n8n, or restart it.',
  },
  addresses: {
    title: 'Addresses',
    none: 'No system has to be told an address.',
    whom: 'These systems have to be told where to report. `engagement` takes `message`, `engagement`, and `email` or `phone`, in one object or a list of them: what became of messages that were sent (`opened`, `clicked`, …); of a click also `link`, the address. What people do by hand needs the header of the credential `Journey`.',
    event: 'event',
    address: 'address',
    host: 'address of n8n',
  },
  kept: {
    title: 'What is kept',
    where:
      'n8n’s own data tables hold everything; with `compose.queue.yaml` they are in PostgreSQL, where `indexes.sql` keeps looking up as fast with many customers as with few.',
    table: 'table',
    holds: 'holds',
    events:
      'all that happened: what came in, each message that began, went out, was deferred or spared, and why',
    contacts: 'the customers, and by what they are known',
    runs: 'who is under way, and how far',
    dates: 'moments to come',
    aside: 'what failed for good, until somebody has it tried again',
    manifest: '`manifest.json` says which node comes from which line of the journey.',
  },
  promises: {
    title: 'What is promised',
    list: [
      [
        'What a webhook answered 200 to is kept.',
        'n8n answers when the event is in its tables; a system that gets no answer reports again, and what it reports twice is one.',
      ],
      [
        'Runs are looked after.',
        'Waits are in n8n’s database. For a run that n8n was carrying out when it died the clock looks; within a quarter of an hour it begins again, goes the way that it went before, and does nothing that was done.',
      ],
      [
        'A message goes out once, or not at all.',
        'It is noted before it is sent. Where n8n dies in between, nobody can know whether it went out, and it isn’t sent again; only a system that knows a repetition by its key is told again.',
      ],
      [
        'An action is done at least once.',
        'A vendor without such a key may see one twice, if n8n dies between doing and noting it.',
      ],
      [
        'A failure stops nobody else.',
        'It is tried again after 2 minutes, 15 minutes and 2 hours, later where the vendor says so, then put aside; the run stands there until it is tried again by hand.',
      ],
    ],
  },
  versions: {
    title: (journey, version) => `${journey}, version ${version}`,
    finish:
      'Customers who are under way finish on the version that they began with: its workflows have ids of their own. Leave them published until nobody is left in `journey_runs` with that version.',
    move: 'Customers who are under way move: when this version is published, the clock begins their runs again on it. What they were given already they are not given again, and a wait that is over is over.',
  },
};
