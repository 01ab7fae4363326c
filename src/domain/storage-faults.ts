/** Cannot be saved at the moment: the disk is full or something else holds the database. Nothing was written. */
export class StorageUnavailable extends Error {
  readonly reason: 'full' | 'busy';
  constructor(reason: 'full' | 'busy', cause: unknown) {
    super(reason === 'full' ? 'The disk is full' : 'Another program holds the database', { cause });
    this.name = 'StorageUnavailable';
    this.reason = reason;
  }
}
