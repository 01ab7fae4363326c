export * from './people.ts';
export * from './submissions.ts';
export * from './desk.ts';
export * from './rounds.ts';
export * from './decisions.ts';
export * from './outbox.ts';
export * from './lists.ts';
export * from './repositories.ts';
