import { createServer, type Server } from "node:http";
import { once } from "node:events";
import Provider from "oidc-provider";

export type Issuer = {
  /** http://localhost:<port> */
  url: string;
  /** From now on it knows this client. */
  serve: (client: { id: string; secret: string; redirectUri: string }) => void;
  stop: () => Promise<void>;
};

/** Who signs in at the issuer, by what they type as their login. */
export type Person = { email: string; email_verified: boolean; name: string };

/** A real OpenID provider with a login page of its own. */
export async function startIssuer(people: Record<string, Person>): Promise<Issuer> {
  let handle: ReturnType<Provider["callback"]> | undefined;
  const server: Server = createServer((request, response) => {
    if (handle) void handle(request, response);
    else response.writeHead(503).end();
  });
  server.listen(0, "localhost");
  await once(server, "listening");
  const address = server.address();
  const url = `http://localhost:${String(typeof address === "object" && address ? address.port : 0)}`;
  return {
    url,
    serve: ({ id, secret, redirectUri }) => (handle = makeProvider(url, people, { id, secret, redirectUri }).callback()),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function makeProvider(url: string, people: Record<string, Person>, client: { id: string; secret: string; redirectUri: string }): Provider {
  return new Provider(url, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [client.redirectUri] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    // next-auth reads the profile from the ID token.
    conformIdTokenClaims: false,
    cookies: { keys: ["the tests' own issuer"] },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...people[sub] }) }),
  });
}
