/** What generated workflows say besides the journey's own words: their titles, and nodes that no line of it names. */
export const en = {
  titles: {
    setup: 'Setup',
    events: 'Events',
    policy: 'Policy',
    clock: 'Clock',
    again: 'By hand',
    notify: 'Notify',
    alarm: 'Alarm',
  },
  incoming: 'in',
  nodes: {
    called: 'Called',
    customer: 'The customer',
    theEnd: 'The end',
    isItTime: 'Is it time?',
    hasItHappened: 'Has it happened?',
    stillUnderWay: 'Still on the way?',
    untilWhen: 'until when?',
    wait: 'Wait',
    setAlarm: 'Set the alarm',
    enough: 'Enough?',
    allDone: 'All done?',
    itFailed: 'It failed',
    again: 'Again?',
    beforeNextTry: 'before the next try',
    allBranches: 'All branches',
    haveAllEnded: 'Have all ended?',
    branchBegins: 'The branch begins',
    branchHasEnded: 'The branch has ended',
    branchHasFailed: 'The branch has failed',
    itsEnd: 'Its end',
  },
};

export type Words = typeof en;
