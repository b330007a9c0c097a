import { describe, expect, it } from 'vitest';
import {
  agreementKinds,
  discoveryNeeds,
  discoveryReplaced,
  guideRegistration,
  hybridOrder,
  messengerNeedsNoRegistration,
  products,
  registrationDurations,
  registrationPagesDisagree,
  registrationSiteClosed,
  requestBeforeSe,
  unansweredStays,
} from '../../../src/facts/index.ts';
import type { Problem, TaskState } from '../../../src/model/index.ts';
import {
  askedFields,
  fieldProblems,
  findingsOf,
  missingFor,
  sharedTasks,
  shownPages,
  taskProblems,
} from '../../../src/state/index.ts';
import { agreement, agreementNumber, contact, way } from '../../../src/steps/registration/fields.ts';
import { registrationStep } from '../../../src/steps/registration/index.ts';
import { confirmed, submitted } from '../../../src/steps/registration/tasks.ts';
import {
  done,
  dublin,
  expectCited,
  page,
  plain,
  redmond,
  refusal,
  rolloutOf,
  rowsUnder,
  told,
  view,
  waiting,
} from '../edge/contoso.ts';

const form = {
  'registration.way': 'form',
  'registration.agreement': 'volume-licensing',
  'registration.agreement-number': 'V1234567',
  'registration.contact': 'ana@contoso.com',
};
const two = { 'edge.pools': [redmond, dublin] };

const shown = (answers: Record<string, unknown>) => shownPages(registrationStep, view(answers)).map(({ id }) => id);
const tasksShown = (answers: Record<string, unknown>) =>
  shownPages(registrationStep, view(answers)).flatMap((one) => sharedTasks(one, view(answers)).map(({ id }) => id));

describe('the way', () => {
  it('is discovery unless answered', () => {
    expect(view().get(way)).toBe('discovery');
    expect(shown({})).toEqual(['way', 'discovery']);
    expect(tasksShown({})).toEqual(['registration.discoverable']);
  });

  it('by form asks for agreement, number and contact, and requires them', () => {
    const answers = { 'registration.way': 'form' };
    expect(askedFields(page(registrationStep, 'way'), view(answers))).toEqual([
      way,
      agreement,
      agreementNumber,
      contact,
    ]);
    for (const field of [agreement, agreementNumber, contact]) {
      expect(field.required?.(view(answers))).toBe(true);
      expect(field.fallback).toBeUndefined();
    }
    expect(shown(answers)).toEqual(['way', 'request']);
    expect(tasksShown(answers)).toEqual(['registration.submitted', 'registration.confirmed']);
  });

  it.each(['discovery', 'messenger'])('by %s asks for none of them, and an answer of old is left alone', (value) => {
    const answers = { ...form, 'registration.way': value };
    expect(askedFields(page(registrationStep, 'way'), view(answers))).toEqual([way]);
    expect(view(answers).get(agreementNumber)).toBeUndefined();
    expect(fieldProblems(contact, 'nobody', true, view(answers))).toEqual([]);
  });

  it('by Messenger has nothing to register and nothing to track', () => {
    expect(shown({ 'registration.way': 'messenger' })).toEqual(['way']);
    expectCited(
      page(registrationStep, 'way').tell(view({ 'registration.way': 'messenger' })),
      messengerNeedsNoRegistration,
    );
  });

  it('takes the four kinds of agreement, and an address as contact', () => {
    for (const { id } of agreementKinds) expect(agreement.kind.parse(id)).toEqual({ ok: true, value: id });
    expect(refusal(agreement.kind.parse('trial'))).toBe('"trial" is not a choice here.');
    expect(refusal(contact.kind.parse('ana'))).toMatch(/is no address/);
  });
});

describe('what the page of the way tells', () => {
  it.each(['discovery', 'form', 'messenger'])(
    'whichever it is (%s): that the site closed, and who disagrees',
    (value) => {
      const tell = page(registrationStep, 'way').tell(view({ 'registration.way': value }));
      expectCited(tell, registrationSiteClosed, guideRegistration, registrationPagesDisagree, registrationDurations);
      expect(plain(tell)).toContain('closed on 15 August 2019');
      expect(plain(tell)).toMatch(
        /up to 30 days[\s\S]*24 to 48 hours[\s\S]*less than 24 hours[\s\S]*less than 6 hours/,
      );
    },
  );

  it('keeps the order for a shared domain as history', () => {
    const tell = (hybrid: boolean) => page(registrationStep, 'way').tell(view({ 'deployment.hybrid': hybrid }));
    expectCited(tell(true), hybridOrder);
    expect(tell(false).markdown).not.toContain(hybridOrder.id);
  });

  it('says on Subscription Edition, and there alone, that the form was used under an earlier version', () => {
    const tell = (more: object) => page(registrationStep, 'way').tell(view({ ...form, ...more }));
    expectCited(tell({ 'deployment.product': 'sfb-se' }), requestBeforeSe);
    for (const product of products.filter((one) => one !== 'sfb-se'))
      expect(tell({ 'deployment.product': product }).markdown, product).not.toContain(requestBeforeSe.id);
    expect(tell({ 'deployment.product': 'sfb-se', 'registration.way': 'discovery' }).markdown).not.toContain(
      requestBeforeSe.id,
    );
  });

  it('says that discovery took the place of registration', () => {
    expectCited(page(registrationStep, 'way').tell(view()), discoveryReplaced);
  });
});

describe('the request', () => {
  const check = (state: TaskState, answers = form): readonly Problem[] => taskProblems(submitted, state, view(answers));

  it.each(['2014-11-03', '2019-08-15'])('may have been submitted on %s', (day) => {
    expect(check(done(day))).toEqual([]);
    expect(check(waiting(day))).toEqual([]);
  });

  it('is refused a day later than that on which the site closed', () => {
    expect(check(done('2019-08-16'))).toEqual([
      {
        path: ['at'],
        said: 'The registration site closed on 15 Aug 2019: nothing was submitted on 16 Aug 2019.',
        expected: 'a day up to 2019-08-15',
        example: '2014-11-03',
        weight: 'stop',
      },
    ]);
    expect(check(waiting('2026-11-21'))).toMatchObject([{ path: ['since'], weight: 'stop' }]);
  });

  it('needs its day, where it was submitted', () => {
    expect(check(done())).toMatchObject([{ path: ['at'], said: 'The day of the request is not given.' }]);
    expect(check(waiting())).toMatchObject([{ path: ['since'] }]);
    expect(check({ state: 'todo' })).toEqual([]);
    expect(check({ state: 'waived', reason: 'discovery is enough' })).toEqual([]);
  });

  it('is not confirmed before it was submitted', () => {
    const seen = view(form, { tasks: { 'registration.submitted': done('2014-11-03') } });
    expect(taskProblems(confirmed, done('2014-11-03'), seen)).toEqual([]);
    expect(taskProblems(confirmed, done('2014-11-02'), seen)).toMatchObject([
      { path: ['at'], said: '2 Nov 2014 is before the request, which was submitted on 3 Nov 2014.', weight: 'stop' },
    ]);
    expect(taskProblems(confirmed, done('2014-11-02'), view(form))).toEqual([]);
  });

  it('stops the export while its day is wrong, and only where the form is the way', () => {
    const stops = (answers: Record<string, unknown>) => {
      const said = rolloutOf(answers, { tasks: { 'registration.submitted': done('2020-01-01') } });
      const rollout = { format: 'skypefed-rollout', schemaVersion: 1, id: 'contoso', events: [], ...said } as const;
      return findingsOf(rollout, '2026-11-23').filter(({ id }) => id === 'registration.submitted').length;
    };
    expect(stops(form)).toBe(1);
    expect(stops({})).toBe(0);
  });
});

describe('how far the request came', () => {
  const progress = (tasks: Record<string, TaskState>, day = '2026-11-23') =>
    plain(page(registrationStep, 'request').tell(view(form, { tasks }, day)));
  const asked = { 'registration.submitted': done('2014-11-03') };

  it('is day 19 of 30 on 22 November, with the 48 hours of support', () => {
    const text = progress(asked, '2014-11-22');
    expect(text).toContain('Submitted on 3 Nov 2014: today is day 19 of 30.');
    expect(text).toContain('Support was to be called after 48 hours, on 5 Nov 2014.');
  });

  it('counts up to the thirtieth day, then says when that was', () => {
    expect(progress(asked, '2014-12-03')).toContain('today is day 30 of 30.');
    expect(progress(asked, '2014-12-04')).toContain('day 30 of 30 was 3 Dec 2014.');
    expect(progress({ 'registration.submitted': waiting('2014-11-03') })).toContain('day 30 of 30 was 3 Dec 2014.');
  });

  it('will stay unanswered, and what to do about that is said', () => {
    expect(progress(asked)).toContain('stays unanswered. Mark the confirmation as not needed, with that reason.');
    expectCited(page(registrationStep, 'request').tell(view(form, { tasks: asked })), unansweredStays);
  });

  it('was confirmed on a day of its own', () => {
    const text = progress({ ...asked, 'registration.confirmed': done('2014-11-04') });
    expect(text).toContain('Submitted on 3 Nov 2014, confirmed on 4 Nov 2014, day 1 of 30.');
    expect(text).not.toContain('stays unanswered');
    expect(progress({ ...asked, 'registration.confirmed': done() })).toContain(
      'confirmed on a day that is not entered',
    );
  });

  it('shows why the confirmation was waived', () => {
    const text = progress({ ...asked, 'registration.confirmed': { state: 'waived', reason: 'the site is closed' } });
    expect(text).toContain('Submitted on 3 Nov 2014, never confirmed: the site is closed.');
  });

  it('has nothing to count without a request', () => {
    expect(progress({})).toContain('No day of a request is entered yet.');
  });
});

describe('the request sheet', () => {
  const sheet = (answers: Record<string, unknown>) => {
    const [paper, ...more] = registrationStep.papers?.(view(answers)) ?? [];
    expect(more).toEqual([]);
    return paper;
  };
  const entries = (answers: Record<string, unknown>) =>
    rowsUnder('The form asked for', plain(sheet(answers)?.body ?? { markdown: '' }));

  it('is written for the form alone', () => {
    expect(sheet({})).toBeUndefined();
    expect(sheet({ 'registration.way': 'messenger' })).toBeUndefined();
    expect(sheet(form)).toMatchObject({ path: 'request-sheet.md', title: 'Request sheet' });
  });

  it('holds what the form asked for, ready to copy', () => {
    expect(entries(form)).toEqual([
      ['Kind of agreement', 'Volume Licensing'],
      ['Agreement number', 'V1234567'],
      ['Access Edge name', 'sip.contoso.com'],
      ['SIP domain', 'contoso.com'],
      ['Further Access Edge names', 'none'],
      ['Provider', 'Skype'],
      ['Contact', 'ana@contoso.com'],
    ]);
    expect(sheet(form)?.body.markdown).toContain('| Agreement number | `V1234567` |');
  });

  it('registers the shared name with two pools, and every SIP domain', () => {
    const found = entries({ ...form, ...two, 'deployment.sip-domains': ['contoso.com', 'fabrikam.com'] });
    expect(found).toContainEqual(['Access Edge name, shared by the pools', 'sip.contoso.com']);
    expect(found).toContainEqual(['SIP domains', 'contoso.com, fabrikam.com']);
    expect(found).toContainEqual(['Contact for each domain', 'ana@contoso.com']);
    expect(entries({ ...form, ...two, 'edge.shared-name': 'access.contoso.com' })).toContainEqual([
      'Access Edge name, shared by the pools',
      'access.contoso.com',
    ]);
  });

  it.each(agreementKinds)('names the number that $label takes', ({ id, label, asks }) => {
    const found = entries({ ...form, 'registration.agreement': id });
    expect(found[0]).toEqual(['Kind of agreement', label]);
    expect(found[1]?.[0]?.toLowerCase()).toBe(asks);
  });

  it('says at its head that the site is closed', () => {
    expect(plain(sheet(form)?.body ?? { markdown: '' })).toMatch(
      /^For the record: a request at https:\/\/pic\.lync\.com\. .*closed on 15 August 2019/,
    );
  });

  it('shows what is open as not answered, and its page waits for it', () => {
    const early = { 'registration.way': 'form', 'edge.pools': undefined };
    expect(
      entries(early)
        .filter(([, entry]) => entry === 'not answered')
        .map(([what]) => what),
    ).toEqual(['Kind of agreement', 'Number', 'Access Edge name', 'Contact']);
    expect(missingFor(page(registrationStep, 'request'), view(early)).map(({ label }) => label)).toEqual([
      'Edge pools',
      'Agreement',
      'Agreement number',
      'Contact',
    ]);
  });

  it('keeps text that a person typed from becoming markup', () => {
    const body = sheet({ ...form, 'registration.agreement-number': 'a`b|c' })?.body.markdown;
    expect(body).toContain('| Agreement number | ``a`b\\|c`` |');
  });
});

describe('discovery', () => {
  const text = (tasks: Record<string, TaskState>) => told(registrationStep, 'discovery', view({}, { tasks }));

  it('tells what it needs, with the rule applied to the names', () => {
    expectCited(page(registrationStep, 'discovery').tell(view()), discoveryNeeds);
    expect(rowsUnder('Access Edge name', text({}))).toEqual([
      ['sip.contoso.com', 'contoso.com', 'valid', 'one label, then contoso.com'],
    ]);
  });

  it.each([
    [{}, 'not published yet'],
    [{ 'edge.dns-published': waiting('2026-11-21') }, 'DNS records published on 21 Nov: day 2.'],
    [{ 'edge.dns-published': waiting() }, 'on a day that is not entered'],
    [{ 'edge.dns-published': done('2026-11-22') }, 'found from outside on 22 Nov.'],
    [{ 'edge.dns-published': done() }, 'published and were found from outside.'],
    [{ 'edge.dns-published': { state: 'waived', reason: 'lab' } as const }, 'marked as not needed'],
  ])('is waited for today: %j', (tasks, said) => {
    expect(text(tasks)).toContain(said);
  });
});

it('changes nothing on the server', () => {
  expect(registrationStep.wants(view(form))).toEqual([]);
});
