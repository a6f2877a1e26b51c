import type { ValidationAcceptor } from 'langium';
import { report } from '../diagnostics/registry.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { Fix } from '../diagnostics/fix.ts';
import * as ast from '../generated/ast.ts';
import { say } from '../locale/speech.ts';
import { refOf } from '../references/ref-of.ts';
import { linkArgument } from '../references/types.ts';
import type { JourneyServices } from '../services.ts';
import { comparable, isAddress, clickableLinks } from '../text/message-links.ts';
import { propertyRange, rangeOf } from './edits.ts';
import { replace } from '../diagnostics/fix.ts';

/** Which link was clicked is one that the message has: in `clicked(offer, link: "…")` and in a split by engagement. */
export class LinkChecks {
  private readonly services: JourneyServices;

  constructor(services: JourneyServices) {
    this.services = services;
  }

  readonly checkCall = (call: ast.Call, accept: ValidationAcceptor): void => {
    const argument = linkArgument(call);
    const about = call.arguments[0]?.value;
    const message = ast.isReference(about) ? refOf(about.target) : undefined;
    if (!argument || !ast.isMessage(message)) return;
    const { value } = argument;
    if (!ast.isTextLiteral(value) || !isAddress(value.value.trim())) {
      report(accept, 'link-not-written', {}, { node: argument, property: 'value' });
      return;
    }
    this.check(message, value.value, value, 'value', accept);
  };

  readonly checkReaction = (reaction: ast.Reaction, accept: ValidationAcceptor): void => {
    const { link, $container: split } = reaction;
    const message = refOf(split.message);
    if (link === undefined || !message) return;
    if (isAddress(link.trim())) this.check(message, link, reaction, 'link', accept);
    else report(accept, 'link-not-written', {}, { node: reaction, property: 'link' });
  };

  private check(
    message: ast.Message,
    link: string,
    node: ast.TextLiteral | ast.Reaction,
    property: 'value' | 'link',
    accept: ValidationAcceptor,
  ): void {
    const { links, isOpen } = clickableLinks(message, this.services);
    if (links.some((one) => comparable(one) === comparable(link))) return;
    const suggestion = suggest(link, links);
    if (isOpen && suggestion === undefined) return;
    const range = ast.isReaction(node) ? propertyRange(node, property) : rangeOf(node);
    const instead = suggestion === undefined ? links : [suggestion];
    const fixes = instead.flatMap((one): Fix[] =>
      range ? [replace(say`Write ${one}`, range, JSON.stringify(one), suggestion !== undefined)] : [],
    );
    const parameters = { message: message.name, link, suggestion };
    report(accept, 'link-not-in-message', parameters, { node, property, fixes });
  }
}
