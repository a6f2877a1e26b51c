import type { Outlet, Policy, TimeWindow } from './journey.ts';
import { connectorOf, type JourneyModel } from './model.ts';

/** When something may be sent. */
export type Hours = Pick<Policy, 'quietHours' | 'sendWindows' | 'closed'>;

/** What a system's messages go out by, the narrowest first. */
export function outletsOf(model: JourneyModel, system: string): readonly Outlet[] {
  const channel = connectorOf(model, system)?.channel;
  return [
    { kind: 'system', id: system },
    ...(channel === undefined ? [] : [{ kind: 'channel', id: channel } as const]),
  ];
}

function includes(outlets: readonly Outlet[], { kind, id }: Outlet): boolean {
  return outlets.some((outlet) => outlet.kind === kind && outlet.id === id);
}

/** Whether a system's messages go out by the outlet: they all do where none is named. */
export function goesOutBy(model: JourneyModel, system: string, outlet: Outlet | undefined): boolean {
  return outlet === undefined || includes(outletsOf(model, system), outlet);
}

/**
 * The hours of a policy for what goes out by these outlets; those for everything where there are none. All quiet hours
 * count that are for one of them. Send windows of the first outlet that has some take the place of all others.
 */
export function hoursFor(policy: Policy, outlets: readonly Outlet[] = []): Hours {
  const isFor = ({ on = [] }: TimeWindow, outlet: Outlet): boolean => includes(on, outlet);
  const own = outlets.map((outlet) => policy.sendWindows.filter((window) => isFor(window, outlet)));
  return {
    quietHours: policy.quietHours.filter(
      (window) => window.on === undefined || outlets.some((outlet) => isFor(window, outlet)),
    ),
    sendWindows:
      own.find((windows) => windows.length > 0) ?? policy.sendWindows.filter(({ on }) => on === undefined),
    closed: policy.closed,
  };
}

/** What goes out by an outlet goes out by these, the narrowest first. */
export function widened(model: JourneyModel, outlet: Outlet): readonly Outlet[] {
  return outlet.kind === 'system' ? outletsOf(model, outlet.id) : [outlet];
}

/** The outlets that a policy has hours of their own for, each once. */
export function outletsWithHours({ quietHours, sendWindows }: Policy): Outlet[] {
  const named = [...quietHours, ...sendWindows].flatMap(({ on }) => on ?? []);
  return [...new Map(named.map((outlet) => [`${outlet.kind} ${outlet.id}`, outlet])).values()];
}

/** Whether there is any rule in the hours; without one everything may be sent at any time. */
export function isLimiting({ quietHours, sendWindows, closed }: Hours): boolean {
  return quietHours.length + sendWindows.length + closed.length > 0;
}
