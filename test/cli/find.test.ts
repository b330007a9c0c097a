import { describe, expect, test } from 'vitest';
import { orAnswers } from '../../src/cli/find.ts';

const said = 'There is no rollout so named.';

describe('a name that no rollout has', () => {
  test.each([
    ['-', '--answers - reads standard input.'],
    ['contoso.json', '--answers contoso.json reads a file.'],
    ['C:\\lab\\Contoso.JSONC', '--answers C:\\lab\\Contoso.JSONC reads a file.'],
  ])('%s may be meant for answers', (name, hint) => {
    expect(orAnswers({ code: 2, said }, name)).toEqual({ code: 2, said: `${said} ${hint}` });
  });

  test('is else a name', () => {
    for (const name of ['contoso', '-j', 'json']) expect(orAnswers({ code: 2, said }, name)).toEqual({ code: 2, said });
    expect(orAnswers({ code: 5, said }, '-'), 'it is there, and damaged').toEqual({ code: 5, said });
  });
});
