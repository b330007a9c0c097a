import { choice, date, records, requiredBeside, text } from '../kinds/index.ts';
import type { Choice, Column, JsonSchema, Problem, Result, Task, TaskState } from '../model/index.ts';
import { allTasks } from '../steps/index.ts';
import { taskStateWords } from '../words/index.ts';

/** The states, by what each is called. */
export const stateNames: readonly Choice<TaskState['state']>[] = (['todo', 'waiting', 'done', 'waived'] as const).map(
  (value) => ({ value, label: taskStateWords[value] }),
);

const results: readonly Choice<'worked' | 'failed'>[] = [
  { value: 'worked', label: 'worked' },
  { value: 'failed', label: 'failed' },
];

const column = (id: keyof TaskState, kind: Column['kind'], help: string, where?: TaskState['state']): Column => ({
  ...{ id, kind, help },
  label: id,
  required: id === 'state',
  ...(where ? { requiredWhere: { column: 'state', is: where } } : {}),
});

/** What the state of a task is made of. */
export const taskColumns: readonly Column[] = [
  column('state', choice(stateNames), 'Where the task stands.'),
  column('since', date, 'The day on which it began to wait.', 'waiting'),
  column('at', date, 'The day on which it was done.'),
  column('reason', text({ expected: 'a reason', example: 'done last year' }), 'Why it is not needed.', 'waived'),
  column('until', date, 'The day on which that ends.'),
  column('by', text({ expected: 'a name', example: 'Maria Anders' }), 'Who did it.'),
  column('result', choice(results), 'What a test showed; one that is done needs it.'),
];

const oneState = records<TaskState>({
  noun: 'task',
  max: 1,
  columns: taskColumns,
  show: () => '',
});

/** Reads where a task stands, as an answers file says it; what a state demands is judged with the task. */
export function readTaskState(raw: unknown): Result<TaskState> {
  const read = oneState.parse([raw]);
  if (!read.ok) return { ok: false, problems: read.problems.map((p): Problem => ({ ...p, path: p.path.slice(1) })) };
  const [value] = read.value;
  return value ? { ok: true, value } : { ok: false, problems: [] };
}

/** What an answers file may state of a task; a test that is done needs a result. */
export function taskSchema({ test = false }: Pick<Task, 'test'>): JsonSchema {
  const { allOf = [], ...state } = oneState.schema().items ?? {};
  const result = test ? [requiredBeside('result', { column: 'state', is: 'done' })] : [];
  return { ...state, allOf: [...allOf, ...result] };
}

/** The id of a task under a person: what stands after the dot. */
export function shortId(task: Pick<Task, 'id'>): string {
  return task.id.slice(task.id.indexOf('.') + 1);
}

/** Tasks that can stand under a person, by that short id. */
export const tasksOfPeople: ReadonlyMap<string, Task> = new Map(
  allTasks.filter((task) => task.per !== 'rollout').map((task) => [shortId(task), task]),
);
