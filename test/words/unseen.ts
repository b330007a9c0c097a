import fc from 'fast-check';

/** Characters that nobody sees or that steer a terminal, of every sort. */
export const unseen = fc.oneof(
  fc.constantFrom('\t', '\n', '\r\n', '\u0085', '\u2028', '\u001b', '\u009b', '\u0007', '\u00ad', '\u061c', '\u180e'),
  fc.constantFrom(
    '\u200b',
    '\u200c',
    '\u200d',
    '\u200e',
    '\u202e',
    '\u2060',
    '\u2066',
    '\u3164',
    '\ufeff',
    '\u{e0041}',
  ),
  fc.constantFrom('\ud83d', '\ufff9', '\u115f', '\uffa0', '\u{1d173}'),
  fc.integer({ min: 0, max: 0x1f }).map((code) => String.fromCharCode(code)),
  fc.integer({ min: 0x7f, max: 0x9f }).map((code) => String.fromCharCode(code)),
);
