/** Letters as files (`.eml`), for looking at where no mail leaves. Newest first. */
export interface OutboxFolder {
  list(): Promise<readonly WrittenLetter[]>;
  read(id: string): Promise<WrittenLetter | undefined>;
}

export interface WrittenLetter {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly date: Date;
  readonly text: string;
}
