import type { AuthorizationForm } from "@/lib/auth/authenticate-connection";
import type { QuirkLog } from "@/lib/scim/quirks/quirk-log";
import type { ScimRequestValue } from "./scim-desk";

/** Counts what a request's line and headers have of their own; the body's peculiarities are counted where they are mended. */
export function noteRequestQuirks(request: ScimRequestValue, form: AuthorizationForm, quirks: QuirkLog): void {
  if (form !== "bearer" && form !== "basic") quirks.note("authorization_form", form);
  if (request.path.length > 1 && request.path.endsWith("/")) quirks.note("trailing_slash");
  if (/(^|&)aadoptscim062020/i.test(request.query)) quirks.note("query_flag", "aadOptscim062020");
  if (request.query.includes("+")) quirks.note("plus_for_space");
  const accept = request.headers.accept ?? "";
  if (accept !== "" && !/json|\*\/\*|application\/\*/i.test(accept)) quirks.note("accept_header", accept.slice(0, 60));
  const type = request.headers["content-type"];
  const hasBody = request.method === "POST" || request.method === "PUT" || request.method === "PATCH";
  if (hasBody && !/^application\/(scim\+)?json\b/i.test(type ?? "")) quirks.note("content_type", type?.slice(0, 60) ?? "none");
}
