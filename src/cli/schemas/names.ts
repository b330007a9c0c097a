/** Commands that print JSON, each in a format of its own. */
export const formats = ['list', 'status', 'plan', 'export'] as const;
export type Format = (typeof formats)[number];

/** The version of the formats: rises when a property goes or changes its meaning. */
export const formatVersion = 1;
