import type { ModuleDefinition } from '../module/definition.ts';
import type { Answers } from '../module/form.ts';
import { writtenForReaders } from '../safety/answer-findings.ts';

/** Careful reading, often in a second language. */
const WORDS_A_MINUTE = 120;
/** Seventeen questions with their reasons. */
const MINUTES_TO_JUDGE = 40;

/** Words of prose that a reviewer reads. */
export const wordsToRead = (definition: ModuleDefinition, answers: Answers): number =>
  writtenForReaders(definition, answers).reduce((sum, [, text]) => sum + countWords(text), 0);

const countWords = (text: string): number => text.split(/\s+/u).filter((word) => word !== '').length;

/** Hours that a review takes, in halves; never less than one. */
export const hoursToReview = (words: number): number =>
  Math.max(1, Math.round((words / WORDS_A_MINUTE + MINUTES_TO_JUDGE) / 30) / 2);
