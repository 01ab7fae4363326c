/** A process that does nothing but send: it gets orders from its parent and answers each with a report. */
import { carryOut } from './carry-out.ts';
import type { LoadOrder } from './shot.ts';

process.on('message', (order: LoadOrder) => {
  void carryOut(order).then((report) => process.send?.(report));
});
