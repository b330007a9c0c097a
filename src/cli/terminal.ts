type Env = Readonly<Record<string, string | undefined>>;

/** What a terminal can show; settled before ink is loaded, which looks at the environment when it is. */
export type Look = { colour: boolean; ascii: boolean };

export function lookOf(options: {
  env: Env;
  platform: NodeJS.Platform;
  locale: () => string;
  noColor: boolean;
  ascii: boolean;
}): Look {
  const { env, platform, locale, noColor, ascii } = options;
  return { colour: wantsColour(env, noColor), ascii: ascii || !showsSigns(env, platform, locale) };
}

export function wantsColour(env: Env, noColor: boolean): boolean {
  return !(noColor || env.NO_COLOR || env.FORCE_COLOR === '0');
}

/** Are the signs of our screens there, and one column wide? Old consoles of East Asia draw them two columns wide. */
function showsSigns(env: Env, platform: NodeJS.Platform, locale: () => string): boolean {
  if (platform === 'win32') return !/^(zh|ja|ko)\b/.test(locale());
  if (env.TERM === 'linux') return false;
  const charset = env.LC_ALL || env.LC_CTYPE || env.LANG;
  return charset === undefined || charset === '' || /utf-?8/i.test(charset);
}

/** Makes the environment say what was settled, to those who read it later. */
export function settleColour({ colour }: Pick<Look, 'colour'>, env: Record<string, string | undefined>): void {
  if (colour) return;
  env.FORCE_COLOR = '0';
  env.NO_COLOR = '1';
}

/** Why nothing can be asked here, as a clause; undefined where it can. */
export function cannotAsk(options: {
  env: Env;
  stdin: { isTTY?: boolean };
  stdout: { isTTY?: boolean };
  /** As lines, which a terminal needs no cursor for. */
  plain?: boolean;
}): string | undefined {
  const { env, stdin, stdout, plain = false } = options;
  if (!stdin.isTTY) return 'its input is no terminal';
  if (!stdout.isTTY) return 'its output is no terminal';
  return env.TERM === 'dumb' && !plain ? 'this terminal (TERM=dumb) cannot move its cursor' : undefined;
}

/** Does the environment ask for lines, as it does of many programs: ACCESSIBLE with anything in it but 0? */
export function isAccessible({ ACCESSIBLE: asked }: Env): boolean {
  return asked !== undefined && asked !== '' && asked !== '0';
}
