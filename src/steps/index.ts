import type { AnyField, Step, Task } from '../model/index.ts';
import { accessPolicyStep } from './access-policy/index.ts';
import { accountsStep } from './accounts/index.ts';
import { clientPolicyStep } from './client-policy/index.ts';
import { people } from './contacts/fields.ts';
import { contactsStep } from './contacts/index.ts';
import { deploymentStep } from './deployment/index.ts';
import { edgeStep } from './edge/index.ts';
import { registrationStep } from './registration/index.ts';
import { skypeProviderStep } from './skype-provider/index.ts';

export * as accessPolicy from './access-policy/fields.ts';
export * as accounts from './accounts/fields.ts';
export * as clientPolicy from './client-policy/fields.ts';
export * as contacts from './contacts/fields.ts';
export * as deployment from './deployment/fields.ts';
export * as edge from './edge/fields.ts';
export * as registration from './registration/fields.ts';
export { sitesMeant } from './seen-sites.ts';
export * as skypeProvider from './skype-provider/fields.ts';

/** The procedure, in order. */
export const steps: readonly Step[] = [
  deploymentStep,
  edgeStep,
  registrationStep,
  accessPolicyStep,
  skypeProviderStep,
  clientPolicyStep,
  accountsStep,
  contactsStep,
];

const pages = steps.flatMap((step) => step.pages);

/** Every field that is kept among the answers, in order; people are kept apart. */
export const allFields: readonly AnyField[] = pages.flatMap((page) => page.fields ?? []);

export const allTasks: readonly Task[] = pages.flatMap((page) => page.tasks ?? []);

const fields = new Map(allFields.map((field) => [field.id, field]));
const tasks = new Map(allTasks.map((task) => [task.id, task]));

export function fieldById(id: string): AnyField | undefined {
  return fields.get(id);
}

export function taskById(id: string): Task | undefined {
  return tasks.get(id);
}

export { people };
