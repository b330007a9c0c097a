import { Text, useCursor, useInput, usePaste, useWindowSize } from 'ink';
import { type ReactNode, useSyncExternalStore } from 'react';
import { draw } from './draw.ts';
import { type Look, runsOf } from './look/theme.ts';
import type { Store } from './store.ts';
import { keysOf } from './text/input.ts';

/** The whole wizard: hands every key to the store and prints what the session looks like. */
export function Root({ store, look }: { store: Store; look: Look }): ReactNode {
  const { columns, rows } = useWindowSize();
  const session = useSyncExternalStore(store.subscribe, store.session);
  const { setCursorPosition } = useCursor();
  useInput((input, flags) => {
    for (const key of keysOf(input, flags)) store.press(key);
  });
  usePaste((text) => store.press({ key: 'paste', text }));
  const frame = draw(session, { ...store.moments(), size: { columns, rows } }, look);
  setCursorPosition(frame.cursor);
  // One text, since Ink lays out and measures each by itself, and that takes longer than drawing.
  return (
    <Text wrap="truncate-end">
      {runsOf(frame.lines, look).map(({ text, attributes }, i) =>
        attributes ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a run is its place on the screen
          <Text key={i} {...attributes}>
            {text}
          </Text>
        ) : (
          text
        ),
      )}
    </Text>
  );
}
