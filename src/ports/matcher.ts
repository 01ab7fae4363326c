import type { Matching } from '../domain/matching/matching.ts';
import type { MatchingQuestion, WaitingCase } from '../domain/matching/weigh-case.ts';

/** A waiting case as it lies in the database: its answers are the text of a JSON document. */
export interface CaseMaterial extends Omit<WaitingCase, 'answers' | 'sealed'> {
  readonly answers: string;
  readonly sealed: string;
}

/** Works out who should review which case. */
export interface Matcher {
  /**
   * Takes the cases a slice at a time and answers when it has seen all of them; whoever hands them over is free
   * between two slices and while it thinks. Never sends or writes anything. Throws `MatchingFailed`.
   */
  match(question: MatchingQuestion, slices: Iterable<readonly CaseMaterial[]>, signal: AbortSignal): Promise<Matching>;
}
