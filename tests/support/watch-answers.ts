import { checkAnswer } from "./check-answer";

/**
 * Holds every answer of the management API that `fetch` brings, an SDK's too, against the OpenAPI document. `stop` restores
 * fetch and throws what did not agree.
 */
export function watchAnswers(url: string): { seen: () => number; stop: () => void } {
  const real = globalThis.fetch;
  const faults: string[] = [];
  let seen = 0;
  globalThis.fetch = async (input, init) => {
    const response = await real(input, init);
    const address = new URL(input instanceof Request ? input.url : input);
    if (address.origin === url && address.pathname.startsWith("/v1/b2b/")) {
      seen += 1;
      const method = init?.method ?? (input instanceof Request ? input.method : "GET");
      const body: unknown = await response.clone().json();
      try {
        checkAnswer(method, address.pathname, { status: response.status, body });
      } catch (fault) {
        faults.push((fault as Error).message);
      }
    }
    return response;
  };
  const stop = (): void => {
    globalThis.fetch = real;
    if (faults.length > 0) throw new Error(faults.join("\n"));
  };
  return { seen: () => seen, stop };
}
