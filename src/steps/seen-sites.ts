import { problem } from '../kinds/index.ts';
import type { Problem, SeenThing, View } from '../model/index.ts';

/** The bare names of the sites that are meant by an Identity or DisplayName, as the scripts find them: not one, they stop. */
export function sitesMeant(sites: readonly SeenThing[], asked: string): readonly string[] {
  const isAsked = (name: unknown) => String(name ?? '').toLowerCase() === asked.toLowerCase();
  const named = sites.find(({ identity }) => isAsked(identity));
  const called = sites.filter(({ values }) => isAsked(values.DisplayName));
  return named ? [named.identity] : called.map(({ identity }) => identity);
}

/** What a name of a site stands for: the one that was seen, else what was typed. */
export function siteKey({ evidence }: View, asked: string): string {
  const [site, ...others] = sitesMeant(evidence?.seen?.things.site ?? [], asked);
  return (others.length === 0 && site !== undefined ? site : asked).toLowerCase();
}

/** Each site once, by the name that stands first. */
export function eachSiteOnce(view: View, names: readonly string[]): readonly string[] {
  const keys = names.map((name) => siteKey(view, name));
  return names.filter((_, i) => keys.indexOf(keys[i] ?? '') === i);
}

/** Names of a site that stands in the list already, under another of its names. */
export function sitesTwice(view: View, names: readonly string[]): readonly Problem[] {
  const keys = names.map((name) => siteKey(view, name));
  return names.flatMap((name, i) => {
    const first = keys.indexOf(keys[i] ?? '');
    if (first === i) return [];
    const said = `${name} is the site ${names[first]} by another name, as was seen on the server; it is changed once.`;
    return [
      problem({ path: [i], said, expected: 'each site once', example: names[first] ?? 'Redmond', weight: 'warn' }),
    ];
  });
}
