import type { ReviewerCandidate } from '../../../db/queries/reviewer-candidates.ts';

/** As many as somebody reads through; everybody else is found by name. */
const MOST_SHOWN = 30;

/** Of all who could be asked, those who fit best and have this in their name or house, with whoever was picked before. */
export function shownCandidates(
  all: readonly ReviewerCandidate[],
  picked: readonly string[],
  name: string,
): { readonly shown: readonly ReviewerCandidate[]; readonly more: boolean } {
  const sought = folded(name);
  const found = all.filter(({ person }) => folded(`${person.name} ${person.organisation}`).includes(sought));
  const best = new Set(found.slice(0, MOST_SHOWN));
  return {
    shown: all.filter((candidate) => best.has(candidate) || picked.includes(candidate.person.id)),
    more: all.length > MOST_SHOWN,
  };
}

const folded = (text: string): string => text.trim().normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
