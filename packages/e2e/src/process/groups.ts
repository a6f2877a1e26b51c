/** The process groups that were started from here and run still. */
const running = new Set<number>();

/** From now on the group ends with this process, also where that is interrupted. */
export function trackGroup(group: number): void {
  running.add(group);
}

/** The group has ended; its number may be given to somebody else's. */
export function forgetGroup(group: number): void {
  running.delete(group);
}

/** Signals all of a process group; where it has ended already, nothing. */
export function signalGroup(group: number, name: NodeJS.Signals): void {
  try {
    process.kill(process.platform === 'win32' ? group : -group, name);
  } catch {
    // It has ended already.
  }
}

// Who is interrupted leaves nothing running: ending by a signal would not tell the exit listener.
process.on('exit', () => {
  for (const group of running) signalGroup(group, 'SIGKILL');
});
for (const interruption of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(interruption, () => process.exit(1));
}
