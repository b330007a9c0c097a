import { deployment } from '../../steps/index.ts';
import { type Accepted, fileHelp, folderHelp, textOf } from '../../wizard/index.ts';
import { trimmedLine, unseenSaid } from '../../words/index.ts';
import type { Form } from '../forms/form.ts';
import { action } from './lists.ts';
import type { Act, Scene } from './scene.ts';
import type { Moments, Place, Session } from './session.ts';

/** A line of text that stands for itself, with what is done with it when it is accepted. */
function nameForm(
  options: Pick<Form, 'id' | 'label' | 'help'> & {
    text?: string;
    expected: string;
    example: string;
    accept(typed: string): Accepted<Act>;
  },
): Form {
  const { id, label, help, expected, example, text = '' } = options;
  const cell = { id: 'value', label, help, required: true, input: 'text', example } as const;
  return {
    ...{ id, label, help, why: [], problems: [] },
    rows: [{ value: text }],
    origin: text === '' ? 'none' : 'yours',
    required: true,
    acts: true,
    shown: text,
    cells: () => [cell],
    accept: (rows) => {
      const typed = trimmedLine(textOf(rows[0], 'value'));
      const said = typed === '' ? 'Nothing is there.' : unseenSaid(typed);
      if (said !== undefined) return { problems: [{ path: [], said, expected, example, weight: 'stop' }] };
      return options.accept(typed);
    },
  };
}

/** A rollout begins with its name, which is asked as the field that keeps it. */
export function newScene(): Scene {
  const field = deployment.organisation;
  const form = nameForm({
    id: 'new',
    label: field.label,
    help: `${field.question} ${field.help}`,
    expected: field.kind.expected,
    example: field.kind.example,
    accept: (typed) => {
      const read = field.kind.parse(typed);
      if (!read.ok) return { problems: read.problems };
      const effect = { do: 'create', organisation: String(read.value) } as const;
      return { act: { do: 'effect', effect }, problems: [] };
    },
  });
  return { items: [{ of: 'form', id: 'new', label: form.label, form, field }, action('back', 'Back', { do: 'home' })] };
}

/** A file is named that somebody hands over. */
export function importScene(): Scene {
  const form = nameForm({
    id: 'import',
    label: 'File',
    help: fileHelp,
    expected: 'the path of a file',
    example: 'answers.json',
    accept: (typed) => {
      return { act: { do: 'effect', effect: { do: 'import', path: unquoted(typed) } }, problems: [] };
    },
  });
  return { items: [{ of: 'form', id: 'import', label: form.label, form }, action('back', 'Back', { do: 'home' })] };
}

/** A path as a shell or a file manager copies it: without the quotes around it. */
function unquoted(path: string): string {
  return (
    /^"(.*)"$|^'(.*)'$/
      .exec(path)
      ?.slice(1)
      .find((part) => part !== undefined) ?? path
  );
}

/** Its name is typed before a rollout is removed. */
export function removeScene(place: Extract<Place, { at: 'remove' }>): Scene {
  const expected = 'the name as it stands here';
  const form = nameForm({
    id: `remove/${place.id}`,
    label: 'Name, to remove it',
    help: `Type ${place.organisation} to remove it from this list; its folder is set aside, not deleted.`,
    expected,
    example: place.organisation,
    accept: (typed) => {
      if (typed === place.organisation)
        return { act: { do: 'effect', effect: { do: 'remove', id: place.id } }, problems: [] };
      const said = 'That is another name.';
      return { problems: [{ path: [], said, expected, example: place.organisation, weight: 'stop' }] };
    },
  });
  return {
    items: [
      action('back', 'Back: nothing is removed', { do: 'home' }),
      { of: 'form', id: form.id, label: form.label, form },
    ],
  };
}

/** Where the folder of an export is typed. */
export const folderLine = 'export/folder';

/** The folder of an export, and what can be done there. */
export function exportScene(session: Session, stops: number, m: Moments): Scene {
  if (stops > 0) {
    return {
      items: [action('mend', 'Mend it', { do: 'jump', to: { at: 'review' } }), action('back', 'Back', { do: 'back' })],
    };
  }
  const { folder, result } = session.exporting;
  if (result?.state === 'written') {
    return {
      items: [action('back', 'Back', { do: 'back' }), action('again', 'Write to another folder', { do: 'ask-folder' })],
    };
  }
  const form = nameForm({
    id: folderLine,
    label: 'Export to',
    help: folderHelp,
    example: 'contoso',
    text: folder,
    expected: 'a folder',
    accept: (typed) => ({ act: { do: 'folder', folder: m.located(typed) }, problems: [] }),
  });
  return {
    items: [
      { of: 'form', id: form.id, label: form.label, form },
      // What was typed and is no folder is not passed over in favour of the one before.
      action(
        'write',
        'Write',
        session.drafts[folderLine] ? { do: 'ask-folder' } : { do: 'effect', effect: { do: 'export', folder } },
      ),
      action('back', 'Back', { do: 'back' }),
    ],
    start: 'write',
  };
}
