/** A rollout as it stood in a file, people among it, before anything is known of it but that it is an object. */
export type RawRollout = Readonly<Record<string, unknown>>;

/** Turns a rollout of one version into one of the next; pure. */
export type Migration = (raw: RawRollout) => RawRollout;

/** The first leads from version 1 to 2, and so on. */
const migrations: readonly Migration[] = [];

export type Migrated =
  | { state: 'current'; raw: RawRollout }
  | { state: 'newer'; version: number }
  | { state: 'unknown'; said: string };

/** Brings a rollout to the version of this program; one of a later version is left alone. */
export function migrate(raw: RawRollout, path: readonly Migration[] = migrations): Migrated {
  const { format, schemaVersion } = raw;
  const current = path.length + 1;
  if (format !== 'skypefed-rollout') return { state: 'unknown', said: 'It is not marked as a rollout of skypefed' };
  if (typeof schemaVersion !== 'number' || !Number.isInteger(schemaVersion) || schemaVersion < 1) {
    return { state: 'unknown', said: 'Its schemaVersion is not a version' };
  }
  if (schemaVersion > current) return { state: 'newer', version: schemaVersion };
  const moved = path
    .slice(schemaVersion - 1)
    .reduce<RawRollout>((old, step, i) => ({ ...step(old), schemaVersion: schemaVersion + i + 1 }), raw);
  return { state: 'current', raw: moved };
}
