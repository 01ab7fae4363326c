/** `fetch` may take a connection that the server has just closed for want of use; asked again it takes another. */
export const onceMore = <T>(ask: () => Promise<T>): Promise<T> => ask().catch(() => ask());
