import { DIRECTED_ICONS } from './icons.ts';
import type { PathCommand, SceneNode } from './scene.ts';

/** Turns what was laid out in reading direction round, for a map that reads from the right. */
export function mirror(nodes: readonly SceneNode[], width: number): readonly SceneNode[] {
  for (const node of nodes) mirrorNode(node, width);
  return nodes;
}

function mirrorNode(node: SceneNode, width: number): void {
  switch (node.kind) {
    case 'box':
      node.x = width - node.x - node.width;
      break;
    case 'text':
      node.x = width - node.x;
      break;
    case 'icon':
      node.x = width - node.x - node.size;
      if (DIRECTED_ICONS.has(node.icon)) node.flipped = true;
      break;
    case 'path':
      node.commands = node.commands.map((command) => mirrorCommand(command, width));
      break;
    case 'group':
      node.x = width - node.x - node.width;
      mirror(node.children, node.width);
  }
}

function mirrorCommand(command: PathCommand, width: number): PathCommand {
  switch (command[0]) {
    case 'Z':
      return command;
    case 'C': {
      const [name, x1, y1, x2, y2, x, y] = command;
      return [name, width - x1, y1, width - x2, y2, width - x, y];
    }
    default:
      return [command[0], width - command[1], command[2]];
  }
}
