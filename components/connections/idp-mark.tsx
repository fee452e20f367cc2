import { Blocks } from "lucide-react";
import { cn } from "@/components/ui/cn";

const marks: Record<string, { letters: string; look: string }> = {
  okta: { letters: "Ok", look: "bg-info-subtle text-info-text border-info-border" },
  "microsoft-entra": { letters: "En", look: "bg-accent-subtle text-accent-text border-accent-border" },
  cyberark: { letters: "Cy", look: "bg-success-subtle text-success-text border-success-border" },
  jumpcloud: { letters: "Ju", look: "bg-success-subtle text-success-text border-success-border" },
  onelogin: { letters: "On", look: "bg-sunken text-text border-border-strong" },
  pingfederate: { letters: "Pi", look: "bg-danger-subtle text-danger-text border-danger-border" },
  rippling: { letters: "Ri", look: "bg-warning-subtle text-warning-text border-warning-border" },
};

const sizes = { sm: "size-6 text-2xs rounded-md", md: "size-8 text-xs rounded-lg", lg: "size-10 text-sm rounded-lg" };

/** Our own mark of an identity provider: its first letters, never its logo. Decoration: the name stands beside it. */
export function IdpMark({ identityProvider, size = "md", className }: { identityProvider: string; size?: keyof typeof sizes; className?: string }) {
  const mark = marks[identityProvider];
  const look = mark?.look ?? "bg-sunken text-muted border-border-strong";
  return (
    <span aria-hidden className={cn("flex shrink-0 items-center justify-center border font-semibold tracking-tight", sizes[size], look, className)}>
      {mark ? mark.letters : <Blocks className="size-1/2!" />}
    </span>
  );
}
