// Ten receivers of webhooks that cost the machine as little as can be: raw sockets, one answer for every request. Run as a child
// process, so that their CPU time shows apart. Says its ports, and how many requests came when asked.
import net from "node:net";

const answer = Buffer.from("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n");
let taken = 0;

const ports = await Promise.all(Array.from({ length: 10 }, listen));
process.on("message", () => process.send({ taken })).on("disconnect", () => process.exit());
process.send({ ports });

function listen() {
  const server = net.createServer({ noDelay: true }, (socket) => {
    let rest = null;
    socket.on("error", () => undefined).on("data", (chunk) => {
      rest = readRequests(rest ? Buffer.concat([rest, chunk]) : chunk, () => {
        taken += 1;
        socket.write(answer);
      });
    });
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server.address().port)));
}

/** Calls `each` for every whole request and returns what is left of the next one. */
function readRequests(bytes, each) {
  for (;;) {
    const end = bytes.indexOf("\r\n\r\n");
    if (end < 0) return bytes;
    const length = Number(/content-length: (\d+)/i.exec(bytes.latin1Slice(0, end))?.[1] ?? 0);
    if (bytes.length < end + 4 + length) return bytes;
    each();
    if (bytes.length === end + 4 + length) return null;
    bytes = bytes.subarray(end + 4 + length);
  }
}
