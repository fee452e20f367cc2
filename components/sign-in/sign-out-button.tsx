"use client";

import { useState } from "react";
import { Button, type ButtonProps } from "@/components/ui/button";
import { signOut } from "@/lib/client/sign-out";

/** Ends this browser's session; `next` is the path to come back to. */
export function SignOutButton({ next, variant = "link", ...rest }: ButtonProps & { next?: string }) {
  const [pending, setPending] = useState(false);
  function leave() {
    setPending(true);
    signOut(next).catch(() => setPending(false));
  }
  return <Button variant={variant} pending={pending} onClick={leave} {...rest} />;
}
