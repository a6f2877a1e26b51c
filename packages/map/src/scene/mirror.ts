import { DIRECTED_ICONS } from './icons.ts';
import { MARKS } from './marks.ts';
import type { IconName } from './icons.ts';
import type { Language } from './languages.ts';
import type { PathCommand, SceneNode } from './scene.ts';

/** Turns what was laid out in reading direction round, for a map that reads from the right. */
export function mirror(nodes: readonly SceneNode[], width: number, language: Language): readonly SceneNode[] {
  turn(nodes, width, language === 'ar' ? IN_ARABIC : DIRECTED_ICONS);
  return nodes;
}

/** Arabic's question mark looks the other way; Hebrew's doesn't. */
const IN_ARABIC: ReadonlySet<IconName> = new Set<IconName>([...DIRECTED_ICONS, 'question']);

function turn(nodes: readonly SceneNode[], width: number, directed: ReadonlySet<IconName>): void {
  for (const node of nodes) mirrorNode(node, width, directed);
}

function mirrorNode(node: SceneNode, width: number, directed: ReadonlySet<IconName>): void {
  switch (node.kind) {
    case 'box':
    case 'callout':
    case 'image':
      node.x = width - node.x - node.width;
      break;
    case 'text':
      node.x = width - node.x;
      break;
    case 'icon':
      node.x = width - node.x - node.size;
      if (directed.has(node.icon)) node.flipped = true;
      break;
    case 'mark':
      node.x = width - node.x - MARKS[node.mark].size;
      if (directed.has(node.icon)) node.flipped = true;
      break;
    case 'path':
      node.commands = mirrorCommands(node.commands, width);
      break;
    case 'group':
      node.x = width - node.x - node.width;
      turn(node.children, node.width, directed);
  }
}

function mirrorCommands(commands: readonly PathCommand[], width: number): PathCommand[] {
  return commands.map((command) => mirrorCommand(command, width));
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
