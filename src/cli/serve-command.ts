import { readConfig } from '../config/read-config.ts';
import type { Config } from '../config/config.ts';
import { startService, type RunningService } from '../main.ts';
import { printLinks } from '../demonstration/print-links.ts';
import { cliText } from './cli-text.ts';
import type { Command, Terminal } from './command.ts';

/** Serves until it is told to stop. With nothing configured it is a demonstration, and says how to get in. */
export const serveCommand: Command = {
  name: 'serve',
  run: async (_args, io) => {
    const config = readConfig();
    const running = await startService(config);
    await welcome(config, running, io);
    await stopSignal();
    io.say(cliText('cli.stopping'));
    await running.stop();
    return 0;
  },
};

async function welcome(config: Config, running: RunningService, io: Terminal): Promise<void> {
  if (config.mode === 'demonstration') {
    io.say(cliText('cli.demonstration', { address: running.address }));
    await printLinks(running.service, running.address, io);
  } else {
    io.say(cliText('cli.serving', { address: running.address }));
  }
}

/** The first signal ends it. Further ones, as of an impatient terminal, must not cut off what is still running. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      process.on(signal, () => {
        resolve();
      });
  });
}
