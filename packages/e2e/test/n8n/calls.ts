import { fields, type VendorCall } from '../../src/vendors/index.ts';

export function speaksOf(call: VendorCall, text: string): boolean {
  return JSON.stringify(call.body).includes(text);
}

export function subjectOf(call: VendorCall): string {
  return String(fields(call)['subject']);
}

/** Whether Smoove was told to send that mail to that address. */
export function isMail(call: VendorCall, subject: string, email: string): boolean {
  return call.host === 'rest.smoove.io' && subjectOf(call) === subject && speaksOf(call, email);
}

/** Whether WhatsApp was told to send that template to that number. */
export function isWhatsApp(call: VendorCall, name: string, phone: string): boolean {
  return call.path.endsWith('/111/messages') && fields(call)['to'] === phone && template(call).name === name;
}

export interface Template {
  readonly name: string;
  readonly language: string;
  readonly parameters: readonly string[];
}

/** What a WhatsApp call says of its template. */
export function template(call: VendorCall): Template {
  const text = JSON.stringify(fields(call)['template'] ?? {});
  const said: {
    name?: string;
    language?: { code: string };
    components?: readonly { parameters: readonly { text: string }[] }[];
  } = JSON.parse(text);
  return {
    name: said.name ?? '',
    language: said.language?.code ?? '',
    parameters: said.components?.[0]?.parameters.map((parameter) => parameter.text) ?? [],
  };
}
