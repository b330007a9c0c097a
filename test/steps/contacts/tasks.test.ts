import { describe, expect, it } from 'vitest';
import { personTasks, viewOf } from '../../../src/state/index.ts';
import { steps, taskById } from '../../../src/steps/index.ts';
import { viewWith } from '../view.ts';

const page = steps.find(({ id }) => id === 'contacts')?.pages[0];

describe('the tasks of a person', () => {
  const view = viewWith({}, [{ name: 'Ana Trujillo', situation: 'has-account', microsoftAccount: 'ana@outlook.com' }]);
  const [ana] = view.people;

  it('end with the call, in this order; Lync Server 2013 had video', () => {
    const own = ana ? personTasks(ana, view).filter(({ id }) => id.startsWith('contacts.')) : [];
    expect(own.map(({ id }) => id.slice('contacts.'.length))).toEqual([
      'invited',
      'accepted',
      'presence',
      'im',
      'audio',
      'video',
      'skype-start',
    ]);
  });

  it('are all the person own, and four of them are tests', () => {
    expect(page?.tasks?.every(({ per }) => per === 'person')).toBe(true);
    expect(page?.tasks?.filter(({ test }) => test).map(({ id }) => id)).toEqual([
      'contacts.im',
      'contacts.audio',
      'contacts.video',
      'contacts.skype-start',
    ]);
  });

  it('wait where somebody else has to act', () => {
    expect(page?.tasks?.filter(({ wait }) => wait).map(({ id }) => id)).toEqual([
      'contacts.invited',
      'contacts.accepted',
    ]);
  });
});

describe('on other products', () => {
  const on = (product: string) =>
    viewWith({ 'deployment.product': product }, [
      { name: 'Ana Trujillo', situation: 'has-account', microsoftAccount: 'ana@outlook.com' },
    ]);

  it('video is not tried on Lync Server 2010, and is on every later one', () => {
    for (const product of ['lync-2010', 'sfb-2015', 'sfb-2019', 'sfb-se']) {
      const view = on(product);
      const [ana] = view.people;
      const own = ana ? personTasks(ana, view).map(({ id }) => id) : [];
      expect(own.includes('contacts.video'), product).toBe(product !== 'lync-2010');
    }
  });

  it('search is told by product', () => {
    expect(page?.tell(on('lync-2010')).markdown).toContain('[^directory-search2010]');
    const later = page?.tell(on('sfb-2019')).markdown;
    expect(later).toContain('[^directory-search-sfb]');
    expect(later).toContain('[^search-needs-port]');
    expect(later).not.toContain('[^directory-search]');
    expect(page?.clicks?.(on('sfb-2019')).markdown).toContain('Skype for Business client');
  });
});

describe('an invitation that waits', () => {
  const waiting = (today: string) =>
    taskById('contacts.accepted')?.check?.(
      { state: 'waiting', since: '2014-11-03' },
      viewOf({ answers: {}, tasks: {}, people: [] }, today),
    );

  it('stays unanswered since Skype closed, and is said to', () => {
    expect(waiting('2026-11-23')).toMatchObject([{ weight: 'warn', said: expect.stringContaining('5 May 2025') }]);
    expect(waiting('2025-05-05')).toHaveLength(1);
  });

  it('was normal before', () => {
    expect(waiting('2014-11-05')).toEqual([]);
  });

  it('is not held against one that was accepted', () => {
    expect(taskById('contacts.accepted')?.check?.({ state: 'done', at: '2014-11-04' }, viewWith())).toEqual([]);
  });
});

describe('what is told', () => {
  const told = page?.tell(viewWith()).markdown ?? '';

  it('begins with what cannot be reached any more', () => {
    expect(told.indexOf('[^goal-out-of-reach]')).toBeGreaterThan(0);
    expect(told.indexOf('[^goal-out-of-reach]')).toBeLessThan(told.indexOf('[^guide-search]'));
  });

  it('has both statements on who may start, each with its source', () => {
    expect(told).toContain('the reverse cannot be done');
    expect(told).toContain('sends a request');
    expect(told).toContain('[^who-may-start]');
  });

  it('says where search is, that offline was normal, and what to try', () => {
    for (const fact of [
      'directory-search',
      'offline-until-accepted',
      'guide-address',
      'guide-calls',
      'guide-account',
    ]) {
      expect(told).toContain(`[^${fact}]`);
    }
    for (const test of ['Instant messages', 'Presence', 'Audio', 'Video', 'A start from the Skype side']) {
      expect(told).toContain(`- ${test}`);
    }
    expect(told).not.toContain('- Search');
  });

  it('leaves the list of tests out while the product is open', () => {
    const open = page?.tell(viewOf({ answers: {}, tasks: {}, people: [] }, '2026-11-23')).markdown;
    expect(open).not.toContain('To try with each person');
  });

  it('has the path in the client', () => {
    expect(page?.clicks?.(viewWith()).markdown).toContain('Add a Contact Not in My Organization');
  });
});
