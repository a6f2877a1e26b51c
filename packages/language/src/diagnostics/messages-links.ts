import { define, didYouMean, quoted } from './define.ts';

const asked = (condition: string): string =>
  `system mail "Mail" uses smoove
message offer via mail {
  subject "For you"
  body "<p>See <a href='https://shop.example.com/sale'>what is on sale</a>.</p>"
}
journey j { timezone "Europe/London" stage s { automation a { manually send offer wait 2d if ${condition} { stop } } } }`;

/** J0666 to J0667: which link of a message was clicked. */
export const linkDiagnostics = {
  'link-not-in-message': define<{ message: string; link: string; suggestion: string | undefined }>({
    code: 'J0666',
    severity: 'warning',
    message: ({ message, link, suggestion }) =>
      `${quoted(message)} has no link ${quoted(link)}, so nobody will ever click it.${didYouMean(suggestion)}`,
    help: {
      what: 'A journey asks whether a link was clicked that the message has in none of its texts, variants and languages.',
      why: 'The answer would always be no. The link is written as the message has it, with its variables; what systems append to find out where visitors came from is no part of it.',
      wrong: asked('clicked(offer, link: "https://shop.example.com/sales")'),
      right: asked('clicked(offer, link: "https://shop.example.com/sale")'),
    },
  }),
  'link-not-written': define({
    code: 'J0667',
    severity: 'error',
    message: () =>
      'Which link it is must be written out, from its scheme on: link: "https://www.example.com/offer".',
    help: {
      what: 'Where a link of a message is to be named stands a value, a variable, or a text that does not begin with https:// or another scheme.',
      why: 'A click is reported with the address that it led to; it is compared with what is written here.',
      wrong: asked('clicked(offer, link: "shop.example.com/sale")'),
      right: asked('clicked(offer, link: "https://shop.example.com/sale")'),
    },
  }),
};
