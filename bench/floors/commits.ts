/** Commits as fast as the disk allows for `SECONDS`; writes one JSON line about it. */
import { percentile } from '../load/percentile.ts';
import { openBareTable } from './bare-table.ts';

const insert = openBareTable(process.env['FOLDER'] ?? '.');
const text = 'x'.repeat(1100);
const times: number[] = [];
const before = process.cpuUsage();
const started = performance.now();
const until = started + Number(process.env['SECONDS']) * 1000;
for (let at = started; at < until;) {
  insert(text);
  const now = performance.now();
  times.push(now - at);
  at = now;
}
const { user, system } = process.cpuUsage(before);
const figures = {
  perSecond: times.length / ((performance.now() - started) / 1000),
  cpu: (user + system) / 1000 / times.length,
  p50: percentile(times, 50),
  p99: percentile(times, 99),
};
console.log(JSON.stringify(figures));
