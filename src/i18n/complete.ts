import type { en } from './locales/en/index.ts';

type English = typeof en;

export type Feature = keyof English;

/** `<feature>.<key>`, for every message that English has. */
export type MessageKey = { [F in Feature]: `${F}.${keyof English[F] & string}` }[Feature];

/** What another language must bring: every feature, and every key in it. */
export type Complete = { [F in Feature]: { [K in keyof English[F]]: { message: string } } };
