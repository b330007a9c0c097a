import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rollout } from '../../src/model/index.ts';
import { answersText, commentedAnswers, judge, readGiven, readJson, writeAnswers } from '../../src/state/index.ts';
import { rollouts, today } from './arbitrary.ts';
import { added, answered, enough, moved, rolloutAfter } from './fixture.ts';

const at = { now: `${today}T22:52:00.000Z`, offset: 0, by: 'ana' };
const given = (text: string, now = at.now) => readGiven(new TextEncoder().encode(text), { ...at, now });
const forms = { plain: answersText, commented: (rollout: Rollout) => commentedAnswers(rollout, today) };
const some = rolloutAfter(
  ...answered({
    ...enough,
    'deployment.owner': 'Maria \u202fAnders',
    'access-policy.xmpp': true,
    'registration.contact': 'ana@contoso.com',
  }),
  moved('edge.certificate', {
    state: 'waived',
    reason: 'Open since 2013, looked at in the yearly review of all the sites',
    until: '2026-11-30',
    by: 'Thomas Hardy',
  }),
  added('p1', { tasks: { 'contacts.invited': { state: 'done', at: today } } }),
);

describe('an answers file as text', () => {
  test('without comments is JSON, of what a rollout states in the order of the steps', () => {
    fc.assert(
      fc.property(rollouts, (rollout) => {
        const text = answersText(rollout);
        const stated = writeAnswers(rollout);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(stated)));
        expect(Object.keys(JSON.parse(text))).toEqual(Object.keys(stated));
      }),
    );
  });

  test('with comments states the same', () => {
    fc.assert(
      fc.property(rollouts, (rollout) => {
        const read = readJson(commentedAnswers(rollout, today), { byHand: true });
        expect(read).toEqual({ ok: true, value: JSON.parse(answersText(rollout)), byHand: true });
      }),
    );
  });

  test.each(Object.entries(forms))('%s leads to the same answers, tasks and people', (_, form) => {
    fc.assert(
      fc.property(rollouts, (rollout) => {
        if (judge(rollout, today).wrong.length > 0) return;
        const read = given(form(rollout));
        const again = read.state === 'read' ? form(read.rollout) : read;
        const { 'deployment.goal': _goal, ...answers } = rollout.answers;
        expect(read.state === 'read' && read.rollout.answers).toEqual(answers);
        expect(given(String(again))).toEqual(read);
      }),
    );
  });

  test('stands in lines that an editor shows whole, where no value is longer', () => {
    for (const form of Object.values(forms))
      expect(
        Math.max(
          ...form(some)
            .split('\n')
            .map(({ length }) => length),
        ),
      ).toBeLessThanOrEqual(120);
  });

  test('an example is written as it stands', () => {
    const text = readFileSync(join(import.meta.dirname, '../../examples/adatum-lab.json'), 'utf8');
    const read = given(text, '2026-11-25T12:00:00.000Z');
    const lines = (all: string) =>
      all
        .trim()
        .split('\n')
        .filter((line) => !/^$|"deployment.goal"|"todo"|: \[\]/.test(line));
    const bare = lines(text).map((line) => line.replace(/,$/, ''));
    expect(read.state === 'read' && lines(answersText(read.rollout)).map((line) => line.replace(/,$/, ''))).toEqual(
      bare,
    );
  });

  test('of nothing is an empty file that is one', () => {
    expect(JSON.parse(answersText(rolloutAfter()))).toEqual({});
    expect(readJson(commentedAnswers(rolloutAfter(), today), { byHand: true })).toEqual({
      ok: true,
      value: {},
      byHand: true,
    });
  });
});

describe('comments', () => {
  const text = commentedAnswers(some, today);

  test.each([
    [
      'a question, the choices and the default of what is answered',
      /\/\/ May they talk to XMPP partners\? "keep", true, false\. Default: "keep"\.\n {2}"access-policy.xmpp": true,/,
    ],
    [
      'a default that holds',
      /\/\/ Should partners be discovered through DNS\?.* Not answered, so this\s+(\/\/ )?holds:\n {2}\/\/ "edge.partner-discovery": "keep",/,
    ],
    [
      'an example where nothing holds',
      /\/\/ When may the change be made\? Not answered; it could be:\n {2}\/\/ "deployment.window": "Saturday 22:00 to 02:00",/,
    ],
    [
      'what has no effect',
      /\/\/ Who was named for mail about the request\? It has no effect: it is not asked for these answers\.\n {2}"registration.contact"/,
    ],
    [
      'a task that nobody moved',
      /\/\/ Backup kept\. .*\n( {2}\/\/ .*\n)? {2}\/\/ "deployment.backup": \{ "state": "done" \},/,
    ],
  ])('tell %s', (_, said) => {
    expect(text).toMatch(said);
  });

  test('can be taken away before any answer, and the file is one still', () => {
    const commented = /^ {2}\/\/ (?=(".+": ).*,$)/gm;
    fc.assert(
      fc.property(rollouts, (rollout) => {
        const whole = commentedAnswers(rollout, today).replace(commented, '  ');
        expect(readJson(whole, { byHand: true })).toMatchObject({ ok: true });
      }),
    );
    const few = commentedAnswers(rolloutAfter(), today);
    expect(readJson(few.replace(commented, '  '), { byHand: true })).toMatchObject({
      value: { 'deployment.hybrid': false, 'contacts.people': [expect.anything()] },
    });
  });

  test('pass over what is neither stated nor asked', () => {
    for (const id of [
      'access-policy.users',
      'registration.agreement',
      'skype-provider.id-routing',
      'contacts.invited',
    ]) {
      expect(text).not.toContain(id);
    }
  });

  test('each line of them, taken in, is an answer that does', () => {
    const open = text.replace(/^ {2}\/\/ (?="[a-z-]+\.[a-z-]+": )/gm, '  ');
    const read = given(open);
    expect(read.state === 'refused' ? [read.said, read.problems] : []).toEqual([]);
    expect(read.state === 'read' && read.rollout.answers['deployment.window']).toBe('Saturday 22:00 to 02:00');
  });
});
