import { domainToASCII } from 'node:url';
import type { LineKind, Result } from '../model/index.ts';
import { quoted, trimmedLine } from '../words/index.ts';
import { domainSchema, emailSchema, httpsSchema, userSchema } from './patterns.ts';
import { accept, refuse } from './result.ts';
import { readLine } from './text.ts';

/**
 * A DNS name of two labels or more, IDNA turned to LDH, lower case, 253 octets at most, without a final dot.
 * `what` names it in messages: "a SIP domain".
 */
export function domain(options: { expected: string; example: string }): LineKind<string> {
  const { expected, example } = options;
  return {
    form: 'line',
    expected,
    example,
    show: (value) => value,
    schema: () => domainSchema,
    parse(raw) {
      const line = readLine(raw, expected, example, 1024);
      if (!line.ok) return line;
      const ascii = toLdh(line.value);
      return typeof ascii === 'string' ? accept(ascii) : refuse(ascii.said, expected, example);
    },
  };
}

/** The LDH form of a DNS name, or what is wrong with it, as a sentence. */
function toLdh(typed: string): string | { said: string } {
  const said = (reason: string) => ({ said: `${quoted(typed)} ${reason}` });
  if (/[/\\:?#@]/.test(typed)) return said('holds more than a name: a name has no slash, colon or @.');
  if (typed.includes('*')) return said('is a wildcard, not one name.');
  if (!/^[\p{L}\p{M}\p{N}.\-\u3002]+$/u.test(typed)) return said('holds a character that no DNS name has.');
  if (/^[\d.]+$/.test(typed)) return said('is an address, not a name.');
  const ascii = domainToASCII(typed.toLowerCase()).toLowerCase();
  if (ascii === '') return said('cannot be turned into a DNS name.');
  if (ascii.length > 253) return said(`is ${ascii.length} octets long; a DNS name has 253 at most.`);
  const labels = ascii.split('.');
  if (labels.length < 2) return said('is one word; a full name has a dot.');
  if (labels.some((label) => label === '')) return said('has a dot too many.');
  // A hyphen at an end of what is not ASCII is well within the ASCII form, and no name of a domain either.
  const bad =
    labels.find((label) => label.length > 63 || !/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(label)) ??
    typed.split(/[.\u3002]/).find((label) => /^-|-$/.test(label));
  if (bad !== undefined) return said(`has a part that DNS does not take: ${quoted(bad)}.`);
  if (/^\d+$/.test(labels.at(-1) ?? '')) return said('is an address, not a name.');
  return ascii;
}

/** `local@domain`, at most 254 octets; the domain as `domain` reads it, the local part as typed. */
export function email(options: { expected: string; example: string }): LineKind<string> {
  const { expected, example } = options;
  return {
    form: 'line',
    expected,
    example,
    show: (value) => value,
    schema: () => emailSchema,
    parse: (raw) => readAddress(raw, expected, example),
  };
}

function readAddress(raw: unknown, expected: string, example: string): Result<string> {
  const line = readLine(raw, expected, example);
  if (!line.ok) return line;
  const at = line.value.lastIndexOf('@');
  const local = line.value.slice(0, at);
  if (at < 1)
    return refuse(`${quoted(line.value)} is no address: something stands on both sides of the @.`, expected, example);
  if (/[\s"<>,;:\\[\]*@]/.test(local) || /^\.|\.$|\.\./.test(local)) {
    return refuse(
      `${quoted(line.value)} holds a character that an address does not take before the @.`,
      expected,
      example,
    );
  }
  const host = toLdh(line.value.slice(at + 1));
  if (typeof host !== 'string') return refuse(host.said, expected, example);
  const value = `${local}@${host}`;
  if (new TextEncoder().encode(value).length > 254) {
    return refuse(`${quoted(value)} is longer than 254 octets.`, expected, example);
  }
  return accept(value);
}

/** The name a user is found by: SIP address (`sip:` is taken off) or UPN, never a display name, no `*`. */
export const userIdentity: LineKind<string> = {
  form: 'line',
  expected: 'a SIP address or UPN',
  example: 'ana@contoso.com',
  show: (value) => value,
  schema: () => userSchema,
  parse(raw) {
    const bare = typeof raw === 'string' ? trimmedLine(raw).replace(/^sip:/i, '') : raw;
    return readAddress(bare, this.expected, this.example);
  },
};

/** An https address without credentials, at most 256 characters. */
export const httpsAddress: LineKind<string> = {
  form: 'line',
  expected: 'an https address',
  example: 'https://images.edge.messenger.live.com/Messenger_16x16.png',
  show: (value) => value,
  schema: () => httpsSchema,
  parse(raw) {
    const line = readLine(raw, this.expected, this.example);
    if (!line.ok) return line;
    const no = (reason: string) => refuse<string>(`${quoted(line.value)} ${reason}`, this.expected, this.example);
    const url = URL.canParse(line.value) ? new URL(line.value) : undefined;
    if (url === undefined || /\s/.test(line.value)) return no('is no web address.');
    if (url.protocol !== 'https:') return no('does not begin with https://.');
    if (url.username !== '' || url.password !== '') return no('holds a user name or password.');
    return accept(url.href);
  },
};
