import { describe, expect, test } from 'vitest';
import { homeFolder } from '../../src/cli/home.ts';

describe('where everything is kept', () => {
  const home = (platform: NodeJS.Platform, env: Record<string, string>) =>
    homeFolder({ platform, env, home: platform === 'win32' ? 'C:\\Users\\ana' : '/home/ana' });

  test.each([
    ['win32', { APPDATA: 'C:\\Users\\ana\\AppData\\Roaming' }, 'C:\\Users\\ana\\AppData\\Roaming\\skypefed'],
    ['win32', {}, 'C:\\Users\\ana\\AppData\\Roaming\\skypefed'],
    ['win32', { SKYPEFED_HOME: 'D:\\rollouts' }, 'D:\\rollouts'],
    ['linux', {}, '/home/ana/.config/skypefed'],
    ['linux', { XDG_CONFIG_HOME: '/data/config' }, '/data/config/skypefed'],
    ['linux', { XDG_CONFIG_HOME: 'relative' }, '/home/ana/.config/skypefed'],
    ['linux', { XDG_CONFIG_HOME: '/data', SKYPEFED_HOME: '/elsewhere' }, '/elsewhere'],
    ['darwin', { XDG_CONFIG_HOME: '/data' }, '/home/ana/Library/Preferences/skypefed'],
  ] as const)('%s, %j: %s', (platform, env, expected) => {
    expect(home(platform, env)).toBe(expected);
  });
});
