/**
 * A function that keeps its answers, for what is asked again and again and dear to work out. Only for answers that
 * never change. Those that were not asked for while half as many others came are forgotten.
 *
 * Answers found again are not moved about: every question makes a text of its own as its key, and one that is put into
 * a map outlives the young garbage and fills the memory.
 *
 * @param most how many answers are kept
 */
export function remember<Asked extends readonly unknown[], Answer>(
  most: number,
  keyOf: (...asked: Asked) => string,
  answer: (...asked: Asked) => Answer,
): (...asked: Asked) => Answer {
  let newer = new Map<string, Answer>();
  let older = new Map<string, Answer>();
  return (...asked) => {
    const key = keyOf(...asked);
    const known = newer.get(key);
    if (known !== undefined) return known;
    if (newer.size >= most / 2) {
      older = newer;
      newer = new Map();
    }
    const found = older.get(key) ?? answer(...asked);
    newer.set(key, found);
    return found;
  };
}
