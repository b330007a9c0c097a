import { numberCitations } from '../facts/index.ts';
import { contacts } from '../steps/index.ts';
import { blank, indented, type Line, line, span } from './look/lines.ts';
import { markdownLines } from './look/markdown.ts';
import { formBlock } from './parts/form-block.ts';
import { type Picture, type Stage, stacked } from './parts/stage.ts';
import { windowedBlock } from './parts/window.ts';

/** One person: what is known, what to type in the client, and how far it came. */
export function personPicture(stage: Stage): Picture {
  const { scene, rows } = stage;
  const width = Math.min(stage.width - 2, 78);
  const inner = { ...stage, width };
  const [about, ...tasks] = scene.items;
  if (about?.of !== 'form' || !scene.view) return { lines: [] };
  const { view } = scene;
  const person = about.person;
  const labels = [
    ...about.form.cells({}).map((cell) => cell.label.length),
    ...tasks.map((item) => item.label.length + 4),
  ];
  const labelWidth = Math.min(30, Math.max(...labels));
  const title = line('  ', span('strong', person?.name ?? 'A new person'));
  const address = person ? markdownLines(numberCitations().resolve(contacts.addressText(person, view)), width - 4) : [];
  const below: readonly Line[] = person ? [blank, ...indented(address, 2), blank] : [];
  const body = stacked([
    formBlock(about, inner, labelWidth),
    { lines: below },
    ...tasks.flatMap((item) => (item.of === 'form' ? [formBlock(item, inner, labelWidth)] : [])),
  ]);
  return stacked([{ lines: [title, blank] }, windowedBlock(body, rows - 2)]);
}
