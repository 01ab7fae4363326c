import { findExport, noteDownload, toExport } from '../../db/export-store.ts';
import { appendHistory } from '../../db/history-store.ts';
import { exportStanding, type Export } from '../../domain/export/export.ts';
import type { ExportId, ModuleId } from '../../domain/ids.ts';
import { actorName, type Actor } from '../../domain/people/actor.ts';
import { mayCurate } from '../../domain/people/permissions.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import type { Unit } from '../unit.ts';

/**
 * Lets whoever asked take the file, and nobody else, for a day after it was approved. That it was taken is on the disk
 * before the first line of it leaves.
 */
export function takeExport(
  unit: Pick<Unit, 'tx' | 'clock'>,
  actor: Actor,
  { module, id }: { readonly module: ModuleId; readonly id: ExportId },
): Result<Export, Refusal> {
  const row = findExport(unit.tx, module, id);
  if (row === undefined || actor.kind !== 'staff') return refuse({ kind: 'not_found' });
  if (row.askedBy !== actor.personId || !mayCurate(actor, module)) return refuse({ kind: 'not_permitted' });
  const found = toExport(row);
  const now = unit.clock.now();
  if (exportStanding(found, now) !== 'ready') return refuse({ kind: 'changed_meanwhile' });
  const at = now.toISOString();
  if (!noteDownload(unit.tx, id, at)) return refuse({ kind: 'changed_meanwhile' });
  appendHistory(unit.tx, { at, actor: actorName(actor), act: 'export_downloaded', object: id, body: { module } });
  return ok(found);
}
