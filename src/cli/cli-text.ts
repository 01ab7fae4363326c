import { translator, type MessageKey, type MessageValues } from '../i18n/translate.ts';

/** What the program says in a terminal: to operators, in English. */
export const cliText = (key: MessageKey, values?: MessageValues): string => translator('en')(key, values);
