/** The sign of the keyboard; there is one on every screen that asks something. */
const sign = '►';
/** Its ASCII twin, which a text may hold as well. */
const twin = /(?<=^ | {2})>(?= )/;

/** What stands behind the focus sign, without blanks; undefined where there is none. */
export function focusIn(lines: readonly string[]): string | undefined {
  const line = lines.find((one) => one.includes(sign)) ?? lines.find((one) => twin.test(one));
  const at = line?.includes(sign) ? line.indexOf(sign) : line?.search(twin);
  return line?.slice((at ?? 0) + 1).trim();
}

/** How often the sign stands on the screen. */
export function focusCount(lines: readonly string[]): number {
  return lines.join('\n').split(sign).length - 1;
}

/** Waits for a focus: something to be true of what stands behind the sign. */
export function onFocus(holds: (focus: string) => boolean): (lines: readonly string[]) => boolean {
  return (lines) => {
    const focus = focusIn(lines);
    return focus !== undefined && holds(focus);
  };
}

/** Waits for the keyboard to be on a line that begins with this. */
export function focusOn(start: string): (lines: readonly string[]) => boolean {
  return onFocus((focus) => focus.startsWith(start));
}
