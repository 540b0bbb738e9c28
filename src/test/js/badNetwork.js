/**
 * A network that keeps no promises: frames are late, told twice or lost, and lines are cut. All by
 * chance, but the same each time.
 */
import { bytes } from './fakes.js';

/**
 * WebSockets to that server, over a network that is as bad as `chances` say.
 *
 * @param {{late: number, twice: number, lost: number}} chances of a message, each in [0, 1]
 */
export function badNetwork(server, timers, random, chances) {
  return class BadSocket {
    static OPEN = 1;
    readyState = 0;
    protocol = 'chat.v1';
    me = 0;
    isBinary = false;
    #queue = [];
    #held = [];
    #isDue = false;

    constructor() {
      server.lines.add(this);
      timers.setTimeout(() => {
        if (this.readyState !== 0) return;
        this.readyState = 1;
        this.onopen();
      }, 5);
    }

    send(text) {
      const message = JSON.parse(text);
      this.#after(() => server.hear(this, message));
    }

    /** The server says something: it goes into a frame with what else it says at that time. */
    tell(message) {
      // A greeting that is lost is the heartbeat's affair, and nobody is greeted twice on a line.
      const happens = (chance) => message.type !== 'welcome' && random() < chance;
      if (happens(chances.lost)) return;
      if (happens(chances.late)) return this.#held.push(message);
      this.#queue.push(message, ...(happens(chances.twice) ? [message] : []));
      this.#queue.push(...this.#held.splice(0));
      if (this.#isDue && random() < 0.7) return;
      this.#isDue = true;
      this.#after(() => this.#flush());
    }

    #flush() {
      this.#isDue = false;
      const frame = this.#queue.splice(0).concat(this.#held.splice(0));
      const text = frame.map((message) => JSON.stringify(message)).join('\n');
      if (text) this.onmessage({ data: this.isBinary ? bytes(text) : text });
    }

    /** What is on its way arrives, unless the line is cut before. */
    #after(then) {
      timers.setTimeout(() => this.readyState === 1 && then(), 1 + Math.floor(random() * 30));
    }

    /** All that the server has said arrives. */
    settle() {
      if (this.readyState === 1) this.#flush();
    }

    cut(code = 1006) {
      if (this.readyState === 3) return;
      this.close();
      timers.setTimeout(() => this.onclose({ code }), 1);
    }

    close() {
      this.readyState = 3;
      server.lines.delete(this);
    }
  };
}
