import type { ModuleId } from '../ids.ts';
import { cleanLine } from './clean-text.ts';

/** `update`: the page stands in the repository already. */
export type ChangeKind = 'publish' | 'update' | 'take_down';

/** What whoever merges is told about the decision. */
export interface ChangeFacts {
  readonly publicId: string;
  readonly module: ModuleId;
  readonly kind: ChangeKind;
  /** `<rubric>@<version>`. */
  readonly rubric: string | undefined;
  readonly evidence: string | undefined;
  readonly decidedDay: string;
  /** How many experts answered in the round that was decided. */
  readonly reviews: number;
}

/** Sentences for whoever merges, in their language, free of anything people wrote. */
export interface ChangeWords {
  readonly opening: string;
  readonly facts: readonly string[];
  readonly checklist: readonly string[];
}

export interface ChangeTextInput {
  readonly publicId: string;
  /** Of the publication: 1 for the first attempt to publish this practice. */
  readonly number: number;
  readonly contentKey: string;
  readonly kind: ChangeKind;
  readonly publicTitle: string;
  readonly words: ChangeWords;
}

export interface ChangeText {
  readonly branch: string;
  readonly title: string;
  readonly body: string;
  readonly message: string;
  readonly key: string;
}

const LONGEST_TITLE = 160;
const verbs = { publish: 'Add', update: 'Update', take_down: 'Remove' } as const;

/** The branch of a publication: a function of what it publishes, so that a repeated job finds its own work. */
export function branchOf(publicId: string, number: number): string {
  return `practice/${publicId}/p${String(number)}`;
}

/** The texts around a change. Only its title has words of a person, and none that a forge would act on. */
export function changeText(input: ChangeTextInput): ChangeText {
  const { publicId, number, words } = input;
  const key = `${publicId}/p${String(number)}/${input.contentKey}`;
  return {
    branch: branchOf(publicId, number),
    title: `Practice ${publicId}: ${changeTitle(input.publicTitle)}`,
    body: changeBody(words),
    message: `${verbs[input.kind]} practice ${publicId}\n\nPractice-Key: ${key}\n`,
    key,
  };
}

/** The text beside a change, in Markdown. */
export function changeBody({ opening, facts, checklist }: ChangeWords): string {
  const list = facts.map((fact) => `- ${fact}`).join('\n');
  const tasks = checklist.map((task) => `- [ ] ${task}`).join('\n');
  return `${[opening, list, tasks].filter((part) => part !== '').join('\n\n')}\n`;
}

/** A public title that mentions nobody, closes nothing and links to no other change. */
export function changeTitle(title: string): string {
  const bare = cleanLine(title).replace(/[@#[\]!\\<>*`_~|{}$/]/gu, ' ');
  const dull = bare
    .replace(/GH-(?=\d)/giu, 'GH ')
    .replace(/\bwww\./giu, 'www ')
    .replace(/\b(clos(?:e[sd]?|ing)|fix(?:e[sd])?|resolve[sd]?):/giu, '$1');
  return cleanLine(
    dull
      .slice(0, LONGEST_TITLE)
      .toWellFormed()
      .replace(/\uFFFD$/u, ''),
  );
}
