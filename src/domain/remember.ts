/**
 * A function that keeps its newest answers, for what is asked again and again and dear to work out. Only for answers
 * that never change. Those asked for longest ago are forgotten first.
 *
 * @param most how many answers are kept
 */
export function remember<Asked extends readonly unknown[], Answer>(
  most: number,
  keyOf: (...asked: Asked) => string,
  answer: (...asked: Asked) => Answer,
): (...asked: Asked) => Answer {
  const kept = new Map<string, Answer>();
  return (...asked) => {
    const key = keyOf(...asked);
    const known = kept.get(key) ?? answer(...asked);
    kept.delete(key);
    kept.set(key, known);
    const oldest = kept.size > most ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    return known;
  };
}
