import type { Direction } from '@journey/model';

/** What can be done to the part that is looked at. */
export const COMMANDS = [
  'rename',
  'moveBack',
  'moveOn',
  'feelBetter',
  'feelWorse',
  'addTouchpoint',
  'addStage',
  'undo',
] as const;
export type Command = (typeof COMMANDS)[number];

/** The keys of each command as they are shown, by the way that the map reads. */
export const KEYS: Readonly<Record<Direction, Readonly<Record<Command, string>>>> = {
  ltr: keys('Alt+←', 'Alt+→'),
  rtl: keys('Alt+→', 'Alt+←'),
};

function keys(moveBack: string, moveOn: string): Record<Command, string> {
  return {
    rename: 'F2',
    moveBack,
    moveOn,
    feelBetter: 'Alt+↑',
    feelWorse: 'Alt+↓',
    addTouchpoint: 'N',
    addStage: 'Shift+N',
    undo: 'Ctrl+Z',
  };
}

/** The command of a key; the arrows move things where they point, whichever way the map reads. */
export function commandOf(event: KeyboardEvent, fromRight: boolean): Command | undefined {
  const { key, altKey, shiftKey } = event;
  if (event.ctrlKey || event.metaKey)
    return key.toLowerCase() === 'z' && !altKey && !shiftKey ? 'undo' : undefined;
  if (altKey)
    switch (key) {
      case 'ArrowUp':
        return 'feelBetter';
      case 'ArrowDown':
        return 'feelWorse';
      case 'ArrowLeft':
        return fromRight ? 'moveOn' : 'moveBack';
      case 'ArrowRight':
        return fromRight ? 'moveBack' : 'moveOn';
      default:
        return undefined;
    }
  if (key === 'F2') return 'rename';
  // The key, not its letter: with a Hebrew or Arabic keyboard it writes another one.
  if (event.code === 'KeyN' || key === 'Insert') return shiftKey ? 'addStage' : 'addTouchpoint';
  return undefined;
}
