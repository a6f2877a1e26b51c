import { imageType } from '@journey/model';
import type { JourneyModel } from '@journey/model';

/** The content of image files as `data:` addresses, by the name that the model has for the file. */
export type ImageSources = Readonly<Record<string, string>>;

/** The files of images that the journeys' maps show, each once, as the model names them. */
export function imageFilesOf({ personas, journeys }: JourneyModel): readonly string[] {
  const touchpoints = journeys.flatMap(({ stages }) => stages.flatMap((stage) => stage.touchpoints));
  const images = [...personas, ...touchpoints].flatMap(({ image }) => image ?? []);
  return [...new Set(images.map(({ file }) => file))].filter((file) => imageType(file) !== undefined);
}

/** A file's content as an address that needs no network; undefined where its name isn't that of an image. */
function dataAddress(file: string, content: Uint8Array): string | undefined {
  const type = imageType(file);
  return type && `data:${type};base64,${base64(content)}`;
}

/**
 * What all the files hold.
 * @param read a file's content by the name that the model has for it; undefined where it can't be read
 */
export async function readImages(
  files: readonly string[],
  read: (file: string) => Promise<Uint8Array | undefined>,
): Promise<ImageSources> {
  const entries = await Promise.all(
    files.map(async (file): Promise<[string, string][]> => {
      const content = await read(file);
      const address = content && dataAddress(file, content);
      return address === undefined ? [] : [[file, address]];
    }),
  );
  return Object.fromEntries(entries.flat());
}

/** Letters are joined in parts: a call takes so many at a time. */
const PART = 0x8000;

function base64(content: Uint8Array): string {
  let letters = '';
  for (let at = 0; at < content.length; at += PART)
    letters += String.fromCharCode(...content.subarray(at, at + PART));
  return btoa(letters);
}
