import type { Form as AnyForm, Row } from '../../wizard/index.ts';
import type { Act } from '../session/scene.ts';
import type { Draft } from '../session/session.ts';

/** A line that can be answered, on a screen: accepting it may lead elsewhere. */
export type Form = AnyForm<Act>;

export function rowsOf(form: Form, draft: Draft | undefined): readonly Row[] {
  return draft?.rows ?? form.rows;
}
