import type { Request } from 'express';
import { typedFields } from '../problems/typed-fields.ts';
import { bodyOf } from './own-visit.ts';

/** Names of what a form says about itself. */
const ours = new Set(['csrf', 'asked', 'seen', 'go', 'add', 'form_id', 'of', 'number', 'page_hash', 'code']);
/** Shorter ones are choices. */
const SHORTEST = 12;
/** So are those of one word without anything but what ids and codes are made of. */
const CODE = /^[\w-]*$/u;

/** The texts that a person typed into a form, to be given back. */
export const typedTexts = (req: Request): string[] =>
  typedFields(bodyOf(req))
    .filter(({ name, text }) => !ours.has(name) && text.trim().length >= SHORTEST && !CODE.test(text))
    .map(({ text }) => text);
