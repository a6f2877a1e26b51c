import type { KeptState } from './state.ts';
import type { MapToHost } from '../protocol.ts';

/** The map's way to the editor. */
export interface Host {
  readonly post: (message: MapToHost) => void;
  readonly load: () => unknown;
  readonly save: (state: KeptState) => void;
}
