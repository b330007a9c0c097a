/**
 * A pure function that keeps what it last made of an object, as long as the object lives. What it is given besides is
 * compared by identity. Rollouts and views never change, so nobody can tell but by the clock.
 */
export function remembered<Of extends object, With extends readonly unknown[], Made>(
  make: (of: Of, ...given: With) => Made,
): (of: Of, ...given: With) => Made {
  const known = new WeakMap<Of, { given: With; made: Made }>();
  return (of, ...given) => {
    const last = known.get(of);
    if (last && last.given.length === given.length && given.every((one, i) => one === last.given[i])) return last.made;
    const made = make(of, ...given);
    known.set(of, { given, made });
    return made;
  };
}
