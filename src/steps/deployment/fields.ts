import {
  allowFederatedUsersReach,
  cuNotShown,
  decorationVersionDispute,
  domainNotHostName,
  hybridOrder,
  lync2010SupportEnded,
  lync2013SupportEnded,
  lyncProducts,
  onlySeSupported,
  productNames,
  products,
  seLifecycle,
  sfb2015SupportEnded,
  sfb2019SupportEnded,
  shellVersion,
  shellVersion2010,
  shellVersion2015,
  shellVersion2019,
  supportEnds,
  topologyPublished,
  whatStillMakesSense,
} from '../../facts/index.ts';
import { choice, domain, listOf, problem, text, yesNo } from '../../kinds/index.ts';
import type { Field, Goal, Problem, Product } from '../../model/index.ts';
import { showDay } from '../../words/index.ts';
import { domainMeant } from './host-name.ts';

/** What the rollout is for. One goal is offered, so it holds and nobody is asked. */
export const goal: Field<Goal> = {
  id: 'deployment.goal',
  kind: choice<Goal>([{ value: 'deploy', label: 'Deploy', help: 'Set federation with Skype up, step by step.' }], {
    audit: 'An audit is not offered by this version; it comes later.',
    retire: 'Retiring is not offered by this version; it comes later.',
  }),
  label: 'Goal',
  question: 'What is this rollout for?',
  help: 'The steps, the plan and the words follow from it.',
  why: [whatStillMakesSense],
  fallback: () => 'deploy',
};

export const organisation: Field<string> = {
  id: 'deployment.organisation',
  kind: text({ expected: 'the name of an organisation', example: 'Contoso' }),
  label: 'Organisation',
  question: 'Whose rollout is this?',
  help: 'Type the name as the change board knows it; runbook and scripts bear it.',
  why: [],
  required: () => true,
};

/** What is known of the support of a product, in a sentence. */
function support(one: Product): string {
  const ended = supportEnds[one];
  if (ended === undefined) return 'Supported while it is kept current; no end date was found.';
  const kind = lyncProducts.includes(one) ? 'Extended support' : 'Support';
  return `${kind} ended on ${showDay(ended)}.`;
}

export const product: Field<Product> = {
  id: 'deployment.product',
  kind: choice<Product>(products.map((value) => ({ value, label: productNames[value], help: support(value) }))),
  label: 'Product',
  question: 'Which version are the management tools that will run the scripts?',
  help: 'With pools of several versions, what is written here fits this version only; check the others by hand.',
  why: [
    lync2010SupportEnded,
    lync2013SupportEnded,
    sfb2015SupportEnded,
    sfb2019SupportEnded,
    seLifecycle,
    onlySeSupported,
    shellVersion2010,
    shellVersion,
    shellVersion2015,
    shellVersion2019,
  ],
  required: () => true,
};

export type Cu5 = 'yes' | 'no' | 'unknown';

/** Whether cumulative update 5 for Lync Server 2013, or a later one, is on the servers. */
export const cu5: Field<Cu5> = {
  id: 'deployment.cu5',
  kind: choice<Cu5>([
    { value: 'yes', label: 'yes', help: 'Cumulative update 5 or later is on every Front End.' },
    { value: 'no', label: 'no', help: 'What came with update 5 is left out of the scripts.' },
    { value: 'unknown', label: 'unknown', help: 'The script asks the server whether it knows the parameters.' },
  ]),
  label: 'Update 5 or later',
  question: 'Is cumulative update 5 or a later one installed?',
  help: 'It decides whether addresses of other domains are rewritten for Skype; unknown lets the script ask the server.',
  why: [decorationVersionDispute, cuNotShown],
  asked: (view) => view.product === 'lync-2013',
  fallback: () => 'unknown',
};

/** The domains of the organisation's SIP addresses: what follows the @. */
export const sipDomains: Field<readonly string[]> = {
  id: 'deployment.sip-domains',
  kind: listOf({
    item: domain({ expected: 'a SIP domain, such as contoso.com', example: 'contoso.com' }),
    max: 100,
    noun: 'SIP domain',
  }),
  label: 'SIP domains',
  question: 'Which SIP domains should reach people on Skype?',
  help: 'Type what follows the @ of a SIP address, the main domain first; DNS, certificate and the shared name follow.',
  why: [domainNotHostName],
  required: () => true,
  check: (domains) => domains.flatMap((name, i) => hostNameProblem(name, i, domains)),
};

function hostNameProblem(name: string, position: number, domains: readonly string[]): readonly Problem[] {
  const meant = domainMeant(name);
  if (meant === undefined) return [];
  const listed = domains.includes(meant) ? `${meant} is in the list already.` : `${meant} is meant, it seems.`;
  const said = `${name} is a host name; a SIP domain is what follows the @ of an address. ${listed}`;
  return [problem({ path: [position], said, expected: 'the domain alone', example: meant })];
}

export const hybrid: Field<boolean> = {
  id: 'deployment.hybrid',
  kind: yesNo({
    yes: 'Some users of these domains are homed in Microsoft 365.',
    no: 'All users of these domains are homed on your servers.',
  }),
  label: 'Hybrid',
  question: 'Is one of these SIP domains shared with Microsoft 365?',
  help: 'Yes: plan and runbook say where a change reaches the users there too, and what order once held.',
  why: [hybridOrder, allowFederatedUsersReach],
  fallback: () => false,
};

export const owner: Field<string> = {
  id: 'deployment.owner',
  kind: text({ expected: 'a name', example: 'Maria Anders' }),
  label: 'Owner',
  question: 'Who carries the change out?',
  help: 'Type a name or a role; the runbook shows it to the change board.',
  why: [],
};

export const approver: Field<string> = {
  id: 'deployment.approver',
  kind: text({ expected: 'a name', example: 'Thomas Hardy' }),
  label: 'Approver',
  question: 'Who approves the change?',
  help: 'Type a name or a board; the runbook leaves a line for the decision.',
  why: [],
};

export const window: Field<string> = {
  id: 'deployment.window',
  kind: text({ expected: 'a time, as your organisation writes it', example: 'Saturday 22:00 to 02:00' }),
  label: 'Window',
  question: 'When may the change be made?',
  help: 'Type the maintenance window as your organisation writes it; nothing is reckoned from it.',
  why: [topologyPublished],
};
