/** What a use case answers: a value, or a refusal that says why not. Faults are thrown, refusals are returned. */
export type Result<T, R> = { ok: true; value: T } | { ok: false; refusal: R };

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

export const refuse = <const R>(refusal: R): { ok: false; refusal: R } => ({ ok: false, refusal });
