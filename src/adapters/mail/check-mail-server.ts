import { createTransport } from 'nodemailer';
import type { Sender } from './letter-message.ts';
import { connectionTo, type MailServer } from './mail-server.ts';

/** Goes as far as the login and sends nothing. The server's words when it would not have us; undefined when all is well. */
export async function checkMailServer(server: MailServer, from: Sender): Promise<string | undefined> {
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  const transport = createTransport(connectionTo(server, domain));
  try {
    await transport.verify();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : '';
  } finally {
    transport.close();
  }
}
