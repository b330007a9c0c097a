import type { Rollout, Summary, Surroundings } from '../../src/model/index.ts';
import { draw } from '../../src/screens/draw.ts';
import { landingIn } from '../../src/screens/forms/spots.ts';
import { plain } from '../../src/screens/look/lines.ts';
import { lookOf } from '../../src/screens/look/theme.ts';
import { focused } from '../../src/screens/session/go.ts';
import { newSession, reported } from '../../src/screens/session/reports.ts';
import { focusOf, sceneOf } from '../../src/screens/session/scenes.ts';
import type { Effect, Focus, Moments, OpenedRollout, Report, Session } from '../../src/screens/session/session.ts';
import { update } from '../../src/screens/session/update.ts';
import type { Key, KeyName } from '../../src/screens/text/input.ts';
import { newRollout } from '../../src/state/index.ts';
import type { Trouble } from '../../src/wizard/index.ts';

export const around: Surroundings = {
  now: () => '2026-11-23T21:41:00.000Z',
  offset: 60,
  user: 'ana',
  version: '0.1.0',
};

/** A window as wide and high as most consoles begin. */
const usual = { columns: 80, rows: 24 };

type Beginning = Partial<Pick<Rollout, 'answers' | 'tasks' | 'people' | 'evidence'>> & {
  /** Not there: the rollout was begun just now. */
  at?: string;
  readOnly?: boolean;
};

/** A wizard without a terminal: keys in, the session and its screen out. Effects are kept for the test to look at. */
export class Play {
  session: Session;
  effects: Effect[] = [];
  size = usual;
  today = '2026-11-23';
  now = around.now();
  located = (path: string): string => path;

  constructor(summaries: readonly Summary[] = []) {
    this.session = newSession({ folder: 'C:\\skypefed', summaries, command: 'skypefed' });
  }

  get moments(): Moments {
    return { now: this.now, today: this.today, around, size: this.size, located: this.located };
  }

  /** Keys by their names; `'text` types what stands behind the quote. */
  press(...keys: readonly (KeyName | `'${string}`)[]): this {
    for (const key of keys)
      this.key(key.startsWith("'") ? { key: 'text', text: key.slice(1) } : { key: key as KeyName });
    return this;
  }

  key(key: Key): this {
    const { session, effects } = update(this.session, key, this.moments);
    this.session = session;
    this.effects.push(...effects);
    return this;
  }

  report(report: Report): this {
    this.session = reported(this.session, report, this.moments);
    return this;
  }

  /** As when the store has opened a rollout. */
  open(opened: OpenedRollout | Trouble, fresh = false): this {
    return this.report({
      of: 'opened',
      id: 'contoso',
      organisation: 'Contoso',
      opened,
      fresh,
      exportFolder: 'contoso',
    });
  }

  goTo(step: string, page: string): this {
    const { why: _closed, ...rest } = this.session;
    this.session = { ...rest, place: { at: 'page', step, page }, visited: [...rest.visited, `${step}/${page}`] };
    return this;
  }

  /** Puts the keyboard on a line of this place, as an arrow from above does. */
  at(id: string): this {
    const item = sceneOf(this.session, this.moments).items.find((one) => one.id === id);
    if (!item) throw new Error(`${id} is not on ${this.place}.`);
    this.session = focused(this.session, landingIn(item, this.session, 'above'), this.moments);
    return this;
  }

  get rollout(): Rollout {
    if (!this.session.open) throw new Error('No rollout is open.');
    return this.session.open.rollout;
  }

  get focus(): Focus {
    return focusOf(this.session, sceneOf(this.session, this.moments));
  }

  get place(): string {
    const { place } = this.session;
    return place.at === 'page' ? `${place.step}/${place.page}` : place.at;
  }

  lines(look = lookOf({ colour: false, ascii: false })): readonly string[] {
    return draw(this.session, this.moments, look).lines.map(plain);
  }

  screen(): string {
    return this.lines().join('\n');
  }

  /** The line of the keyboard, without its sign. */
  get here(): string {
    const line = this.lines().find((one) => one.includes('►'));
    return line === undefined ? '' : line.slice(line.indexOf('►') + 1).trim();
  }
}

/** A rollout that is open at its first page, or where it was left. */
export function playRollout(beginning: Beginning = {}): Play {
  const { at, readOnly = false, answers = {}, tasks = {}, people = [], evidence = [] } = beginning;
  const begun = newRollout({ id: 'contoso', at: at ?? around.now(), by: 'ana' });
  const held = { answers: { 'deployment.organisation': 'Contoso', ...answers }, tasks, people, evidence };
  const rollout: Rollout = { ...begun, ...held };
  const opened: OpenedRollout = {
    state: 'open',
    folder: 'C:\\skypefed\\rollouts\\contoso',
    rollout,
    readOnly,
    savedAt: rollout.events.at(-1)?.at ?? around.now(),
  };
  return new Play().open(opened, at === undefined);
}

/** Answers with which nothing is missing. */
export const answered = {
  'deployment.product': 'lync-2013',
  'deployment.sip-domains': ['contoso.com'],
  'edge.pools': [{ name: 'sip.contoso.com', internal: 'edge01.contoso.local', site: 'Redmond' }],
  'access-policy.sites': ['Redmond'],
  'accounts.one-way-understood': true,
} as const;

export const people: Rollout['people'] = [
  {
    id: 'p1',
    name: 'Ana Trujillo',
    sip: 'ana@contoso.com',
    microsoftAccount: 'ana@outlook.com',
    situation: 'has-account',
    tasks: {},
  },
  { id: 'p2', name: 'Maria Anders', situation: 'needs-merge', skypeName: 'maria.anders', tasks: {} },
];
