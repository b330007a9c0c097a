import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { shellModules } from '../../src/facts/index.ts';
import { buildEngine, realShell } from './engine/build.ts';
import type { Store } from './engine/stores.ts';

export { hasDotnet, realShell } from './engine/build.ts';
export * from './engine/stores.ts';

/** PowerShell's own parser and runtime, with stand-ins for the cmdlets its package lacks, and the fake server. */
export type Engine = {
  /** What the parser makes of a text; nothing is run. */
  parse(text: string): Promise<Digest>;
  /** Runs one script in a session of its own. Runs come one after the other. */
  run(options: RunOptions): Promise<RunResult>;
  stop(): Promise<void>;
};

/** A script's parse tree as far as tests ask. Lines count from 1. */
export type Digest = {
  errors: { message: string; line: number }[];
  /** In order of appearance; no name where only running tells it, as in `& $name`. */
  commands: {
    name: string | null;
    line: number;
    parameters: string[];
    /** The kinds of what stands there beside parameters: `ScriptBlockExpressionAst`. */
    arguments: string[];
    splatted: string[];
    text: string;
  }[];
  functions: { name: string; line: number }[];
  strings: { value: string; kind: 'SingleQuoted' | 'DoubleQuoted' | 'BareWord' | string; line: number }[];
  /** Double-quoted strings with something to expand. */
  expandable: { text: string; line: number }[];
  variables: string[];
  /** Types in brackets, attributes and casts included, as written. */
  types: Named[];
  /** Properties and methods; `type` is what stands before `::`, `args` their number, or null where nothing is called. */
  members: { name: string | null; type: string | null; args: number | null; line: number }[];
  /** By PowerShell's name: `-in` is `Iin`. */
  operators: Named[];
  /** Arguments of attributes without a value. */
  bareFlags: Named[];
  /** Streams that are redirected. */
  redirections: string[];
  /** Each kind of node of the tree that there is, where it first is. */
  nodes: Named[];
  /** Of the script itself, in order. */
  parameters: string[];
  /** The .SYNOPSIS of the comment-based help. */
  synopsis: string | null;
};

type Named = { name: string; line: number };

export type RunOptions = {
  /** A file runs as a person would run it ($PSScriptRoot is its folder); a text as typed. */
  script: { path: string } | { text: string };
  /** By parameter name; a switch takes true. */
  args?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  /** The current folder. */
  folder?: string;
  /** What the fake server holds before. */
  store?: Store;
  /** What the person answers to prompts, by key or label ('Y', 'Yes to All'); left out: nobody can be asked. */
  answers?: readonly string[];
  /** The changing call, counted from 1, that fails. */
  failAt?: number;
  /**
   * The process ends with this changing call, counted from 1, before it has taken effect or after: no catch and no
   * finally runs. `process`: the engine's own process is killed, too, once it has answered; start one apart.
   */
  endAt?: { call: number; made: boolean; process?: boolean };
  /** Where the script runs: an Edge Server answers with -LocalStore only (facts 12.18). Default: a Front End Server. */
  on?: 'front-end' | 'edge';
  /**
   * Groups of the account, as `CONTOSO\\Group`, which the server demands (facts 11.3); `told: false`: .NET cannot tell
   * them. Left out: everything is allowed, and .NET cannot tell.
   */
  account?: { groups: readonly string[]; told?: boolean };
  /**
   * By name of the replica: seconds for which it says that it is late, after the start and after each change, by a clock
   * that Start-Sleep moves.
   */
  late?: Readonly<Record<string, number | 'for-ever'>>;
  /**
   * Domain controllers, the PDC emulator first. All but the one that was written to are stale for the next `staleFor`
   * calls; without -DomainController the first is written to and the last is read.
   */
  domainControllers?: { names: readonly string[]; staleFor: number };
  /** Whether Get- throws for an identity that does not exist (the default) or returns nothing. */
  missingIsError?: boolean;
  /** False: Start-Transcript fails, as in the ISE of old. */
  canTranscribe?: boolean;
  /** Modules of server cmdlets that can be imported; by default that of the product. */
  installed?: readonly string[];
  /** Modules of server cmdlets that the session has imported before the script starts. */
  imported?: readonly string[];
  /** What Get-WinEvent finds, at moments of ISO 8601; left out: there is no such provider of events. */
  events?: readonly { provider: string; id: number; at: string }[];
  environment?: Readonly<Record<string, string>>;
  /** Get-Date's clock at the start, ISO 8601; Start-Sleep moves it and waits for nothing. Default: this machine's. */
  now?: string;
  /** Milliseconds after which the run is stopped; default 15,000. */
  limitMs?: number;
};

export type Stream = 'output' | 'error' | 'warning' | 'verbose' | 'debug' | 'host';

/** One call of a server cmdlet that did bind. */
export type ServerCall = {
  cmdlet: string;
  /** Parameters as bound: enums by name, identities as text, switches as true or false. */
  bound: Readonly<Record<string, unknown>>;
  /** A cmdlet that changes the server, but for -InMemory. */
  changes: boolean;
  /** declined: -WhatIf, or a person who said no; ended: the process, before the call took effect. */
  outcome: 'done' | 'declined' | 'failed' | 'ended';
  error: string | null;
};

/** An error as PowerShell records it; `line` is 0 where no line of the script made it. */
export type Failure = { message: string; id: string; line: number; trace: string };

export type RunResult = {
  /** 1 where an error ended the script, 137 where `endAt` did. */
  exitCode: number;
  /** Whether `endAt` ended it. */
  ended: boolean;
  terminated: Failure | null;
  /** Errors that did not end it, in order. */
  errors: Failure[];
  /** All streams, in the order in which they were written; `host` is Write-Host, and "What if:". */
  lines: { stream: Stream; text: string }[];
  questions: { caption: string; message: string; choices: string[]; answer: string | null }[];
  calls: ServerCall[];
  /** Milliseconds that the server took; the rest of the run's time is the script's own part. */
  serverMs: number;
  /** Seconds asked of Start-Sleep. */
  sleeps: number[];
  /** What Write-Progress showed; -1 where there is no percentage. */
  progress: { activity: string; status: string; percent: number; completed: boolean }[];
  /** Transcripts that were started and not stopped. */
  openTranscripts: string[];
  store: Store;
};

/**
 * Starts the engine, building it first where its sources have changed. `compiles`: PowerShell compiles what is called often,
 * beside the script, as it does for an administrator; scripts that are over soon take longer by it. Without it no script
 * can run another program, whose output would be read beside it, too.
 */
export async function startEngine({ compiles = false }: { compiles?: boolean } = {}): Promise<Engine> {
  const child = start(await buildEngine(), compiles);
  letGo(child);
  const ask = converse(child);
  return {
    parse: (text) => ask<Digest>({ op: 'parse', text }),
    run: ({ script, ...rest }) =>
      ask<RunResult>({ op: 'run', installed: [shellModules[rest.store?.product ?? 'lync-2013']], ...script, ...rest }),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.stdin.end();
      await gone;
    },
  };
}

let shared: Promise<Engine> | undefined;

/**
 * The engine of this worker: test files that run in it one after the other share what the engine has compiled. It ends
 * with the worker.
 */
export function sharedEngine(): Promise<Engine> {
  shared ??= startEngine();
  return shared;
}

/**
 * Pages that can be written to or run, never both, cost a tenth of the time, and guard nothing here; and garbage is
 * looked for four times as often unless there may be 96 MB of it.
 */
const speedily = { DOTNET_EnableWriteXorExecute: '0', DOTNET_GCgen0size: '0x6000000' };

function start(assembly: string, compiles: boolean): ChildProcessWithoutNullStreams {
  const shell = realShell();
  if (!shell) {
    const env = { ...process.env, ...speedily, ...(compiles ? {} : alone) };
    return spawn('dotnet', [assembly, table, ...(compiles ? [] : ['--alone'])], { env });
  }
  const [path, rows] = [assembly, table].map((name) => `'${name.replaceAll("'", "''")}'`);
  const load = `Add-Type -LiteralPath ${path}; [void][Skypefed.Engine.Program]::Main(@(${rows}, '--own-cmdlets'))`;
  return spawn(shell, ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', load]);
}

/** What the fake server is made from. */
const table = join(import.meta.dirname, '../../src/powershell/cmdlets.json');

/** One processor, so that the pool may have one thread; .NET puts off its own compiling ten times as long then, unless told. */
const alone = { DOTNET_PROCESSOR_COUNT: '1', DOTNET_TC_DelaySingleProcMultiplier: '1' };

/** An engine that nobody stopped keeps no test run alive: it ends when nothing can be asked of it any more. */
function letGo(child: ChildProcessWithoutNullStreams): void {
  child.unref();
  for (const pipe of [child.stdin, child.stdout, child.stderr]) if (pipe instanceof Socket) pipe.unref();
}

/** The lines of a run, of these streams or of all, as one text. */
export function textOf(result: RunResult, ...streams: Stream[]): string {
  const chosen = result.lines.filter(({ stream }) => streams.length === 0 || streams.includes(stream));
  return chosen.map(({ text }) => text).join('\n');
}

/** Calls of changing cmdlets, whatever came of them. */
export function changesOf(result: RunResult): ServerCall[] {
  return result.calls.filter(({ changes }) => changes);
}

type Waiting = { resolve(answer: unknown): void; reject(error: Error): void };

/** One line of JSON each way; an answer is matched to its question by id. */
function converse(child: ChildProcessWithoutNullStreams) {
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const ended = () => new Error(`the engine has ended\n${complaints}`);
  let hasEnded = false;
  // Not at its exit: what it answered last may still be on the way.
  child.on('close', () => {
    hasEnded = true;
    for (const { reject } of waiting.values()) reject(ended());
  });
  child.stdin.on('error', () => {
    // the close that follows tells whoever waits
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    const reply: { id: number; answer?: unknown; fault?: string } = JSON.parse(line);
    const question = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.fault === undefined) {
      question?.resolve(reply.answer);
    } else {
      question?.reject(new Error(reply.fault));
    }
  });
  return <T>(question: object): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      if (hasEnded) {
        reject(ended());
        return;
      }
      asked += 1;
      waiting.set(asked, { resolve: (answer) => resolve(answer as T), reject });
      child.stdin.write(`${JSON.stringify({ id: asked, ...question })}\n`);
    });
}
