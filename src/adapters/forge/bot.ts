/** Who our commits are by. The address leads nowhere on purpose. */
export const BOT_NAME = 'Fieldstone';
export const BOT_EMAIL = 'noreply@fieldstone.invalid';

/** The bot's signature on a day at 00:00 UTC, as git writes it, so that the hour says nothing about a person. */
export function botOn(day: string): string {
  return `${BOT_NAME} <${BOT_EMAIL}> ${String(Date.parse(`${day}T00:00:00Z`) / 1000)} +0000`;
}
