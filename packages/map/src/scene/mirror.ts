import { DIRECTED_ICONS } from './icons.ts';
import type { PathCommand, SceneNode } from './scene.ts';

/** Turns what was laid out in reading direction round, for a map that reads from the right. */
export function mirror(nodes: readonly SceneNode[], width: number): SceneNode[] {
  return nodes.map((node): SceneNode => {
    switch (node.kind) {
      case 'box':
        return { ...node, x: width - node.x - node.width };
      case 'text':
        return { ...node, x: width - node.x };
      case 'icon':
        return {
          ...node,
          x: width - node.x - node.size,
          ...(DIRECTED_ICONS.has(node.icon) ? { flipped: true } : {}),
        };
      case 'path':
        return { ...node, commands: node.commands.map((command) => mirrorCommand(command, width)) };
      case 'group':
        return { ...node, x: width - node.x - node.width, children: mirror(node.children, node.width) };
    }
  });
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
