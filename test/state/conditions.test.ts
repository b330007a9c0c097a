import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rollout, Task, View } from '../../src/model/index.ts';
import { type Condition, conditionText, conditionWith, holdsFor, isRequired } from '../../src/state/conditions.ts';
import { type Default, defaultOf, defaultText } from '../../src/state/defaults.ts';
import { productsOffering, questionsOf } from '../../src/state/questions.ts';
import { isAsked, viewOf } from '../../src/state/views.ts';
import { allFields, allTasks, deployment, fieldById, people } from '../../src/steps/index.ts';
import { rollouts, today } from './arbitrary.ts';

const questions = questionsOf();
const fields = questions.flatMap((one) => (one.of === 'field' ? [one] : []));
const tasks = questions.flatMap((one) => (one.of === 'task' ? [one] : []));

/** Does a condition hold in a view, read as its words say it? */
function holds(condition: Condition, view: View, situation?: string): boolean {
  return condition.every((part) => {
    const field = fieldById(part.id);
    return holdsFor(part, field ? view.get(field) : part.id === people.id ? view.people : situation);
  });
}

const viewed = (rollout: Rollout) => viewOf(rollout, today);

describe('when something is asked, as it is told', () => {
  test('is when it is asked, for any answers', () => {
    fc.assert(
      fc.property(rollouts, (rollout) => {
        const view = viewed(rollout);
        for (const { field, page, asked } of fields) {
          const met = (page.shown?.(view) ?? true) && isAsked(field, view);
          expect([field.id, holds(asked, view)]).toEqual([field.id, met]);
        }
      }),
    );
  });

  test('is when a task is one, of the rollout or of each person', () => {
    const whose = (task: Task, { people: everybody }: Rollout) => (task.per === 'rollout' ? [undefined] : everybody);
    fc.assert(
      fc.property(rollouts, (rollout) => {
        const view = viewed(rollout);
        for (const { task, page, asked } of tasks) {
          for (const person of whose(task, rollout)) {
            const applies = (page.shown?.(view) ?? true) && (task.applies?.(view, person) ?? true);
            expect([task.id, holds(asked, view, person?.situation)]).toEqual([task.id, applies]);
          }
        }
      }),
    );
  });

  test('and what is told to be required is, wherever it is asked', () => {
    fc.assert(
      fc.property(rollouts, (rollout) => {
        const view = viewed(rollout);
        for (const field of allFields.filter((one) => isAsked(one, view))) {
          expect([field.id, field.required?.(view) ?? false]).toEqual([field.id, isRequired(field)]);
        }
      }),
    );
  });

  test.each([
    ['deployment.organisation', ''],
    ['deployment.cu5', 'deployment.product is lync-2013'],
    ['edge.shared-name', 'edge.pools lists 2 or more'],
    ['access-policy.xmpp', 'deployment.product is lync-2013 or sfb-2015'],
    ['skype-provider.icon-url', 'deployment.product is not lync-2010'],
    ['skype-provider.decorate', 'deployment.product is not lync-2010 and deployment.cu5 is not no'],
    ['client-policy.policy-name', 'client-policy.target is new-copy and client-policy.scope is user'],
    ['registration.discoverable', 'registration.way is discovery'],
    ['contacts.video', 'deployment.product is not lync-2010'],
    [
      'accounts.merged',
      'accounts.needed is create-and-merge, accounts.one-way-understood is not false and contacts.people[].situation is needs-merge',
    ],
  ])('%s: %s', (id, text) => {
    const found = questions.find((one) => (one.of === 'field' ? one.field : one.task).id === id);
    expect(found && conditionText(found.asked)).toBe(text);
  });
});

describe('what holds while nothing is answered, as it is told', () => {
  /** What holds by what is told; nothing of what only has an example. */
  const toldIn = (view: View, found: Default): { value: unknown } | undefined => {
    switch (found.of) {
      case 'none':
        return { value: undefined };
      case 'value':
        return { value: found.value };
      case 'product':
        return { value: view.product && found.values.get(view.product) };
      case 'answers': {
        const [from] = found.ids.flatMap((id) => fieldById(id) ?? []);
        return found.same && from ? { value: view.get(from) } : undefined;
      }
    }
  };

  test('is what holds, for any answers', () => {
    fc.assert(
      fc.property(rollouts, (rollout) => {
        const view = viewed(rollout);
        for (const field of allFields) {
          const told = toldIn(view, defaultOf(field));
          if (told) expect([field.id, field.fallback?.(view)]).toEqual([field.id, told.value]);
        }
      }),
    );
  });

  test.each([
    ['deployment.owner', undefined],
    ['access-policy.federated-users', 'true'],
    ['skype-provider.identity', '"MSN" for lync-2010, else "Skype"'],
    ['skype-provider.verification', '"level-2" for lync-2013, else "product-default"'],
    ['client-policy.sites', 'that of access-policy.sites'],
    ['edge.shared-name', 'from deployment.sip-domains, such as "sip.contoso.com"'],
    ['access-policy.users', 'from contacts.people, such as ["ana@contoso.com"]'],
  ])('%s: %s', (id, text) => {
    const field = fieldById(id);
    expect(field && defaultText(defaultOf(field))).toBe(text);
  });
});

describe('for one product', () => {
  const idsFor = (product?: Parameters<typeof questionsOf>[0]) =>
    questionsOf(product).map((one) => (one.of === 'field' ? one.field : one.task).id);

  test('without a product everything is listed, once', () => {
    const all = [...allFields, people, ...allTasks].map(({ id }) => id);
    expect(idsFor().toSorted()).toEqual(all.toSorted());
  });

  test.each([
    ['lync-2010', ['deployment.cu5', 'access-policy.xmpp', 'skype-provider.icon-url', 'skype-provider.decorate']],
    ['lync-2013', ['skype-provider.id-routing', 'skype-provider.directory-search']],
    ['sfb-2015', ['deployment.cu5']],
    ['sfb-2019', ['deployment.cu5', 'access-policy.xmpp']],
  ] as const)('%s: %j are left out', (product, ids) => {
    const left = idsFor().filter((id) => !idsFor(product).includes(id) && fieldById(id));
    expect(left.filter((id) => ids.some((one) => one === id))).toEqual(ids);
    expect(questionsOf(product).every(({ asked }) => asked.every(({ id }) => id !== deployment.product.id))).toBe(true);
  });

  test('what is left out can be asked with no answers of that product', () => {
    fc.assert(
      fc.property(rollouts, (rollout) => {
        const view = viewed(rollout);
        if (view.product === undefined) return;
        const listed = idsFor(view.product);
        const asked = allFields.filter((field) => isAsked(field, view)).map(({ id }) => id);
        expect(asked.filter((id) => !listed.includes(id))).toEqual([]);
      }),
    );
  });

  test('a condition tells no more than the product leaves open', () => {
    const decorate = (product: 'sfb-2015' | 'lync-2013') =>
      questionsOf(product).find((one) => one.of === 'field' && one.field.id === 'skype-provider.decorate')?.asked;
    expect(conditionText(decorate('sfb-2015') ?? [])).toBe('');
    expect(conditionText(decorate('lync-2013') ?? [])).toBe('deployment.cu5 is not no');
    expect(conditionWith(decorate('lync-2013') ?? [], new Map([['deployment.cu5', 'no']]))).toBe(undefined);
  });

  test('a choice that comes with later products says with which', () => {
    const situation = people.kind.form === 'records' && people.kind.columns.find(({ id }) => id === 'situation');
    if (!situation) throw new Error('nobody has a situation');
    expect(productsOffering(situation, 'skype-name-only')).toEqual(['sfb-2015', 'sfb-2019', 'sfb-se']);
    expect(productsOffering(situation, 'has-account')).toBe(undefined);
  });
});
