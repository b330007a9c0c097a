import { Box, Text, useCursor, useInput, usePaste, useWindowSize } from 'ink';
import { type ReactNode, useSyncExternalStore } from 'react';
import { draw } from './draw.ts';
import type { Line } from './look/lines.ts';
import { attributesOf, type Look } from './look/theme.ts';
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
  return (
    <Box flexDirection="column">
      {frame.lines.map((one, y) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row of the screen is its number
        <Row key={y} line={one} look={look} />
      ))}
    </Box>
  );
}

function Row({ line, look }: { line: Line; look: Look }): ReactNode {
  return (
    <Text wrap="truncate-end">
      {line.length === 0
        ? ' '
        : line.map((part, x) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a part of a row is its place
            <Text key={x} {...attributesOf(part.role, look)}>
              {part.text}
            </Text>
          ))}
    </Text>
  );
}
