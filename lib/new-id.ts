import { randomFillSync } from "node:crypto";
import { V7Generator } from "uuidv7";

const numbers = new Uint32Array(1024);
let next = numbers.length;

/** Numbers of the system's generator, fetched a page at a time: asked for one id at a time it takes a twentieth of a SCIM call. */
function nextUint32(): number {
  if (next === numbers.length) {
    randomFillSync(numbers);
    next = 0;
  }
  return numbers[next++] ?? 0;
}

const generator = new V7Generator({ nextUint32 });

/** A new id: a UUID of version 7 (RFC 9562), in the order in which they are made. For the paths that make several a call. */
export function newId(): string {
  return generator.generate().toString();
}
