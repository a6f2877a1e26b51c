import type { ModelCheck } from '../check.ts';
import { checkButtons } from './buttons.ts';
import { checkTemplates } from './templates.ts';
import { checkCustomerWindow } from './window.ts';

export const messagesChecks: readonly ModelCheck[] = [checkTemplates, checkButtons, checkCustomerWindow];
