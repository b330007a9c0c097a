import type { Product } from '../../model/index.ts';

/** Commands that print JSON, each in a format of its own. */
export const formats = ['list', 'status', 'plan', 'export', 'questions'] as const;
export type Format = (typeof formats)[number];

/** What there is a schema of. */
export const schemas = ['answers', ...formats] as const;
export type SchemaName = (typeof schemas)[number];

/** The version of the formats: rises when a property goes or changes its meaning. */
export const formatVersion = 1;

/** The products, in order; here too, since the command table is read without the facts about them. */
export const products = [
  'lync-2010',
  'lync-2013',
  'sfb-2015',
  'sfb-2019',
  'sfb-se',
] as const satisfies readonly Product[];
