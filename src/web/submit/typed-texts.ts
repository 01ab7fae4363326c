import type { Request } from 'express';
import { isWritten, typedFields } from '../problems/typed-fields.ts';
import { bodyOf } from './own-visit.ts';

/** The texts that a person typed into a form, to be given back. */
export const typedTexts = (req: Request): string[] =>
  typedFields(bodyOf(req))
    .filter(isWritten)
    .map(({ text }) => text);
