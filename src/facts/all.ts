import type { Fact, Source } from '../model/index.ts';
import * as accessPolicy from './access-policy.ts';
import * as accounts from './accounts.ts';
import * as clientPolicy from './client-policy.ts';
import * as contacts from './contacts.ts';
import * as corrections from './corrections.ts';
import * as edge from './edge.ts';
import * as lifecycle from './lifecycle.ts';
import * as provider from './provider.ts';
import * as registration from './registration.ts';
import * as reports from './reports.ts';
import * as server from './server.ts';
import * as sources from './sources.ts';

const areas: readonly Readonly<Record<string, Fact>>[] = [
  lifecycle,
  edge,
  registration,
  accessPolicy,
  provider,
  clientPolicy,
  accounts,
  contacts,
  server,
  corrections,
];

/** Every fact, area by area in the order of the procedure. */
export const allFacts: readonly Fact[] = areas.flatMap((area) => Object.values(area));

/** Every source: Microsoft's documents, then other voices. */
export const allSources: readonly Source[] = [...Object.values(sources), ...Object.values(reports)];

const facts = new Map(allFacts.map((fact) => [fact.id, fact]));
const sourcesById = new Map(allSources.map((source) => [source.id, source]));

/** The fact that `[^id]` cites. Throws where there is none: a citation was misspelt. */
export function factById(id: string): Fact {
  const fact = facts.get(id);
  if (!fact) throw new Error(`There is no fact ${id}.`);
  return fact;
}

/** The source that `[^@id]` cites. Throws where there is none. */
export function sourceById(id: string): Source {
  const source = sourcesById.get(id);
  if (!source) throw new Error(`There is no source ${id}.`);
  return source;
}
