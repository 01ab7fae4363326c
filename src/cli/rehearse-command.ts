import { UsageError, type Command } from './command.ts';

export const rehearseCommand: Command = { name: 'rehearse', run: () => Promise.reject(new UsageError('not yet')) };
