import type { Service } from '../compose.ts';
import type { ModuleId } from '../domain/ids.ts';
import { cliText } from './cli-text.ts';
import { UsageError } from './command.ts';

/** The module named, or the only one there is. Throws `UsageError`. */
export function moduleOf(service: Service, named: string | undefined): ModuleId {
  const known = service.registry.all().map(({ id }) => id);
  const found = named === undefined ? known[0] : known.find((id) => id === named);
  if (found === undefined || (named === undefined && known.length > 1)) {
    throw new UsageError(cliText('cli.module_unclear', { modules: known.join(', ') }));
  }
  return found;
}
