import { connectorOf, type JourneyModel, type Message } from '@journey/model';

/** The messages that travel by the channel. */
export function messagesBy(model: JourneyModel, channel: string): Message[] {
  return model.messages.filter(({ system }) => connectorOf(model, system)?.channel === channel);
}
