// Ports for what journeys start. They are chosen below those that the kernel lends to every connection, and tried by whoever listens:
// a port that was found free and then let go may be somebody else's a moment later.

const FIRST = 10_000;
const PORTS = 20_000;

/** How many are tried before one gives up. */
const TRIES = 200;

// Each process begins at a place of its own, with room for many before that of the next.
let next = (process.pid * 101) % PORTS;

/**
 * Calls `begin` with one port after another, until it answers with more than null, by which it says that the port is in use.
 *
 * @template T
 * @param {(port: number) => Promise<T | null>} begin
 * @returns {Promise<T>}
 */
export async function onPort(begin) {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const port = FIRST + next;
    next = (next + 1) % PORTS;
    const begun = await begin(port);
    if (begun !== null) return begun;
  }
  throw new Error(`${TRIES} ports in a row are in use.`);
}

/**
 * Lets one of Node's servers listen on loopback, and says where.
 *
 * @param {import('node:net').Server} server
 * @returns {Promise<number>}
 */
export function listen(server) {
  return onPort(
    (port) =>
      new Promise((resolve, reject) => {
        const refused = (/** @type {NodeJS.ErrnoException} */ error) => {
          server.off('listening', listening);
          if (error.code === 'EADDRINUSE') resolve(null);
          else reject(error);
        };
        const listening = () => {
          server.off('error', refused);
          resolve(port);
        };
        server.once('error', refused).once('listening', listening).listen(port, '127.0.0.1');
      }),
  );
}
