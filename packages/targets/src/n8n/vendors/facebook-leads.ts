import { expression } from '../javascript/literal.ts';
import { byId, code, literal, node } from '../nodes.ts';
import type { VendorFlow, VendorMapping } from './vendor.ts';

/** n8n's trigger for lead ads. It listens to one form of one page. */
export const facebookLeads: VendorMapping = {
  connector: 'facebook_leads',
  source:
    'https://developers.facebook.com/docs/marketing-api/guides/lead-ads and n8n’s node facebookLeadAdsTrigger 1',
  credential: {
    type: 'facebookLeadAdsOAuth2Api',
    fields: { clientId: '<Meta app id>', clientSecret: '<Meta app secret>' },
  },
  actions: {},
  events: {
    submitted: {
      support: 'native',
      how: 'Facebook Lead Ads Trigger',
      group: 'leads',
      build: (flow) => {
        const trigger = flow.call(
          [],
          node(
            flow.named('lead', 'Facebook'),
            'facebookLeadAdsTrigger',
            1,
            {
              event: 'newLead',
              page: byId(expression(flow.context.scope('$json').setting(flow.system.id, 'page'))),
              form: byId(expression(formOf(flow))),
              options: { simplifyOutput: true },
            },
            { webhook: true },
          ),
        );
        return [flow.add([trigger], code(flow.named('The lead'), leadCode(flow.system.id)))];
      },
    },
  },
};

function formOf(flow: VendorFlow): string {
  const { context, system } = flow;
  if (context.settingValue(system.id, 'form') !== undefined)
    return context.scope('$json').setting(system.id, 'form');
  const variable = `${system.id.toUpperCase()}_FORM_ID`;
  context.variables.add(variable);
  context.findings.report(
    'target-setting-needed',
    `n8n listens to one lead form, and "${system.id}" names none: set ${variable} where n8n runs, or write \`form: env ${variable}\`.`,
    system.source,
  );
  return `$env[${literal(variable)}]`;
}

/** Forms name their fields in their own words; the usual ones are known. */
function leadCode(system: string): string {
  return `const words = { first_name: ['first_name', 'FIRST_NAME'], last_name: ['last_name', 'LAST_NAME'], full_name: ['full_name', 'FULL_NAME', 'name'],
  email: ['email', 'EMAIL', 'work_email'], phone: ['phone_number', 'PHONE', 'phone', 'PHONE_NUMBER'] };
return $input.all().map(({ json }) => {
  const answers = json.data ?? {};
  const data = { ...answers, id: json.id, form: json.form?.id, campaign: json.ad?.name };
  for (const [field, names] of Object.entries(words)) {
    const name = names.find((one) => answers[one]);
    if (name) data[field] = answers[name];
  }
  return { json: { system: ${literal(system)}, event: 'submitted', id: json.id, data } };
});`;
}
