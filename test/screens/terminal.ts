import { EventEmitter } from 'node:events';
import { Terminal } from '@xterm/headless';

const deadline = 10_000;

/** Input as a terminal gives it: what Ink reads, in the chunks in which it was written. */
class Keyboard extends EventEmitter {
  isTTY = true;
  isRaw = false;
  #chunks: string[] = [];

  send(chunk: string): void {
    this.#chunks.push(chunk);
    this.emit('readable');
  }

  read(): string | null {
    return this.#chunks.shift() ?? null;
  }

  setRawMode(raw: boolean): this {
    this.isRaw = raw;
    return this;
  }

  setEncoding(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }
}

/** Output as a terminal takes it, drawn by a real emulator. */
class Screen extends EventEmitter {
  isTTY = true;
  columns: number;
  rows: number;
  written = '';
  readonly #emulator: Terminal;

  constructor(columns: number, rows: number, emulator: Terminal) {
    super();
    this.columns = columns;
    this.rows = rows;
    this.#emulator = emulator;
  }

  write(data: string, done?: unknown): boolean {
    this.written += data;
    // A terminal in raw mode still turns a line feed into a new line.
    this.#emulator.write(data.replace(/\r?\n/g, '\r\n'), typeof done === 'function' ? () => done() : undefined);
    return true;
  }
}

/** A terminal without a process behind it: what is on its screen, and how one types into it. */
export class FakeTerminal {
  readonly emulator: Terminal;
  readonly keyboard = new Keyboard();
  readonly screen: Screen;

  constructor(columns = 80, rows = 24) {
    this.emulator = new Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 200 });
    this.screen = new Screen(columns, rows, this.emulator);
  }

  get stdin(): NodeJS.ReadStream {
    return Object.assign(this.keyboard, {}) as never;
  }

  get stdout(): NodeJS.WriteStream {
    return Object.assign(this.screen, {}) as never;
  }

  type(...chunks: readonly string[]): void {
    for (const chunk of chunks) this.keyboard.send(chunk);
  }

  resize(columns: number, rows: number): void {
    this.emulator.resize(columns, rows);
    this.screen.columns = columns;
    this.screen.rows = rows;
    this.screen.emit('resize');
  }

  /** What a person sees, a line a row. */
  lines(): readonly string[] {
    const { buffer, rows } = this.emulator;
    return Array.from(
      { length: rows },
      (_, y) => buffer.active.getLine(buffer.active.viewportY + y)?.translateToString(true) ?? '',
    );
  }

  text(): string {
    return this.lines().join('\n');
  }

  /** Is the alternate screen shown? */
  get isAlternate(): boolean {
    return this.emulator.buffer.active.type === 'alternate';
  }

  get cursor(): { x: number; y: number } {
    const { cursorX, cursorY } = this.emulator.buffer.active;
    return { x: cursorX, y: cursorY };
  }

  /** Waits until the screen shows it; never for a time. */
  async until(shown: string | RegExp | (() => boolean)): Promise<string> {
    const isThere = () =>
      typeof shown === 'function'
        ? shown()
        : typeof shown === 'string'
          ? this.text().includes(shown)
          : shown.test(this.text());
    const end = Date.now() + deadline;
    while (!isThere()) {
      if (Date.now() > end) throw new Error(`Waited for ${String(shown)}, and the screen shows:\n${this.text()}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return this.text();
  }
}
