import { completeFirstRun } from "@/lib/auth/complete-first-run";
import { FirstRunBody } from "@/lib/contracts/invitation";
import { withPublic } from "@/lib/http/with-public";

export const POST = withPublic({ body: FirstRunBody }, async ({ body, remoteAddress }) => {
  await completeFirstRun({ name: body.name, email: body.email_address, password: body.password }, remoteAddress);
  return {};
});
