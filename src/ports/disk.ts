/** How much room is left where the data folder stands, from 0 (full) to 1. */
export interface Disk {
  freeShare(): Promise<number>;
}
