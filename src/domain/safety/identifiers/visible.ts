/** Signs without width, soft hyphens and marks of direction: they split a number for a machine and not for a reader. */
const INVISIBLE = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/gu;

/** A text without what nobody sees, and where each place of it stands in the text that was given. */
interface Visible {
  readonly text: string;
  /** Offset in the given text of the unit at `at`; of an end, give the last unit and add one. */
  readonly placeOf: (at: number) => number;
}

export function visible(given: string): Visible {
  const gone = Array.from(given.matchAll(INVISIBLE), ({ index }) => index);
  if (gone.length === 0) return { text: given, placeOf: (at) => at };
  const places: number[] = [];
  let next = 0;
  for (let at = 0; at < given.length; at += 1) {
    if (gone[next] === at) next += 1;
    else places.push(at);
  }
  return { text: given.replace(INVISIBLE, ''), placeOf: (at) => places[at] ?? given.length };
}
