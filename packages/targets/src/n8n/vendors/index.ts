import type { VendorMapping } from './vendor.ts';
import { facebookLeads } from './facebook-leads.ts';
import { googleCalendar } from './google-calendar.ts';
import { mailchimp } from './mailchimp.ts';
import { pipedrive } from './pipedrive.ts';
import { twilio } from './twilio.ts';
import { whatsapp } from './whatsapp.ts';

/** The connectors that n8n has nodes of its own for; all others go by HTTP, as their connector describes. */
export const VENDORS: readonly VendorMapping[] = [
  facebookLeads,
  googleCalendar,
  mailchimp,
  pipedrive,
  twilio,
  whatsapp,
];

export function vendorOf(connector: string): VendorMapping | undefined {
  return VENDORS.find((vendor) => vendor.connector === connector);
}
