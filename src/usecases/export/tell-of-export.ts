import { peopleWithRole } from '../../db/person-store.ts';
import type { ExportId, ModuleId, PersonId } from '../../domain/ids.ts';
import type { ExportNews } from '../../domain/letters.ts';
import { enqueueLetter } from '../letters/enqueue-letter.ts';
import type { Unit } from '../unit.ts';

interface Told {
  readonly id: ExportId;
  readonly module: ModuleId;
  readonly askedBy: PersonId;
}

/** Writes to everybody who may approve it, and to whoever asked: so they learn of it even when it was not them. */
export function tellThatExportWaits(unit: Pick<Unit, 'tx' | 'clock'>, { id, module, askedBy }: Told): void {
  const all = (['curator', 'admin'] as const).flatMap((role) => peopleWithRole(unit.tx, module, role));
  for (const personId of new Set(all.map((person) => person.id)))
    tell(unit, { id, module, personId, about: personId === askedBy ? 'asked' : 'waits' });
}

export function tellThatExportIsAnswered(unit: Pick<Unit, 'tx' | 'clock'>, { id, module, askedBy }: Told): void {
  tell(unit, { id, module, personId: askedBy, about: 'answered' });
}

function tell(
  unit: Pick<Unit, 'tx' | 'clock'>,
  { id, module, personId, about }: { id: ExportId; module: ModuleId; personId: PersonId; about: ExportNews },
): void {
  enqueueLetter(unit, { name: 'export_news', exportId: id, module, personId, about }, `${id}:${about}:${personId}`);
}
