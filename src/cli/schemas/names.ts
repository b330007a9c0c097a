/** Commands that print JSON, each in a format of its own. */
export const formats = ['list', 'status', 'plan', 'export', 'questions'] as const;
export type Format = (typeof formats)[number];

/** What there is a schema of. */
export const schemas = ['answers', ...formats] as const;
export type SchemaName = (typeof schemas)[number];

/** The version of the formats: rises when a property goes or changes its meaning. */
export const formatVersion = 1;
