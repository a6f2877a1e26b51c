export { fields, type VendorAnswer, type VendorCall, type VendorStandIn } from './call.ts';
export { google, type GoogleStandIn } from './google.ts';
export { questionPro, smoove } from './mailing-and-surveys.ts';
export { leadDelivery, meta, type Lead, type MetaStandIn, type SignedDelivery } from './meta.ts';
export { pipedrive } from './pipedrive.ts';
export { startVendorProxy, type VendorProxy } from './proxy.ts';
