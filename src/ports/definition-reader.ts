import type { ModuleId } from '../domain/ids.ts';
import type { DefinitionReading } from '../domain/module/mistakes.ts';
import type { ForgeFile } from './forge.ts';

/** Reads `module.yml` and its texts into a definition, or says what is wrong and on which line. */
export type DefinitionReader = (files: readonly ForgeFile[], module: ModuleId, commit: string) => DefinitionReading;
