import { userInfo } from 'node:os';
import { text } from '../kinds/index.ts';
import type { Moment, Surroundings } from '../model/index.ts';

type Env = Readonly<Record<string, string | undefined>>;

const name = text({ expected: 'a name', example: 'Maria Anders' });

/** Time, person and version, as the environment has them; `said` tells which variable of it does not do. */
export function surroundingsOf(options: { env: Env; version: string }): Surroundings | { said: string } {
  const { env, version } = options;
  const clock = clockOf(env.SOURCE_DATE_EPOCH);
  if ('said' in clock) return clock;
  const user = userOf(env.SKYPEFED_USER);
  return typeof user === 'string' ? { ...clock, user, version } : user;
}

type Clock = Pick<Surroundings, 'now' | 'offset'>;

/** The clock of this computer, or one that stands at a given second, which is told in UTC so that it tells everybody the same. */
function clockOf(epoch: string | undefined): Clock | { said: string } {
  if (epoch === undefined || epoch === '') {
    return {
      now: () => new Date().toISOString(),
      get offset() {
        return -new Date().getTimezoneOffset();
      },
    };
  }
  if (!/^\d{1,11}$/.test(epoch)) return { said: 'SOURCE_DATE_EPOCH is not a number of seconds since 1970.' };
  const moment: Moment = new Date(Number(epoch) * 1000).toISOString();
  return { now: () => moment, offset: 0 };
}

function userOf(given: string | undefined): string | { said: string } {
  if (given !== undefined && given !== '') {
    const read = name.parse(given);
    return read.ok ? read.value : { said: `SKYPEFED_USER does not do: ${read.problems[0]?.said}` };
  }
  const login = name.parse(loginName());
  return login.ok ? login.value : 'unknown';
}

function loginName(): string {
  try {
    return userInfo().username;
  } catch {
    // The account has no entry among the users, as in some containers.
    return '';
  }
}
