import type { ConnectionDetailsWire } from "@/lib/contracts/connection";
import type { IssuedCredentialWire, SignInMethodsWire } from "@/lib/contracts/sign-in-method";
import type { CarriedValue } from "../guides/guide";

/** A value as far as it may be seen: in full, a secret by its last four, or not made yet. */
export type ShownValue = { text: string } | { lastFour: string } | null;

export type CarriedValues = Record<CarriedValue, ShownValue>;

type Shown = { token: string | null; issued: IssuedCredentialWire | null };

/** What can be shown of each value that an admin carries over. Secrets appear in full only right after they were made. */
export function carriedValues(connection: ConnectionDetailsWire, methods: SignInMethodsWire | undefined, { token, issued }: Shown): CarriedValues {
  const text = (value: string | null | undefined): ShownValue => (value ? { text: value } : null);
  const hidden = (lastFour: string | undefined): ShownValue => (lastFour ? { lastFour } : null);
  const basic = methods?.basic_credentials.at(-1);
  return {
    base_url: { text: connection.base_url },
    token: text(token) ?? hidden(connection.bearer_token_last_four),
    client_id: text(issued?.client_id ?? methods?.client_id),
    client_secret: text(issued?.client_secret) ?? hidden(methods?.client_secrets.at(-1)?.last_four),
    token_url: text(methods?.token_url),
    authorization_url: text(methods?.authorization_url),
    user_name: text(issued?.user_name ?? basic?.user_name),
    password: text(issued?.password) ?? hidden(basic?.last_four),
  };
}
