import type { AttributionMode } from '../safety/attribution.ts';
import type { PublicId } from '../ids.ts';
import type { ModuleDefinition } from '../module/definition.ts';
import type { Answers } from '../module/form.ts';
import type { EvidenceLevel } from '../module/rubric.ts';

export type PageStatus = 'current' | 'historic' | 'withdrawn';

/** Everything a page is made of, and nothing that must not be on it. */
export interface PageInput {
  readonly definition: ModuleDefinition;
  readonly publicId: PublicId;
  readonly kind: string;
  /** Of the content; also that of headings and labels where the module has them. */
  readonly language: string;
  /** Only what the form's visibility makes public, already rounded. */
  readonly answers: Answers;
  readonly attribution: { readonly mode: AttributionMode; readonly text: string };
  readonly evidence: EvidenceLevel;
  readonly review: {
    readonly rubric: string;
    readonly version: number;
    readonly reviews: number;
    /** Left out of the page while there are fewer than three reviews: with fewer a median is a raw score. */
    readonly medians: Readonly<Record<string, number>>;
    /** `YYYY-MM-DD` */
    readonly decidedOn: string;
  };
  /** `YYYY-MM-DD` */
  readonly addedOn: string;
  readonly licence: string;
  /** Version of the text by which publication was agreed to. */
  readonly consentVersion: string;
  readonly sections: readonly string[];
  readonly supersedes?: PublicId;
  /** The page was published before: what kind of contribution changes it, and the languages that this leaves behind. */
  readonly change?: { readonly by: string; readonly behind: readonly string[] };
  readonly status: PageStatus;
}

export interface PageFile {
  readonly path: string;
  readonly text: string;
}
