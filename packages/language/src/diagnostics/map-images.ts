import { define, quoted } from './define.ts';

const IN_TOUCHPOINT = (image: string): string =>
  `journey j { stage s { touchpoint ad on web { ${image} } } }`;

/** What personas and touchpoints look like. */
export const mapImageDiagnostics = {
  'image-missing': define<{ path: string }>({
    code: 'J0837',
    severity: 'error',
    message: ({ path }) =>
      `There is no image ${quoted(path)}; check the path, which counts from this file's folder.`,
    help: {
      what: 'A persona or touchpoint has an image in a file that does not exist.',
      why: 'The map would have an empty frame there.',
      wrong: IN_TOUCHPOINT('image "./images/no-such-image.png"'),
      right: IN_TOUCHPOINT('emotion +1 "Curious"'),
    },
  }),
  'image-kind': define<{ path: string }>({
    code: 'J0838',
    severity: 'error',
    message: ({ path }) =>
      `A map shows PNG, JPEG, WebP, GIF and SVG files; ${quoted(path)} is none of these.`,
    help: {
      what: 'The image of a persona or touchpoint is in a file of another kind.',
      why: 'Browsers, editors and printers show these kinds; others would be an empty frame.',
      wrong: IN_TOUCHPOINT('image "./images/ad.psd"'),
      right: IN_TOUCHPOINT('emotion +1 "Curious"'),
    },
  }),
  'image-remote': define<{ address: string }>({
    code: 'J0839',
    severity: 'error',
    message: ({ address }) =>
      `A map loads nothing from the network; keep ${quoted(address)} as a file beside the journey.`,
    help: {
      what: 'The image of a persona or touchpoint is an address and not a file.',
      why: 'A map stays whole where there is no network, and tells nobody who looks at it.',
      wrong: IN_TOUCHPOINT('image "https://www.example.com/ad.png"'),
      right: IN_TOUCHPOINT('emotion +1 "Curious"'),
    },
  }),
};
