import { AstUtils, type ValidationAcceptor } from 'langium';
import { imageType } from '@journey/model';
import type * as ast from '../generated/ast.ts';
import { imageUri, isAddress } from '../references/named-files.ts';
import { report } from '../diagnostics/registry.ts';
import type { JourneyServices } from '../services.ts';

/** An image is a file that is there, and of a kind that a map can show. */
export function checkImage(services: JourneyServices) {
  const files = services.shared.workspace.FileSystemProvider;
  return (image: ast.Image, accept: ValidationAcceptor): void => {
    const place = { node: image, property: 'file' } as const;
    const uri = imageUri(image);
    if (!uri) return;
    const { file } = image;
    // A host without files, such as a browser, knows not even the journey itself.
    const isMissing = (): boolean =>
      files.existsSync(AstUtils.getDocument(image).uri) && !files.existsSync(uri);
    if (isAddress(file)) report(accept, 'image-remote', { address: file }, place);
    else if (imageType(file) === undefined) report(accept, 'image-kind', { path: file }, place);
    else if (isMissing()) report(accept, 'image-missing', { path: file }, place);
  };
}
