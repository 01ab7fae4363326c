/** The middle one. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = 0, high = 0] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 0 ? (low + high) / 2 : high;
}

/**
 * How likely two samples of one distribution differ as much as these do (two-sample Kolmogorov–Smirnov, the limit for
 * large samples): near 0 when they can be told apart.
 */
export function sameSource(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [one, other].map((values) => [...values].sort((left, right) => left - right));
  if (a === undefined || b === undefined) return 1;
  let [i, j, widest] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const at = Math.min(a[i] ?? Infinity, b[j] ?? Infinity);
    while (i < a.length && (a[i] ?? Infinity) <= at) i += 1;
    while (j < b.length && (b[j] ?? Infinity) <= at) j += 1;
    widest = Math.max(widest, Math.abs(i / a.length - j / b.length));
  }
  const size = Math.sqrt((a.length * b.length) / (a.length + b.length));
  const lambda = (size + 0.12 + 0.11 / size) * widest;
  return lambda < 0.2 ? 1 : Math.min(1, Math.max(0, 2 * alternating(lambda)));
}

/** Σ (−1)^(k−1) e^(−2k²λ²) */
function alternating(lambda: number): number {
  let sum = 0;
  for (let k = 1; k <= 100; k += 1) sum += (k % 2 === 1 ? 1 : -1) * Math.exp(-2 * k * k * lambda * lambda);
  return sum;
}
