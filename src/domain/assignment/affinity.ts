import type { PersonId } from '../ids.ts';
import type { Policy } from '../module/definition.ts';
import { hasRoom, type Load } from './alternates.ts';

/** What is compared; the ids are those of the module's form. */
export interface Interests {
  readonly topics: readonly string[];
  readonly languages: readonly string[];
  readonly regions: readonly string[];
  /** Kinds of security institution. */
  readonly kinds: readonly string[];
}

export interface Candidate extends Interests {
  readonly personId: PersonId;
  readonly load: Load;
}

/** Each part in whole percent, so that the picker can say why somebody stands where they stand. */
export interface Affinity {
  readonly personId: PersonId;
  readonly topics: number;
  readonly languages: number;
  readonly regions: number;
  readonly kinds: number;
  /** 100 with an empty desk, 0 with no room left. */
  readonly room: number;
  /** The product of all parts. */
  readonly total: number;
}

/** A part in which nothing fits still counts a little, but for language: who cannot read it cannot review it. */
const NOTHING_FITS = 20;
/** Nothing said about a part, by the case or by the person: neither for nor against. */
const NOT_SAID = 50;

/** topics × languages × regions × kinds, less load. Source: matching. Deterministic, in whole percent. */
export function affinityOf(
  wanted: Interests,
  candidate: Candidate,
  policy: Pick<Policy, 'reviewerOpenLimit'>,
): Affinity {
  const parts = {
    topics: fit(wanted.topics, candidate.topics, NOTHING_FITS),
    languages: fit(wanted.languages, candidate.languages, 0),
    regions: fit(wanted.regions, candidate.regions, NOTHING_FITS),
    kinds: fit(wanted.kinds, candidate.kinds, NOTHING_FITS),
    room: roomOf(candidate.load, policy),
  };
  const product = Object.values(parts).reduce((left, right) => left * right, 1);
  return { personId: candidate.personId, ...parts, total: Math.floor(product / 100 ** 4) };
}

/** The share of what is wanted that the person has, spread over what lies above the least. */
function fit(wanted: readonly string[], has: readonly string[], least: number): number {
  if (wanted.length === 0 || has.length === 0) return NOT_SAID;
  const asked = [...new Set(wanted)];
  const common = asked.filter((one) => has.includes(one)).length;
  return least + Math.floor(((100 - least) * common) / asked.length);
}

const roomOf = (load: Load, policy: Pick<Policy, 'reviewerOpenLimit'>): number =>
  hasRoom(load, policy) ? 100 - Math.floor((100 * load.open) / policy.reviewerOpenLimit) : 0;

/** Best first; equal ones by their id, so that the order is always the same. */
export const byAffinity = (left: Affinity, right: Affinity): number =>
  right.total - left.total || (left.personId < right.personId ? -1 : 1);
