import { answerExportRow, findExport, toExport } from '../../db/export-store.ts';
import { appendHistory } from '../../db/history-store.ts';
import { exportStanding, readExportReason, type ExportAnswer } from '../../domain/export/export.ts';
import type { ExportId, ModuleId } from '../../domain/ids.ts';
import { actorName, type Actor } from '../../domain/people/actor.ts';
import { mayManagePeople } from '../../domain/people/permissions.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import type { Unit } from '../unit.ts';
import { tellThatExportIsAnswered } from './tell-of-export.ts';

export interface ExportAnswerInput {
  readonly module: ModuleId;
  readonly id: ExportId;
  readonly answer: ExportAnswer['kind'];
  /** Why it is refused; an approval needs none. */
  readonly reason: string;
}

/** A second person says whether the file may be made; never whoever asked. An answer is not taken back. */
export function answerExport(
  unit: Pick<Unit, 'tx' | 'clock'>,
  actor: Actor,
  { module, id, answer, reason: typed }: ExportAnswerInput,
): Result<ExportAnswer['kind'], Refusal> {
  const row = findExport(unit.tx, module, id);
  if (row === undefined || actor.kind !== 'staff' || !mayManagePeople(actor, module))
    return refuse({ kind: 'not_found' });
  if (row.askedBy === actor.personId) return refuse({ kind: 'not_permitted' });
  const now = unit.clock.now();
  if (exportStanding(toExport(row), now) !== 'waiting') return refuse({ kind: 'changed_meanwhile' });
  const reason = answer === 'refused' ? readExportReason(typed) : null;
  if (reason === undefined) return refuse({ kind: 'guard', guard: 'reason_too_short' });
  const at = now.toISOString();
  const answered = { answer, answeredBy: actor.personId, answeredAt: at, answerReason: reason };
  if (!answerExportRow(unit.tx, id, answered)) return refuse({ kind: 'changed_meanwhile' });
  tellThatExportIsAnswered(unit, row);
  appendHistory(unit.tx, { at, actor: actorName(actor), act: `export_${answer}`, object: id, body: { module } });
  return ok(answer);
}
