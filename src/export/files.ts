import type { Moment, Paper, Rollout, Surroundings, View } from '../model/index.ts';
import { planOf } from '../plan/index.ts';
import { applyScript, discoverScript, rollbackScript, verifyScript } from '../powershell/index.ts';
import { handouts, printMarkdown, runbook } from '../runbook/index.ts';
import { viewOf } from '../state/index.ts';
import { deployment, steps } from '../steps/index.ts';
import { localDay, md } from '../words/index.ts';
import { digestOf } from './manifest.ts';

/** A file of an export: its path below the folder, with slashes, and its whole text, written as UTF-8. */
export type ExportFile = { path: string; text: string };

/**
 * All that is written for a rollout with which nothing is wrong (`judge` says so), in the order in which it is read; the
 * manifest, which lists the others, comes last. The same rollout at the same moment gives the same bytes.
 */
export function exportFiles(rollout: Rollout, around: Surroundings): readonly ExportFile[] {
  const written = around.now();
  const { offset, version } = around;
  const view = viewOf(rollout, localDay(written, offset));
  const files: readonly ExportFile[] = [
    { path: 'runbook.md', text: runbook({ rollout, written, offset, version }) },
    ...papers(view),
    ...scripts(rollout, { view, written, version }),
    ...handouts(view),
    { path: 'rollout.json', text: pretty(rollout) },
  ];
  return [...files, { path: 'manifest.json', text: manifest(files, written, version) }];
}

function papers(view: View): readonly ExportFile[] {
  const all = steps.flatMap((step): readonly Paper[] => step.papers?.(view) ?? []);
  return all.map(({ path, title, body }) => ({
    path,
    text: printMarkdown({ title: md`${title}`.markdown, head: body, sections: [] }),
  }));
}

function scripts(rollout: Rollout, at: { view: View; written: Moment; version: string }): readonly ExportFile[] {
  const organisation = at.view.get(deployment.organisation) ?? rollout.id;
  const options = { ...at, rolloutId: rollout.id, organisation };
  const changes = planOf(at.view);
  const digest = (text: string) => digestOf(Buffer.from(text));
  const apply = applyScript({ ...options, changes, digest });
  return [
    { path: 'scripts/1-discover.ps1', text: discoverScript({ ...options, digest }) },
    { path: 'scripts/2-apply.ps1', text: apply.text },
    ...apply.lists.map(({ name, text }) => ({ path: `scripts/${name}`, text })),
    { path: 'scripts/3-verify.ps1', text: verifyScript({ ...options, changes, digest }) },
    { path: 'scripts/4-rollback.ps1', text: rollbackScript(options) },
  ];
}

function manifest(files: readonly ExportFile[], written: Moment, version: string): string {
  return pretty({
    format: 'skypefed-export',
    version: 1,
    program: `skypefed ${version}`,
    written,
    files: files.map(({ path, text }) => {
      const bytes = Buffer.from(text);
      return { path, bytes: bytes.length, sha256: digestOf(bytes) };
    }),
  });
}

function pretty(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
