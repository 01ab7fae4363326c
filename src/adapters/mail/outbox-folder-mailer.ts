import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import type { Mail, Mailer } from '../../ports/mailer.ts';
import type { OutboxFolder, WrittenLetter } from '../../ports/outbox-folder.ts';
import { letterId, letterMessage } from './letter-message.ts';

const from = { name: 'Fieldstone', address: 'no-reply@fieldstone.example' };

/**
 * Letters as files instead of mail: `<id>.eml` as a mail program would get it, and `<id>.json` beside it for the page
 * that lists them. The id is made of the Message-ID, so a letter sent twice is one file.
 */
export class OutboxFolderMailer implements Mailer, OutboxFolder {
  readonly #folder: string;
  readonly #transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

  constructor(folder: string) {
    this.#folder = folder;
  }

  async send(mail: Mail): Promise<void> {
    const { message } = await this.#transport.sendMail(letterMessage(mail, from));
    const id = letterId(mail);
    await mkdir(this.#folder, { recursive: true });
    await this.#put(`${id}.eml`, message as Buffer);
    const { to, subject, text, date } = mail;
    await this.#put(`${id}.json`, Buffer.from(JSON.stringify({ id, to, subject, text, date })));
  }

  async list(): Promise<readonly WrittenLetter[]> {
    const names = await readdir(this.#folder).catch(() => []);
    const letters = await Promise.all(names.filter((name) => name.endsWith('.json')).map((name) => this.#get(name)));
    return letters
      .filter((letter) => letter !== undefined)
      .sort((a, b) => b.date.getTime() - a.date.getTime() || (a.id < b.id ? -1 : 1));
  }

  async read(id: string): Promise<WrittenLetter | undefined> {
    return /^[0-9a-f]{24}$/.test(id) ? this.#get(`${id}.json`) : undefined;
  }

  async #get(name: string): Promise<WrittenLetter | undefined> {
    const text = await readFile(path.join(this.#folder, name), 'utf8').catch(() => undefined);
    if (text === undefined) return undefined;
    const letter = JSON.parse(text) as Omit<WrittenLetter, 'date'> & { date: string };
    return { ...letter, date: new Date(letter.date) };
  }

  /** Whole or not at all, and on the disk before the letter counts as sent. */
  async #put(name: string, bytes: Buffer): Promise<void> {
    const target = path.join(this.#folder, name);
    const file = await open(`${target}.new`, 'w', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(`${target}.new`, target);
  }
}
