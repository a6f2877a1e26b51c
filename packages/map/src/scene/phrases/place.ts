import { byId } from '@journey/model';
import type { Touchpoint } from '@journey/model';
import type { Speech } from './speech.ts';

/** Where a touchpoint is, in words. */
export interface Place {
  /** The channel's id, for its icon. */
  readonly channelId: string | undefined;
  /** The point of sale where one is named, else the channel. */
  readonly channel: string | undefined;
  readonly presence: 'online' | 'offline' | undefined;
}

export function placeOf(speech: Speech, touchpoint: Touchpoint): Place {
  const { model } = speech;
  const shop = byId(model.pointsOfSale, touchpoint.pointOfSale);
  const channelId = touchpoint.channel ?? shop?.channel;
  const channel = byId(model.channels, channelId);
  const presence = touchpoint.presence ?? channel?.presence;
  const labelled = shop ?? channel;
  const label = labelled ? speech.label(labelled) : channelId && speech.readable(channelId);
  return { channelId, channel: label === '' ? undefined : label, presence };
}
