import { examineMail, examineRepository } from '../compose.ts';
import type { Config, ContentRepository } from '../config/config.ts';
import { readConfig } from '../config/read-config.ts';
import { cliText } from './cli-text.ts';
import type { Command } from './command.ts';

const PATIENCE_MS = 60_000;

/** One partner of the service: its name, and what is wrong with it, a sentence each. */
interface Patient {
  readonly name: string;
  examine(signal: AbortSignal): Promise<readonly string[]>;
}

/** Asks every partner whether the service may do there what it must. Writes nothing and sends nothing. */
export const doctorCommand: Command = {
  name: 'doctor',
  run: async (_args, io) => {
    let ill = 0;
    for (const patient of patientsOf(readConfig())) {
      const sentences = await patient.examine(AbortSignal.timeout(PATIENCE_MS));
      for (const sentence of sentences) io.complain(sentence);
      if (sentences.length === 0) io.say(cliText('cli.doctor_well', { name: patient.name }));
      else ill += 1;
    }
    return ill === 0 ? 0 : 1;
  },
};

function patientsOf(config: Config): readonly Patient[] {
  const repositories = config.repositories.map((part): Patient => {
    const name = nameOf(part);
    return {
      name,
      examine: async (signal) =>
        (await examineRepository(part, signal)).map(({ kind, words }) =>
          cliText(`cli.doctor_${kind}`, { name, words }),
        ),
    };
  });
  return [...repositories, mailPatient(config)];
}

const nameOf = (one: ContentRepository): string =>
  one.kind === 'local' ? `local:${one.folder}` : `github:${one.owner}/${one.name}`;

function mailPatient({ mail }: Config): Patient {
  if (mail === undefined) return { name: cliText('cli.doctor_outbox'), examine: () => Promise.resolve([]) };
  const name = `${mail.server.host}:${String(mail.server.port)}`;
  return {
    name,
    examine: async () => {
      const ailment = await examineMail(mail);
      return ailment === undefined ? [] : [cliText(`cli.doctor_mail_${ailment.kind}`, { name, words: ailment.words })];
    },
  };
}
