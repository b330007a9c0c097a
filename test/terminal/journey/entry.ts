import type { AnyField, LocalDate, Page, Person, Rollout, Step } from '../../../src/model/index.ts';

/** An answers file, as it stands there: ids and what is stated under each. */
export type Example = Readonly<Record<string, unknown>>;

/** What a rollout holds apart from its log. */
export type Stated = Pick<Rollout, 'answers' | 'tasks' | 'people'>;

/** What is done at the keyboard where it is; each but `leave` ends with Enter. */
export type Deed =
  | { do: 'pass' }
  /** Goes on without an answer: Tab. */
  | { do: 'leave' }
  /** Down to the line behind everybody, where another person is added. */
  | { do: 'add'; label: string }
  /** `over`: something stands in the line, and is erased. */
  | { do: 'type'; text: string; over: boolean }
  /** A letter that picks, and the option that it picks. */
  | { do: 'letter'; letter: string; label: string }
  /** Arrows to one of the options, each of which has a line of its own. */
  | { do: 'choose'; label: string; options: readonly string[] };

/** One thing that is asked, what is done there, and what is in force afterwards. */
export type Entry = {
  /** Is the keyboard there? Told from what stands behind the focus sign. */
  at(focus: string): boolean;
  /** Where that is, for a person who reads a failure. */
  name: string;
  /** In a list or in records: is the keyboard on the row, or on the numbered cell of the record, that it belongs to? */
  row?(focus: string): boolean;
  deed: Deed;
  after: Stated;
};

/** A screen that holds entries: a page, or one person of the page of people. */
export type Where = { step: Step; page: Page; person?: string };

/** An entry with the line of the screen that it belongs to. */
export type Move = Entry & { where: Where; line: string };

/** What an answer is worked out from. */
export type At = { stated: Stated; today: LocalDate };

/** A focus that begins with a label, whole or cut. */
export function begins(label: string): (focus: string) => boolean {
  return (focus) => {
    if (focus.startsWith(label)) return true;
    const [kept = ''] = focus.split('…');
    return kept.length > 8 && kept.length < focus.length && label.startsWith(kept);
  };
}

/** A focus on an option that has a line of its own. */
export function onOption(label: string): (focus: string) => boolean {
  return (focus) => /^[●○] /.test(focus) && begins(label)(focus.slice(2));
}

/** What is in force once an answer is accepted. */
export function withAnswer({ stated }: At, field: AnyField, value: unknown): Stated {
  return { ...stated, answers: { ...stated.answers, [field.id]: value } };
}

/** What is in force once somebody is added or changed. */
export function withPerson({ stated }: At, person: Person): Stated {
  const known = stated.people.some(({ id }) => id === person.id);
  const people = known ? stated.people.map((one) => (one.id === person.id ? person : one)) : [...stated.people, person];
  return { ...stated, people };
}

export function isRecord(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return raw !== null && typeof raw === 'object' && !Array.isArray(raw);
}
