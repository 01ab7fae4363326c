import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readConfig } from '../config/read-config.ts';
import { composeFrom } from '../main.ts';
import { Backstage } from '../rehearsal/backstage.ts';
import { FormUnfit } from '../rehearsal/filled-form.ts';
import { rehearse, type Step } from '../rehearsal/rehearse.ts';
import { RehearsalFailed } from '../rehearsal/stage-hands.ts';
import { cliText } from './cli-text.ts';
import { UsageError, type Command, type Terminal } from './command.ts';
import { moduleOf } from './module-of.ts';

const practice = z.object({ id: z.string(), answers: z.record(z.string(), z.unknown()) });

/** Walks one practice through the running service, and says where it stops. */
export const rehearseCommand: Command = {
  name: 'rehearse',
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { url: { type: 'string' }, module: { type: 'string' } },
    });
    const [file] = positionals;
    if (file === undefined) throw new UsageError(cliText('cli.rehearse_usage'));
    const config = readConfig();
    const service = composeFrom({ ...config, logLevel: 'error' });
    try {
      if (service.registry.all().length === 0) throw new UsageError(cliText('cli.rehearse_nothing'));
      const module = moduleOf(service, values.module);
      const { id, answers } = readPractice(file);
      const play = {
        address: values.url ?? config.baseUrl,
        module,
        answers,
        words: { letter: cliText('cli.rehearse_letter'), lifted: cliText('cli.rehearse_lifted') },
        done: reporter(io),
      };
      const publicId = await rehearse(play, new Backstage(service));
      io.say(cliText('cli.rehearse_ended', { practice: id, id: publicId }));
      return 0;
    } catch (error) {
      if (!(error instanceof RehearsalFailed || error instanceof FormUnfit || isUnreachable(error))) throw error;
      io.complain(cliText('cli.rehearse_failed', { why: error instanceof Error ? error.message : '' }));
      return 1;
    } finally {
      service.close();
    }
  },
};

/** `fetch` throws a TypeError where nobody listens. */
const isUnreachable = (error: unknown): boolean => error instanceof TypeError && error.message === 'fetch failed';

function readPractice(file: string): z.infer<typeof practice> {
  try {
    return practice.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new UsageError(cliText('cli.rehearse_unreadable', { file }));
  }
}

/** Says each step with the milliseconds it took. */
function reporter(io: Terminal): (step: Step, who: string) => void {
  let before = performance.now();
  return (step, who) => {
    const now = performance.now();
    const took = String(Math.round(now - before)).padStart(6);
    before = now;
    io.say(`${took} ms  ${cliText(`cli.step_${step}`, { who })}`);
  };
}
