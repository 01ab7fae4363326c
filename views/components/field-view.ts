import type { Phrase } from './phrase.tsx';

/** What stands beside a label. A field that must be filled carries no mark: most of them must. */
export type Mark = 'required' | 'optional' | 'before_review';

export interface OptionView {
  readonly value: string;
  readonly label: Phrase;
  readonly hint?: Phrase | undefined;
  readonly chosen: boolean;
}

/** Options under a heading, folded away until asked for; for long lists such as countries. */
export interface OptionGroupView {
  readonly label: Phrase;
  readonly options: readonly OptionView[];
}

/** Language and direction of what is typed, when it is not that of the page. */
export interface ContentLanguage {
  readonly lang?: string | undefined;
  readonly dir?: 'ltr' | 'rtl' | 'auto' | undefined;
}

export type LeafView =
  | ({
      readonly kind: 'text';
      readonly value: string;
      readonly input: 'text' | 'email' | 'url' | 'number';
      readonly maxLength?: number | undefined;
      /** HTML autocomplete; `off` where a shared computer must not remember. */
      readonly autocomplete?: string | undefined;
    } & ContentLanguage)
  | ({ readonly kind: 'textarea'; readonly value: string; readonly rows?: number | undefined } & ContentLanguage)
  | {
      readonly kind: 'radios';
      readonly options: readonly OptionView[];
      /** Short answers, side by side. */
      readonly row?: boolean | undefined;
    }
  | {
      readonly kind: 'checkboxes';
      readonly options: readonly OptionView[];
      readonly groups?: readonly OptionGroupView[] | undefined;
    }
  | {
      readonly kind: 'select';
      readonly options: readonly OptionView[];
      readonly groups?: readonly OptionGroupView[] | undefined;
    }
  | { readonly kind: 'month'; readonly value: string }
  | { readonly kind: 'date'; readonly value: string }
  | { readonly kind: 'yes_no'; readonly value: 'yes' | 'no' | '' }
  | { readonly kind: 'attest'; readonly chosen: boolean };

export interface EntryView {
  /** Without one, an entry of a repeat is numbered. */
  readonly label?: Phrase | undefined;
  readonly parts: readonly FieldView[];
}

export type BranchView =
  | { readonly kind: 'group'; readonly parts: readonly FieldView[] }
  | {
      readonly kind: 'repeat';
      /** The filled entries and one or two blank ones. */
      readonly entries: readonly EntryView[];
      /** The value of the `add` button; none when the list is full. */
      readonly add?: string | undefined;
    }
  | { readonly kind: 'matrix'; readonly rows: readonly EntryView[] };

export interface FieldFrame {
  /** Unique on the page; the error summary links to it. */
  readonly id: string;
  /** The dotted name that the form sends: `outcomes.0.before`. */
  readonly name: string;
  readonly label: Phrase;
  readonly hint?: Phrase | undefined;
  /** The limits in words, below the hint. */
  readonly limits?: Phrase | undefined;
  readonly mark: Mark;
  readonly error?: Phrase | undefined;
}

/** A form field ready to be shown, with what was typed. Whoever makes it has decided everything. */
export type FieldView = FieldFrame & (LeafView | BranchView);

export type FieldOf<K extends FieldView['kind']> = Extract<FieldView, { kind: K }>;
