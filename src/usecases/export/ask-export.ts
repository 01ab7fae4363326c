import { insertExport, lastAskedBy } from '../../db/export-store.ts';
import { appendHistory } from '../../db/history-store.ts';
import {
  mayAskNow,
  readExportReason,
  type ExportFormat,
  type ExportProblem,
  type ExportScope,
} from '../../domain/export/export.ts';
import type { ExportId, ModuleId } from '../../domain/ids.ts';
import { actorName, type Actor } from '../../domain/people/actor.ts';
import { mayCurate } from '../../domain/people/permissions.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import type { Unit } from '../unit.ts';
import { tellThatExportWaits } from './tell-of-export.ts';

export interface ExportWish {
  readonly module: ModuleId;
  readonly scope: ExportScope;
  readonly format: ExportFormat;
  readonly reason: string;
}

/** Why a question was not taken; the form says it. */
export interface ExportNotAsked {
  readonly kind: 'export_not_asked';
  readonly problem: Exclude<ExportProblem, 'choice_missing'>;
}

const ID_LENGTH = 8;

/**
 * A curator asks for a file of all cases. Nothing is in it yet: somebody else must approve first, so that who comes by
 * one session has not come by all cases. Once a day and person.
 */
export function askExport(
  unit: Pick<Unit, 'tx' | 'clock' | 'random'>,
  actor: Actor,
  { module, scope, format, reason: typed }: ExportWish,
): Result<ExportId, Refusal | ExportNotAsked> {
  if (actor.kind !== 'staff' || !mayCurate(actor, module)) return refuse({ kind: 'not_permitted' });
  const now = unit.clock.now();
  const reason = readExportReason(typed);
  if (reason === undefined) return refuse({ kind: 'export_not_asked', problem: 'reason_too_short' });
  const may = mayAskNow(lastAskedBy(unit.tx, actor.personId), now);
  if (!may.ok) return refuse({ kind: 'export_not_asked', problem: may.refusal });
  const id = `X-${unit.random.crockford(ID_LENGTH)}` as ExportId;
  const at = now.toISOString();
  insertExport(unit.tx, { id, module, scope, format, reason, askedBy: actor.personId, askedAt: at });
  tellThatExportWaits(unit, { id, module, askedBy: actor.personId });
  const body = { module, scope, format };
  appendHistory(unit.tx, { at, actor: actorName(actor), act: 'export_asked', object: id, body });
  return ok(id);
}
