/** The sign of the keyboard; there is one on every screen that asks something. */
const sign = '►';

/** What stands behind the focus sign, without blanks; undefined where there is none. */
export function focusIn(lines: readonly string[]): string | undefined {
  const line = lines.find((one) => one.includes(sign));
  return line?.slice(line.indexOf(sign) + sign.length).trim();
}

/** The column of the focus sign, 0-based; -1 where there is none. */
export function focusColumn(lines: readonly string[]): number {
  return lines.find((one) => one.includes(sign))?.indexOf(sign) ?? -1;
}

/** How often a sign stands on the screen. */
export function focusCount(lines: readonly string[]): number {
  return lines.join('').split(sign).length - 1;
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
