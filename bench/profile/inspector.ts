import { once } from 'node:events';

/** The way into a Node that was started with `--inspect`. */
export class Inspector {
  readonly #socket: WebSocket;
  #asked = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  static async open(port: number): Promise<Inspector> {
    // The service is started again on this port, and a connection that was kept open would lead to the one before.
    const listed = await fetch(`http://127.0.0.1:${String(port)}/json/list`, { headers: { connection: 'close' } });
    const [target] = (await listed.json()) as { webSocketDebuggerUrl: string }[];
    if (target === undefined) throw new Error('There is nothing to look into');
    const socket = new WebSocket(target.webSocketDebuggerUrl);
    await once(socket, 'open');
    return new Inspector(socket);
  }

  ask(method: string, params: object = {}): Promise<unknown> {
    this.#asked += 1;
    const id = this.#asked;
    const answer = new Promise<unknown>((resolve) => {
      const listen = ({ data }: MessageEvent): void => {
        const said = JSON.parse(String(data)) as { id?: number; result?: unknown };
        if (said.id !== id) return;
        this.#socket.removeEventListener('message', listen);
        resolve(said.result);
      };
      this.#socket.addEventListener('message', listen);
    });
    this.#socket.send(JSON.stringify({ id, method, params }));
    return answer;
  }

  close(): void {
    this.#socket.close();
  }
}
