import { setTimeout as pause } from 'node:timers/promises';
import { percentile } from './measure.ts';
import { contosoWith, kept, nameOf } from './rollouts.ts';
import { program } from './start.ts';
import type { Row } from './table.ts';
import { openTerminal, type Terminal } from './terminal.ts';

const keys = { enter: '\r', out: '\u001b', down: '\u001b[B' };
/** Erases what stands in a line. */
const clear = '\u0005\u0015';

/** Milliseconds between two keys: as fast as a keyboard repeats, or a little faster. */
const gap = 20;
const bursts = 8;
/** Not a letter twice, so that each beginning of it is another; the first one stands nowhere else on the page. */
const typed = 'Qzxjwvkyfpbgmuc';

/** What is seen when so many keys of a burst are. */
type Seen = (frame: string) => number;

/** From a key to the frame that shows it, at the 95th of a hundred keys, beside a program that prints what it reads. */
export async function keyRows(folder: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const count of [3, 10_000]) {
    const people = count === 3 ? '' : ', 10,000 people';
    const place = `${folder}/keys-${count}`;
    (await kept(place, contosoWith(count))).close();
    rows.push(await row(`key to echo, longest page${people}, p95`, () => onLongestPage(place)));
    if (count > 3) rows.push(await row(`key to echo, list of people${people}, p95`, () => onPeople(place)));
  }
  return rows;
}

async function row(what: string, measure: () => Promise<readonly number[]>): Promise<Row> {
  try {
    const reference = { what: 'a bare echo', cost: percentile(await onBareEcho(), 0.95) };
    return { what, ours: percentile(await measure(), 0.95), unit: 'ms', reference, goal: { atMost: 5 } };
  } catch (error) {
    // A screen that takes longer than anybody waits is a result, and the other rows are wanted too.
    return { what, notMeasured: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) };
  }
}

async function onBareEcho(): Promise<readonly number[]> {
  const echo =
    "process.stdin.setRawMode(true).on('data', (d) => d[0] === 3 ? process.exit() : process.stdout.write(d)); process.stdout.write('ready')";
  return within({ args: ['-e', echo], home: '.', synchronized: false }, async (terminal) => {
    await terminal.until((frame) => frame.includes('ready'));
    const times: number[] = [];
    for (let i = 0; i < bursts; i++) {
      let read = '';
      times.push(
        ...(await burst(terminal, [...typed], (frame) => {
          read += frame;
          return read.length;
        })),
      );
    }
    return times;
  });
}

/** In the list of sites, which stands on the page with the most questions. */
async function onLongestPage(place: string): Promise<readonly number[]> {
  return within({ args: [program, 'open', 'contoso'], home: place }, async (terminal) => {
    await toStep(terminal, 'Access policy');
    await terminal.until((frame) => frame.includes('External access policy'));
    await pressUntil(terminal, keys.down, (frame) => frame.includes('► Sites'));
    const times: number[] = [];
    for (let i = 0; i < bursts; i++) {
      times.push(...(await burst(terminal, [...typed], shownOf)));
      terminal.send(clear);
      await terminal.until((frame) => !frame.includes(typed.slice(0, 1)));
    }
    return times;
  });
}

/** How much of what is typed a frame shows. */
function shownOf(frame: string): number {
  for (let length = typed.length; length > 0; length--) if (frame.includes(typed.slice(0, length))) return length;
  return 0;
}

/** Down the list, a person a key. */
async function onPeople(place: string): Promise<readonly number[]> {
  return within({ args: [program, 'open', 'contoso'], home: place }, async (terminal) => {
    await toStep(terminal, 'Contacts');
    await terminal.until((frame) => frame.includes('People on Skype'));
    await pressUntil(terminal, keys.down, (frame) => frame.includes(`► ${nameOf(0)}`));
    const times: number[] = [];
    for (let i = 0; i < bursts; i++) {
      const first = i * typed.length;
      const numbered = /► Ana Trujillo (\d+)/;
      const downs = [...typed].map(() => keys.down);
      times.push(...(await burst(terminal, downs, (frame) => Number(numbered.exec(frame)?.[1] ?? 0) - 1 - first)));
    }
    return times;
  });
}

async function within<T>(options: Parameters<typeof openTerminal>[0], use: (terminal: Terminal) => Promise<T>) {
  const terminal = openTerminal(options);
  try {
    return await use(terminal);
  } finally {
    await terminal.leave();
  }
}

async function toStep(terminal: Terminal, title: string): Promise<void> {
  await terminal.until((frame) => frame.includes('Last here'));
  terminal.send(keys.out);
  await terminal.until((frame) => frame.includes('Review'));
  await pressUntil(terminal, keys.down, (frame) => frame.includes(`► ${title}`));
  terminal.send(keys.enter);
}

/** Presses a key until a frame says that it was enough; each time once the last key was seen. */
async function pressUntil(terminal: Terminal, key: string, holds: (frame: string) => boolean): Promise<void> {
  let shown = await terminal.until(() => true);
  for (let i = 0; i < 60 && !holds(shown); i++) {
    const before = shown;
    terminal.send(key);
    shown = await terminal.until((frame) => frame !== before);
  }
}

/** Sends the keys one gap apart, whatever comes back, and tells for each how long it took to be seen. */
async function burst(terminal: Terminal, pressed: readonly string[], seen: Seen): Promise<readonly number[]> {
  const sent: number[] = [];
  const echoed: number[] = [];
  const stop = terminal.watch((frame) => {
    const now = performance.now();
    for (let count = seen(frame); echoed.length < count && echoed.length < sent.length; ) echoed.push(now);
  });
  try {
    const from = performance.now();
    for (const [i, key] of pressed.entries()) {
      await pause(Math.max(0, from + i * gap - performance.now()));
      sent.push(performance.now());
      terminal.send(key);
    }
    for (const until = performance.now() + 20_000; echoed.length < pressed.length; await pause(1)) {
      if (performance.now() > until) throw new Error('a key was not seen within 20 s');
    }
  } finally {
    stop();
  }
  return echoed.map((at, i) => at - (sent[i] ?? at));
}
