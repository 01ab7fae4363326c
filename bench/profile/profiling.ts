import { setTimeout as pause } from 'node:timers/promises';
import type { Watch } from '../serve-and-measure.ts';
import { freePort } from '../service/server-process.ts';
import { Inspector } from './inspector.ts';
import { summary } from './profile-summary.ts';

/** Lets the service tell, for each operation, in which functions its time went. Slows everything down. */
export async function profiling(): Promise<Watch> {
  const port = await freePort();
  return {
    flags: [`--inspect=127.0.0.1:${String(port)}`],
    around: async (_on, { id }, measure) => {
      const inspector = await Inspector.open(port);
      await inspector.ask('Profiler.enable');
      await inspector.ask('Profiler.setSamplingInterval', { interval: 250 });
      await inspector.ask('Profiler.start');
      const measured = await measure();
      const { profile } = (await inspector.ask('Profiler.stop')) as { profile: Parameters<typeof summary>[0] };
      inspector.close();
      await pause(0);
      console.log(`${id}\n${summary(profile)}\n`);
      return measured;
    },
  };
}
