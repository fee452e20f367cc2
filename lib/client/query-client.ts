import { QueryClient } from "@tanstack/react-query";
import { ApiError } from "./api-error";

type Shared = { queryClient?: QueryClient };
const shared = ((globalThis as { rollcallBrowser?: Shared }).rollcallBrowser ??= {});

/** One cache for the browser's page; a new one for each server rendering. */
export function queryClient(): QueryClient {
  if (typeof window === "undefined") return makeQueryClient();
  return (shared.queryClient ??= makeQueryClient());
}

function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // What was refused will be refused again; only outages are worth another try.
        retry: (count, error) => count < 2 && (!(error instanceof ApiError) || error.status === 0 || error.status >= 500),
      },
      // Without a network a button says so at once; it does not wait, to act on its own later.
      mutations: { networkMode: "always" },
    },
  });
}
