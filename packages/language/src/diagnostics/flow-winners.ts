import { define, quoted } from './define.ts';

const journey = (split: string): string =>
  `system mail uses smoove
connector webshop { event ordered of contact = webhook "ordered" }
system shop uses webshop
message story via mail { subject "A story" body "What Dana did" }
message offer via mail { subject "An offer" body "20 % off" }
journey j { timezone "Europe/London" stage s { automation a { manually split { ${split} } } } }`;

/** The part of J05 that is about the best branch of a split. */
export const winnerDiagnostics = {
  'split-winner-measure': define<{ text: string }>({
    code: 'J0544',
    severity: 'error',
    message: ({ text }) =>
      `${quoted(text)} can't find the best branch: take an event, clicked(message), or what becomes of the messages of each branch, such as clicked.`,
    help: {
      what: 'The best branch of a split is to be found by something that does not happen: a field, a text, a KPI.',
      why: 'While the journey runs it can only be counted for how many customers of each branch something happened.',
      wrong: journey('50% story { send story } 50% offer { send offer } winner by customer.email after 7d'),
      right: journey('50% story { send story } 50% offer { send offer } winner by shop.ordered after 7d'),
    },
  }),
  'split-winner-unnamed': define<{ name: string | undefined }>({
    code: 'J0545',
    severity: 'error',
    message: ({ name }) =>
      name === undefined
        ? 'Give this branch a name: what it has achieved is kept under it.'
        : `Two branches are called ${quoted(name)}; what each has achieved is kept under its name.`,
    help: {
      what: 'A split that finds its best branch has a branch without a name, or two with the same.',
      why: 'What a branch has achieved is kept for weeks. Without names nobody could tell whose it was once branches were added or change places.',
      wrong: journey('50% { send story } 50% { send offer } winner by shop.ordered after 7d'),
      right: journey('50% story { send story } 50% offer { send offer } winner by shop.ordered after 7d'),
    },
  }),
  'split-winner-alone': define({
    code: 'J0546',
    severity: 'warning',
    message: () =>
      'There are no two branches to choose from besides the hold-out; add one, or remove this line.',
    help: {
      what: 'A split is to find its best branch, and has only one that is no hold-out.',
      why: 'Whatever is counted, there is nothing to choose.',
      wrong: journey('90% story { send story } 10% holdout { stop } winner by shop.ordered after 7d'),
      right: journey(
        '45% story { send story } 45% offer { send offer } 10% holdout { stop } winner by shop.ordered after 7d',
      ),
    },
  }),
  'split-winner-silent-branch': define<{ branch: string; engagement: string }>({
    code: 'J0547',
    severity: 'warning',
    message: ({ branch, engagement }) =>
      `The branch ${quoted(branch)} sends no message of which it is reported that it was ${engagement}, so it can never win; measure by an event instead.`,
    help: {
      what: 'The branches of a split are compared by what becomes of the messages that each sends, and one sends none, or by a system that does not report that.',
      why: 'Such a branch would lose however good it is.',
      wrong: journey('50% story { send story } 50% call { notify sales "Call" } winner by clicked after 7d'),
      right: journey(
        '50% story { send story } 50% call { notify sales "Call" } winner by shop.ordered after 7d',
      ),
    },
  }),
  'split-winner-one-sided': define<{ message: string; branches: string; engagement: string }>({
    code: 'J0548',
    severity: 'warning',
    message: ({ message, branches, engagement }) =>
      `Only ${branches} ${branches.includes(',') ? 'send' : 'sends'} ${quoted(message)}, so no other branch can ever win; write ${engagement}, which is that of each branch's own messages.`,
    help: {
      what: 'The branches of a split are compared by what becomes of one message, which some of them send and others do not.',
      why: 'The branches that do not send it lose however good they are.',
      wrong: journey('50% story { send story } 50% offer { send offer } winner by clicked(offer) after 7d'),
      right: journey('50% story { send story } 50% offer { send offer } winner by clicked after 7d'),
    },
  }),
};
