import { ConfigError, startFailures } from './start-failures.ts';

/** A group is all there or not there at all; the names are set with `suffix` behind them. Throws `ConfigError`. */
export function isWhole<Name extends string>(
  set: Readonly<Partial<Record<Name, unknown>>>,
  names: readonly Name[],
  suffix = '',
): boolean {
  const missing = names.filter((name) => set[name] === undefined);
  if (missing.length === names.length) return false;
  if (missing.length === 0) return true;
  const there = names.filter((name) => set[name] !== undefined);
  const asSet = (some: readonly Name[]): string[] => some.map((name) => name + suffix);
  throw new ConfigError(startFailures.halfGroup(asSet(there), asSet(missing)));
}
