/**
 * The map's own icons: strokes on a grid of 24 by 24, drawn with round caps. A dot is a line of no length.
 * Adding one is adding a row.
 */
export const ICONS = {
  // Channels
  web: 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0M3.5 9.5h17M3.5 14.5h17M12 3c-5 5 -5 13 0 18M12 3c5 5 5 13 0 18',
  mail: 'M3 6h18v12h-18zM3.5 6.5l8.5 7l8.5 -7',
  chat: 'M4 5h16v11h-9l-5 4v-4h-2zM8 9h8M8 12h5',
  whatsapp:
    'M12 3.5a8.5 8.5 0 1 1 -4.4 15.8l-4.1 1.2l1.2 -4.1a8.5 8.5 0 0 1 7.3 -12.9M8.5 10.5h7M8.5 13.5h4.5',
  sms: 'M4 5h16v11h-9l-5 4v-4h-2zM8.5 10.5h0M12 10.5h0M15.5 10.5h0',
  push: 'M6 16.5v-6a6 6 0 0 1 12 0v6l1.5 1.5h-15zM10.5 20.5h3M12 2.5v2',
  app: 'M7 2.5h10v19h-10zM11 18.5h2M7 15.5h10',
  thumb:
    'M3.5 10.5h4v10h-4zM7.5 11.5l4 -8c2 0 2.5 1.5 2 3.5l-.5 2.5h6c1.5 0 2 1.2 1.7 2.5l-1.5 6.5c-.3 1.2 -1 2 -2.2 2h-9.5',
  photo: 'M4 6.5h4l1.5 -2.5h5l1.5 2.5h4v13h-16zM8.5 13a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0',
  briefcase: 'M3 8h18v11.5h-18zM8.5 8v-3.5h7v3.5M3 13h18M12 12v2.5',
  megaphone: 'M4 9.5v5l4 .5l8.5 4.5v-15l-8.5 4.5zM8 15l1 5.5h2.5l-1 -4.5M19.5 9.5c1.3 1.5 1.3 3.5 0 5',
  search: 'M4 10.5a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0 -13 0M15.5 15.5l5 5',
  share:
    'M3.5 12a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0M15 5.5a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0M15 18.5a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0M8.3 10.9l7 -4.2M8.3 13.1l7 4.2',
  people:
    'M5.5 8a3 3 0 1 0 6 0a3 3 0 1 0 -6 0M2.5 19.5c0 -4 2.5 -6 6 -6s6 2 6 6M14.5 5.3a3 3 0 0 1 0 5.4M16.5 14c3 .5 5 2.5 5 5.5',
  film: 'M3 5h18v14h-18zM10 9l5.5 3l-5.5 3z',
  videoCall: 'M3 7h12v10h-12zM15 11l6 -3.5v9l-6 -3.5',
  phone:
    'M5 3.5h4l1.5 5l-2.5 1.5a12 12 0 0 0 6 6l1.5 -2.5l5 1.5v4c0 1 -.8 1.7 -1.8 1.6c-8.5 -.6 -14.7 -6.8 -15.3 -15.3c-.1 -1 .6 -1.8 1.6 -1.8',
  store:
    'M4 10v10h16v-10M3 9.5l2 -5.5h14l2 5.5c0 3 -4.5 3 -4.5 0c0 3 -4.5 3 -4.5 0c0 3 -4.5 3 -4.5 0c0 3 -4.5 3 -4.5 0M9.5 20v-5.5h5v5.5',
  handshake:
    'M2.5 7l4.5 -2l5 2l5 -2l4.5 2v8.5l-3 1M2.5 7v8.5l3 1l4.5 3.5l2 .5l2 -.5l4.5 -3.5M12 7l-3 4c1.5 1.5 3 1 4.5 -1l5 6.5',
  letter: 'M3 5h18v14h-18zM15 8h3v3.5h-3zM6 12.5h5M6 15.5h7',
  billboard: 'M3 4h18v10h-18zM8 14v6.5M16 14v6.5M7 9h10',
  tv: 'M3 6.5h18v12h-18zM8 21.5h8M8.5 2.5l3.5 4l3.5 -4',
  truck:
    'M2.5 6h11v11h-11zM13.5 10h4.5l3.5 3.5v3.5h-8M5 17.5a2 2 0 1 0 4 0a2 2 0 1 0 -4 0M15.5 17.5a2 2 0 1 0 4 0a2 2 0 1 0 -4 0',
  mouth: 'M4 4.5h10v7h-5l-3 2.5v-2.5h-2zM12 14.5h0M17 9h3v7h-2v2.5l-3 -2.5h-4v-2',
  // Flow
  bolt: 'M13.5 2.5l-9 11.5h6l-1 7.5l9 -11.5h-6z',
  clock: 'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0M12 7v5l3.5 2',
  hourglass: 'M6 3h12M6 21h12M7.5 3v4.5l4.5 4.5l-4.5 4.5v4.5M16.5 3v4.5l-4.5 4.5l4.5 4.5v4.5',
  calendar: 'M3.5 5.5h17v15h-17zM3.5 10h17M8 3v4.5M16 3v4.5M8 14h0M12 14h0M16 14h0M8 17.5h0M12 17.5h0',
  fork: 'M12 21v-7M12 14l-6 -5v-5M12 14l6 -5v-5M3.5 6.5l2.5 -2.5l2.5 2.5M15.5 6.5l2.5 -2.5l2.5 2.5',
  question:
    'M12 2.8l9.2 9.2l-9.2 9.2l-9.2 -9.2zM9.8 10.3c0 -3.2 4.6 -3 4.4 -.2c-.1 1.6 -2.2 1.6 -2.2 3.4M12 16h0',
  loop: 'M4.5 11.5v-1.5a4 4 0 0 1 4 -4h10M15.5 3l3 3l-3 3M19.5 12.5v1.5a4 4 0 0 1 -4 4h-10M8.5 21l-3 -3l3 -3',
  gear: 'M8.5 12a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0M12 2.5v3M12 18.5v3M2.5 12h3M18.5 12h3M5.3 5.3l2.1 2.1M16.6 16.6l2.1 2.1M5.3 18.7l2.1 -2.1M16.6 7.4l2.1 -2.1',
  bell: 'M6 16.5v-6a6 6 0 0 1 12 0v6l1.5 1.5h-15zM10.5 20.5h3M12 2.5v2',
  arrow: 'M4 12h16M14 6l6 6l-6 6',
  play: 'M6.5 4l13 8l-13 8z',
  stop: 'M5.5 5.5h13v13h-13z',
  exit: 'M10 4h-6v16h6M9 12h11.5M16 7.5l4.5 4.5l-4.5 4.5',
  enter: 'M14 4h6v16h-6M3.5 12h11.5M10.5 7.5l4.5 4.5l-4.5 4.5',
  shield: 'M12 3l8 3v6c0 5 -3.5 7.8 -8 9c-4.5 -1.2 -8 -4 -8 -9v-6z',
  parallel: 'M8 3.5v17M16 3.5v17M4.5 12h0M19.5 12h0',
  equals: 'M5.5 9.5h13M5.5 14.5h13',
  hand: 'M9 13v-8a1.5 1.5 0 0 1 3 0v6M12 11v-1a1.5 1.5 0 0 1 3 0v1.5M15 11.5a1.5 1.5 0 0 1 3 0v3.5c0 4 -2 6.5 -5.5 6.5c-3 0 -4.5 -1.5 -5.5 -4l-2 -4c-.5 -1.3 1.3 -2.2 2.2 -1l1.8 2.5',
  dot: 'M10.5 12a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0 -3 0',
  // Lanes, marks and facts
  pin: 'M12 21.5c-4.5 -5 -7 -8.5 -7 -11.5a7 7 0 0 1 14 0c0 3 -2.5 6.5 -7 11.5M9.5 10a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0',
  person: 'M8 7.5a4 4 0 1 0 8 0a4 4 0 1 0 -8 0M4.5 20.5c0 -4.5 3 -7 7.5 -7s7.5 2.5 7.5 7',
  heart:
    'M12 20.5c-5.5 -4.2 -8.5 -7.3 -8.5 -11a4.6 4.6 0 0 1 8.5 -2.5a4.6 4.6 0 0 1 8.5 2.5c0 3.7 -3 6.8 -8.5 11',
  bulb: 'M9 17.5c0 -2.5 -3 -4 -3 -8a6 6 0 0 1 12 0c0 4 -3 5.5 -3 8zM9.5 20.5h5',
  pain: 'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0M12 7.5v5.5M12 16.3h0',
  backstage: 'M3 4h18M4.5 4v15.5c3 -1 5 -5 5 -15.5M19.5 4v15.5c-3 -1 -5 -5 -5 -15.5',
  evidence: 'M6 3h8l4.5 4.5v13.5h-12.5zM14 3v4.5h4.5M9.5 12.5h5.5M9.5 16h5.5',
  target:
    'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0M7.8 12a4.2 4.2 0 1 0 8.4 0a4.2 4.2 0 1 0 -8.4 0M12 12h0',
  star: 'M12 3l2.7 5.8l6.3 .8l-4.6 4.3l1.2 6.3l-5.6 -3.1l-5.6 3.1l1.2 -6.3l-4.6 -4.3l6.3 -.8z',
  break: 'M9.5 3.9a8.5 8.5 0 0 0 -1 15.9M14.5 20.1a8.5 8.5 0 0 0 1 -15.9M13 3.5l-2.5 6.5l4 2.5l-3 8',
  flag: 'M5.5 21.5v-18M5.5 4.5c4 -2.5 8 2.5 13 0v9c-5 2.5 -9 -2.5 -13 0',
  moon: 'M19.5 14.5a8.5 8.5 0 1 1 -10 -10.5a7 7 0 0 0 10 10.5',
  gauge: 'M4 17.5a9 9 0 1 1 16 0M12 14l4 -5M12 14h0',
  zone: 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0M3.5 9.5h17M3.5 14.5h17M12 3c-5 5 -5 13 0 18M12 3c5 5 5 13 0 18',
  exclaim: 'M12 5v9M12 18.5h0',
  quote: 'M10 7c-3.5 .5 -5.5 3 -5.5 7v3h5.5v-5.5h-3M19.5 7c-3.5 .5 -5.5 3 -5.5 7v3h5.5v-5.5h-3',
  up: 'M4 18l6 -6l3.5 3.5l6.5 -8M15 7h5v5',
  down: 'M4 7l6 6l3.5 -3.5l6.5 8M15 18h5v-5',
  // Controls
  pencil: 'M4 20l1 -4.5l11.5 -11.5l3.5 3.5l-11.5 11.5zM14 6.5l3.5 3.5',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  fit: 'M4 9v-5h5M15 4h5v5M20 15v5h-5M9 20h-5v-5',
  map: 'M3 6l6 -2.5l6 2.5l6 -2.5v14.5l-6 2.5l-6 -2.5l-6 2.5zM9 3.5v14.5M15 6v14.5',
  filter: 'M3.5 5h17l-6.5 8v6.5l-4 -2v-4.5z',
  download: 'M12 4v11M7 10.5l5 5l5 -5M4.5 20h15',
  columns: 'M3.5 4.5h5v15h-5zM12 4.5h0M12 9.5h0M12 14.5h0M12 19.5h0M15.5 4.5h5v15h-5z',
  upward: 'M12 19v-14M6 11l6 -6l6 6',
  layers: 'M12 3.5l9 4.5l-9 4.5l-9 -4.5zM3 12.5l9 4.5l9 -4.5M3 17l9 4.5l9 -4.5',
  // Faces, from very bad to very good
  faceVeryBad: 'M8.5 9.5h0M15.5 9.5h0M8 17c1.5 -3.5 6.5 -3.5 8 0M7 6.8l2.5 1M17 6.8l-2.5 1',
  faceBad: 'M8.5 9.5h0M15.5 9.5h0M8.5 16c1.5 -2 5.5 -2 7 0',
  faceNeutral: 'M8.5 9.5h0M15.5 9.5h0M8.5 15h7',
  faceGood: 'M8.5 9.5h0M15.5 9.5h0M8.5 14c1.5 2 5.5 2 7 0',
  faceVeryGood: 'M8.5 9h0M15.5 9h0M7.5 13h9c-.5 5.5 -8.5 5.5 -9 0z',
} as const;

export type IconName = keyof typeof ICONS;

/** Icons that point somewhere and turn round in a map that reads from the right. */
export const DIRECTED_ICONS: ReadonlySet<IconName> = new Set<IconName>([
  'arrow',
  'play',
  'exit',
  'enter',
  'loop',
  'chat',
  'sms',
  'megaphone',
  'truck',
  'videoCall',
  'phone',
  'up',
  'down',
]);

/** The icon of a channel that the library knows; others are recognised by whether they are online. */
const CHANNEL_ICONS: Readonly<Record<string, IconName>> = {
  web: 'web',
  email: 'mail',
  whatsapp: 'whatsapp',
  sms: 'sms',
  push: 'push',
  chat: 'chat',
  app: 'app',
  facebook: 'thumb',
  instagram: 'photo',
  linkedin: 'briefcase',
  google_ads: 'megaphone',
  search: 'search',
  social: 'share',
  community: 'people',
  video: 'film',
  video_call: 'videoCall',
  phone: 'phone',
  store: 'store',
  meeting: 'calendar',
  mail: 'letter',
  billboard: 'billboard',
  tv: 'tv',
  delivery: 'truck',
  word_of_mouth: 'mouth',
};

export function channelIcon(channel: string | undefined, presence?: 'online' | 'offline'): IconName {
  const known = channel === undefined ? undefined : CHANNEL_ICONS[channel];
  return known ?? (presence === 'offline' ? 'handshake' : presence === 'online' ? 'web' : 'pin');
}
