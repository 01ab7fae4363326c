declare const brand: unique symbol;

/** A string that only its maker may produce, so that two kinds of id are never confused. */
export type Branded<Name extends string> = string & { readonly [brand]: Name };

export type SubmissionId = Branded<'SubmissionId'>;
export type PersonId = Branded<'PersonId'>;
export type RoundId = Branded<'RoundId'>;
export type AssignmentId = Branded<'AssignmentId'>;
export type DecisionId = Branded<'DecisionId'>;
export type PublicationId = Branded<'PublicationId'>;
export type ExportId = Branded<'ExportId'>;
export type ModuleId = Branded<'ModuleId'>;
/** `P-` and five Crockford characters: the name of a practice everywhere outside the service. */
export type PublicId = Branded<'PublicId'>;
