import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { examplesFolder } from '../cli/example-files.ts';
import type { Answers } from '../domain/module/form.ts';

const person = z.object({
  key: z.string(),
  name: z.string(),
  email: z.string(),
  roles: z.array(z.string()),
  organisation: z.string(),
  country: z.string(),
  languages: z.array(z.string()),
  topics: z.array(z.string()),
});

const request = z.object({
  field: z.string(),
  level: z.enum(['must', 'should']),
  editorial: z.boolean(),
  text: z.string(),
});

const words = z.record(z.string(), z.string());

const script = z.object({
  people: z.array(person),
  letters: z.object({ accept: words, revise: words, reject: words }),
  strengths: z.string(),
  comment: z.string(),
  requests: z.array(request),
  departure: z.string(),
  holdLifted: z.string(),
  takeDown: z.string(),
  note: z.string(),
});

/** Who plays in the demonstration and what they write. */
export type Script = z.infer<typeof script>;
export type ScriptPerson = Script['people'][number];

export const readScript = (): Script =>
  script.parse(JSON.parse(readFileSync(path.join(examplesFolder(), 'demonstration.json'), 'utf8')));

/** The answers of one of the example practices. */
export function practiceAnswers(id: string): Answers {
  const file = path.join(examplesFolder(), 'practices', `${id}.json`);
  return (JSON.parse(readFileSync(file, 'utf8')) as { answers: Answers }).answers;
}
