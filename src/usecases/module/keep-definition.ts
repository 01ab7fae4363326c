import { keepDefinition as insertDefinition } from '../../db/definition-store.ts';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import type { Unit } from '../unit.ts';

/** Keeps a definition that was read from its repository, so that versions and rounds can be pinned to it. */
export function keepDefinition({ tx, clock }: Pick<Unit, 'tx' | 'clock'>, definition: ModuleDefinition): void {
  insertDefinition(tx, definition, clock.now().toISOString());
}
