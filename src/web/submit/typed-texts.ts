import type { Request } from 'express';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import { isWritten, typedFields } from '../problems/typed-fields.ts';
import { bodyOf } from './own-visit.ts';

/** The texts that a person typed into a form, to be given back. */
export const typedTexts = (req: Request, definition?: ModuleDefinition): string[] =>
  typedFields(bodyOf(req))
    .filter((field) => isWritten(field, definition))
    .map(({ text }) => text);
