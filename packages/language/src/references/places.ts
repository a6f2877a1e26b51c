import * as ast from '../generated/ast.ts';
import { refOf } from './ref-of.ts';

/** The channel of a touchpoint: the one it names, its system's, or that of its point of sale. */
export function channelOf({ channel, pointOfSale }: ast.Touchpoint): ast.Channel | undefined {
  const place = refOf(channel);
  if (ast.isSystem(place)) return channelOfSystem(place);
  return place ?? refOf(refOf(pointOfSale)?.channel);
}

function channelOfSystem(system: ast.System): ast.Channel | undefined {
  return refOf(refOf(system.connector)?.members.find(ast.isConnectorChannel)?.channel);
}
