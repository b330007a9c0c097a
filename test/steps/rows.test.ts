import { describe, expect, it } from 'vitest';
import { factById, sourceById } from '../../src/facts/index.ts';
import type { AnyField, Field, Kind, Markdown, Page, PersonAnswer, Step, Task, View } from '../../src/model/index.ts';
import { allFields, allTasks, people, steps } from '../../src/steps/index.ts';
import { viewWith } from './view.ts';

/** Every id of the eight steps, but for what is held back. */
const fieldIds = {
  deployment: ['goal', 'organisation', 'product', 'cu5', 'sip-domains', 'hybrid', 'owner', 'approver', 'window'],
  edge: ['pools', 'shared-name', 'routing', 'partner-discovery', 'federation-routes'],
  registration: ['way', 'agreement', 'agreement-number', 'contact'],
  'access-policy': [
    'scope',
    'sites',
    'policy-name',
    'users',
    'federated-users',
    'public-users',
    'public-audio-video',
    'remote-users',
    'xmpp',
  ],
  'skype-provider': [
    'identity',
    'enabled',
    'proxy-fqdn',
    'icon-url',
    'verification',
    'decorate',
    'id-routing',
    'directory-search',
    'replace',
  ],
  'client-policy': ['target', 'scope', 'sites', 'policy-name', 'users', 'notify', 'may-start'],
  accounts: ['needed', 'one-way-understood'],
};

const taskIds = {
  deployment: ['backup', 'rights'],
  edge: ['dns-published', 'certificate', 'firewall', 'site-federation', 'replicated'],
  registration: ['submitted', 'confirmed', 'discoverable'],
  'access-policy': ['replicated', 'effective'],
  'client-policy': ['users-told', 'signed-in-again'],
  accounts: [
    'sign-up-opened',
    'form-filled',
    'made',
    'skype-current',
    'signed-in',
    'have-skype-account',
    'old-credentials',
    'merge-reviewed',
    'merged',
  ],
  contacts: ['invited', 'accepted', 'presence', 'im', 'audio', 'video', 'skype-start'],
};

const full = (ids: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(ids).flatMap(([step, names]) => names.map((name) => `${step}.${name}`));

const allPages = steps.flatMap((step) => step.pages.map((page) => ({ step, page })));

describe('the procedure', () => {
  it.each(Array.from({ length: 22 }, (_, i) => i + 1))('carries row %i on a page', (row) => {
    expect(allPages.filter(({ page }) => page.rows.includes(row)).length).toBeGreaterThan(0);
  });

  it('has no rows but those', () => {
    for (const { page } of allPages) for (const row of page.rows) expect(row >= 1 && row <= 22).toBe(true);
  });

  it('is eight steps in order', () => {
    expect(steps.map(({ id }) => id)).toEqual([
      'deployment',
      'edge',
      'registration',
      'access-policy',
      'skype-provider',
      'client-policy',
      'accounts',
      'contacts',
    ]);
  });
});

describe('ids', () => {
  it('of fields are those of the contract', () => {
    expect(allFields.map(({ id }) => id).sort()).toEqual(full(fieldIds).sort());
    expect(people.id).toBe('contacts.people');
  });

  it('of tasks are those of the contract', () => {
    expect(allTasks.map(({ id }) => id).sort()).toEqual(full(taskIds).sort());
  });

  it('are unique across fields and tasks, those of pages within the step', () => {
    const ids = [people.id, ...[...allFields, ...allTasks].map(({ id }) => id)];
    expect(new Set(ids).size).toBe(ids.length);
    for (const { pages } of steps) expect(new Set(pages.map(({ id }) => id)).size).toBe(pages.length);
  });

  it('begin with the step on whose page they stand', () => {
    for (const { step, page } of allPages) {
      for (const line of linesOf(page)) expect(line.id.startsWith(`${step.id}.`)).toBe(true);
    }
  });

  it('of changes begin with their step, whatever is answered', () => {
    for (const view of views) {
      for (const step of steps) {
        for (const want of step.wants(view)) {
          expect(want.step).toBe(step.id);
          expect(want.id.startsWith(`${step.id}.`)).toBe(true);
          expect(want.cite.length).toBeGreaterThan(0);
        }
      }
    }
  });
});

describe('what stands on a screen', () => {
  it('has titles that fit beside the steps, and a lead of one line', () => {
    for (const step of steps) expect(step.title.length, step.id).toBeLessThanOrEqual(16);
    for (const { page } of allPages) {
      expect(page.title.length, page.title).toBeLessThanOrEqual(50);
      expect(page.lead.length, page.lead).toBeLessThanOrEqual(76);
    }
  });

  it('has labels that fit into their column', () => {
    for (const { label } of [people, ...allFields, ...allTasks]) expect(label.length, label).toBeLessThanOrEqual(22);
  });

  it('asks with a question and helps with one sentence', () => {
    for (const { id, question, help } of [people, ...allFields]) {
      expect(question, id).toMatch(/^[A-Z0-9].*\?$/);
      expect(help, id).toMatch(/^[A-Z].*\.$/);
      expect(help, id).not.toMatch(/[a-z]\. [A-Z]/);
    }
    for (const { id, help } of allTasks) expect(help, id).toMatch(/^[A-Z].*\.$/);
  });

  it('keeps the voice', () => {
    for (const text of prose) expect(text, text).not.toMatch(/\b(please|oops|successfully)\b|!(?!\])(\s|$)/i);
  });
});

describe('prose', () => {
  it('is there in numbers', () => {
    expect(prose.length).toBeGreaterThan(500);
  });

  it('is ASCII', () => {
    for (const text of prose) expect(text).toMatch(/^[\n\x20-\x7e]*$/);
  });

  it('cites only what is known', () => {
    const cited = [
      ...new Set(prose.flatMap((text) => [...text.matchAll(/\[\^(@?)([^\]]*)\]/g)].map(([, at, id]) => `${at}${id}`))),
    ];
    expect(cited.length).toBeGreaterThan(80);
    for (const id of cited) {
      expect(() => (id.startsWith('@') ? sourceById(id.slice(1)) : factById(id)), id).not.toThrow();
    }
  });

  it('cites something on every page', () => {
    for (const { page } of allPages) expect(page.tell(viewWith()).markdown, page.id).toMatch(/\[\^/);
  });

  it('gives every question that sets something a reason that is a fact', () => {
    for (const { id, why, sets } of allFields) {
      if (sets) expect(why.length, id).toBeGreaterThan(0);
      for (const fact of why) expect(factById(fact.id)).toBe(fact);
    }
    for (const { why } of allTasks) for (const fact of why) expect(factById(fact.id)).toBe(fact);
  });
});

it('says nothing without an answer that it cannot say', () => {
  for (const text of prose) expect(text).not.toMatch(/undefined|\[object|NaN/);
});

const ana: PersonAnswer = {
  name: 'Ana Trujillo',
  sip: 'ana@contoso.com',
  microsoftAccount: 'ana@outlook.com',
  situation: 'has-account',
};
const maria: PersonAnswer = { name: 'Maria Anders', microsoftAccount: 'maria@contoso.com', situation: 'needs-merge' };

const pools = [
  { name: 'sip.contoso.com', internal: 'edge01.contoso.local', site: 'Redmond' },
  { name: 'sip2.contoso.com', internal: 'edge02.contoso.local', site: 'Dublin' },
];

/** Rollouts that between them show every page and take every way through it. */
function makeViews(): readonly View[] {
  return [
    viewWith({ 'deployment.product': undefined, 'deployment.sip-domains': undefined }),
    viewWith(),
    viewWith(
      {
        'deployment.organisation': 'Contoso',
        'deployment.cu5': 'yes',
        'deployment.hybrid': true,
        'deployment.sip-domains': ['contoso.com', 'fabrikam.com'],
        'edge.pools': pools,
        'registration.way': 'form',
        'registration.agreement': 'volume-licensing',
        'registration.agreement-number': '1234567',
        'registration.contact': 'thomas@contoso.com',
        'access-policy.sites': ['Redmond', 'Dublin'],
        'accounts.one-way-understood': true,
      },
      [ana, maria],
    ),
    viewWith(
      {
        'deployment.cu5': 'no',
        'edge.pools': [{ name: 'sip.contoso-edge.com' }],
        'edge.partner-discovery': true,
        'registration.way': 'messenger',
        'access-policy.scope': 'user',
        'access-policy.federated-users': false,
        'accounts.needed': 'create',
        'client-policy.may-start': false,
      },
      [ana, maria],
    ),
    viewWith({
      'edge.pools': [{ name: 'sip.contoso.com' }],
      'edge.partner-discovery': false,
      'access-policy.scope': 'global',
      'access-policy.federated-users': 'keep',
      'accounts.needed': 'none',
      'client-policy.target': 'leave',
    }),
  ];
}

function linesOf(page: Page): readonly { id: string }[] {
  return [...(page.fields ?? []), ...(page.tasks ?? []), ...(page.people ? [page.people] : [])];
}

function fieldProse(field: AnyField | Field<readonly PersonAnswer[]>): readonly string[] {
  return [
    field.label,
    field.question,
    field.help,
    ...kindProse(field.kind),
    ...field.why.flatMap(({ id }) => factProse(id)),
  ];
}

function kindProse(kind: Kind<unknown> | Kind<readonly PersonAnswer[]>): readonly string[] {
  const own = [kind.expected, kind.example];
  switch (kind.form) {
    case 'line':
      return own;
    case 'choice':
      return [...own, ...kind.choices.flatMap(({ label, help }) => (help === undefined ? [label] : [label, help]))];
    case 'list':
      return [...own, kind.item.expected, kind.item.example];
    case 'records':
      return [
        ...own,
        kind.noun,
        ...kind.columns.flatMap((column) => [column.label, column.help, column.kind.expected]),
      ];
  }
}

function taskProse(task: Task): readonly string[] {
  const { label, help, wait, why } = task;
  return [label, help, ...(wait ? [wait.begun, wait.asks] : []), ...why.flatMap(({ id }) => factProse(id))];
}

function factProse(id: string): readonly string[] {
  const { says, sides = [], weDo } = factById(id);
  return texts(says, ...sides.map((side) => side.says), ...(weDo ? [weDo] : []));
}

function texts(...parts: readonly (Markdown | undefined)[]): readonly string[] {
  return parts.flatMap((part) => (part ? [part.markdown] : []));
}

function pageProse(page: Page, view: View): readonly string[] {
  return [page.title, page.lead, ...texts(page.tell(view), page.clicks?.(view))];
}

function stepProse(step: Step, view: View): readonly string[] {
  return [
    ...step.pages
      .filter(
        (page) => (page.shown?.(view) ?? true) && (page.needs ?? []).every((field) => view.get(field) !== undefined),
      )
      .flatMap((page) => pageProse(page, view)),
    ...(step.papers?.(view) ?? []).flatMap((paper) => [paper.title, ...texts(paper.body)]),
    ...step
      .wants(view)
      .flatMap((want) => [
        want.title,
        ...texts(want.why, want.reaches, want.risk.says),
        ...(want.do === 'ensure'
          ? [
              ...texts(...(want.consent ?? []).map(({ says }) => says)),
              ...texts(...(want.demands ?? []).flatMap(({ says, mend }) => [says, mend])),
            ]
          : []),
      ]),
  ];
}

const views = makeViews();

const prose: readonly string[] = [
  ...steps.map(({ title }) => title),
  ...[people, ...allFields].flatMap(fieldProse),
  ...allTasks.flatMap(taskProse),
  ...views.flatMap((view) => steps.flatMap((step) => stepProse(step, view))),
];
