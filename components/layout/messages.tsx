import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Messages as Catalogue } from "@/i18n/messages";
import { MoreMessages } from "@/lib/client/more-messages";

type Namespace = keyof Catalogue;
type Part = { [Name in Namespace]: Name | `${Name}.${keyof Catalogue[Name] & string}` }[Namespace];

/**
 * Hands texts to the client components below, beside those that came from above: a page carries what it shows and no more.
 * A part is a namespace or one branch of it: `of={["members", "guides.names"]}`. A unit test compares the list with what the
 * page's client components ask for.
 */
export async function Messages({ of, children }: { of: readonly Part[]; children: ReactNode }) {
  const all = (await getMessages()) as Record<string, Record<string, unknown>>;
  const messages: Record<string, Record<string, unknown>> = {};
  for (const part of of) {
    const [name = "", branch] = part.split(".");
    messages[name] = { ...messages[name], ...(branch ? { [branch]: all[name]?.[branch] } : all[name]) };
  }
  return <MoreMessages messages={messages as never}>{children}</MoreMessages>;
}
