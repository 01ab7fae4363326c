/** Whether the long runs are wanted: `npm run test:long` sets it. */
const isLong = process.env['LONG'] === '1';

/** How often something is tried: in every run of the tests, and in a long one. */
export const times = (usual: number, long: number): number => (isLong ? long : usual);

/** What a run begins with: `FIELDSTONE_SEED` repeats the one that printed it; every other run is the same run. */
export const seedOf = (usual: number): number => Number(process.env['FIELDSTONE_SEED'] ?? usual);
