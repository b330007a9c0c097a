import { describe, expect, it } from 'vitest';
import { useBench } from './bench.ts';
import { accessPolicy, asInstalled, hasDotnet } from './engine.ts';
import { type Answers, accepted, contosoAnswers, forUsers, scriptFor } from './scripts.ts';

const force = { Force: true, AcceptHighRisk: true };

/** What a person may paste by mistake or on purpose; each is an end of something somewhere. */
const texts = [
  ...["'", '"', '\u2018', '\u2019', '\u201a', '\u201b', '\u201c', '\u201d', '\u201e', '\u201f'],
  ...['$(exit)', '`', ';', '#>', "'@", '\n', '\u2013', '\u0000', '\u200f', '%s', '\u{1f600}'.repeat(250)],
];

/** Fields whose text is the name of something on the server, and the call that has to get it whole. */
const names: readonly {
  id: string;
  answersWith(name: string): Answers;
  call: { cmdlet: string; parameter: string; bound(name: string): string };
}[] = [
  {
    id: 'access-policy.policy-name',
    answersWith: (name) => ({ ...forUsers('ana@contoso.com'), 'access-policy.policy-name': name }),
    call: { cmdlet: 'Grant-CsExternalAccessPolicy', parameter: 'PolicyName', bound: (name) => name },
  },
  {
    id: 'access-policy.sites',
    answersWith: (name) => ({ ...contosoAnswers, 'access-policy.sites': [name], 'client-policy.target': 'leave' }),
    call: { cmdlet: 'New-CsExternalAccessPolicy', parameter: 'Identity', bound: (name) => `Site:${name}` },
  },
  {
    id: 'skype-provider.identity',
    answersWith: (name) => ({ ...contosoAnswers, 'skype-provider.identity': name, 'client-policy.target': 'leave' }),
    call: { cmdlet: 'New-CsPublicProvider', parameter: 'Identity', bound: (name) => name },
  },
];

/** Only what nobody sees, and what ends a line, is refused; everything else is somebody's name. */
const refused = /[\n\0\u200f]/;

describe.skipIf(!hasDotnet())('what is typed, to the server', () => {
  const bench = useBench();
  const tried = names.flatMap((one) => texts.map((text) => ({ ...one, name: `A${text}b` })));

  it.each(tried)('%$: $id is refused at the field, or arrives whole', async ({ id, name, answersWith, call }) => {
    const kept = accepted(id, name);
    if (kept === undefined) {
      expect(name).toMatch(refused);
      return;
    }
    const users = [{ name: 'Ana Trujillo', sip: 'ana@contoso.com' }];
    const sites = [{ name: 'Redmond' }, ...(id === 'access-policy.sites' ? [{ name: kept }] : [])];
    const store = { ...asInstalled({ sites, users }), externalAccessPolicies: [accessPolicy('Global')] };
    const result = await bench.run(scriptFor(answersWith(kept)), { store, args: force });
    expect(result, result.text).toMatchObject({ exitCode: 0, terminated: null, errors: [] });
    const made = result.calls.filter(({ cmdlet, changes }) => changes && cmdlet === call.cmdlet);
    expect(made.map(({ bound }) => bound[call.parameter])).toEqual([call.bound(kept)]);
  });
});
