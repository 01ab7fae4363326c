import { insertsInto } from './row-writes.ts';
import { notes } from './schema/index.ts';

export const insertNote = insertsInto(notes);
